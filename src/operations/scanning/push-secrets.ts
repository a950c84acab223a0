import { dirname, resolve } from "node:path";
import type { ServiceConfiguration } from "#contract/service-configuration.ts";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import { readExactText } from "#kernel/plain-file.ts";

/** By who sends pushes; absent: its pushes are refused. */
export interface PushSecrets {
  readonly github?: string;
  readonly gitlab?: string;
  /** Each subscription has its own, and sends for one organisation. */
  readonly pagerduty?: readonly OwnSecret[];
}

export interface OwnSecret {
  readonly secret: string;
  readonly organisation: string;
}

const shortest = 16;
const longest = 1000;

type Place = ServiceConfiguration["webhooks"]["github"];

/** Reads the secrets of pushes from where `file` says that they are. Throws `configuration-invalid`, without repeating one. */
export async function readPushSecrets(
  { webhooks }: ServiceConfiguration,
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<PushSecrets> {
  const read = async (place: NonNullable<Place>): Promise<string> => {
    const secret =
      "file" in place
        ? await textOf(resolve(dirname(file), place.file))
        : environment[place.environment];
    if (secret !== undefined && secret.length >= shortest && secret.length <= longest)
      return secret;
    throw new FulcrumError(
      "configuration-invalid",
      `${file} cannot be used: a secret of webhooks has ${secret === undefined || secret === "" ? "no text" : "less than 16 letters, or very many"}.`,
      "Make one with: openssl rand -hex 32",
    );
  };
  const { github, gitlab, pagerduty } = webhooks;
  const own: OwnSecret[] = [];
  for (const { organisation, ...place } of pagerduty)
    own.push({ secret: await read(place), organisation });
  return {
    ...(github === undefined ? {} : { github: await read(github) }),
    ...(gitlab === undefined ? {} : { gitlab: await read(gitlab) }),
    pagerduty: own,
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return ((await readExactText(path, longest + 2)) ?? "").trim();
  } catch (error) {
    throw new FulcrumError(
      "configuration-invalid",
      `The file ${path} of a secret cannot be read: ${messageOf(error)}.`,
      "Make it readable to the service, and to nobody else.",
      { cause: error },
    );
  }
}
