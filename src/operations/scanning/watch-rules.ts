import { realpath, stat } from "node:fs/promises";
import { isAbsolute, sep } from "node:path";
import type { ServiceConfiguration } from "#contract/service-configuration.ts";
import { FulcrumError, messageOf } from "#kernel/errors.ts";
import type { NewRepository, WatchedRepository } from "#ports/jobs.ts";
import type { MirrorSource } from "#sources/git/mirror.ts";
import { isPublicAddress, resolveHost, type Resolve } from "#sources/git/public-address.ts";
import { parseRemoteAddress, type RemoteAddress } from "#sources/git/remote-address.ts";

/** What the service may read; nothing else. */
export type WatchRules = Pick<ServiceConfiguration, "folders" | "hosts" | "privateHosts">;

const longestPath = 1000;

/**
 * A folder as it may be watched: absolute, there, and within one that is allowed, wherever links lead. Asked again before each
 * scan. Throws `place-refused`.
 */
export async function allowedFolder(path: string, { folders }: WatchRules): Promise<NewRepository> {
  if (path.length > longestPath || path.includes("\0") || !isAbsolute(path))
    throw notAllowed("The path is not an absolute one.", "Name the folder by its whole path.");
  const real = await realFolder(path);
  const allowed = await Promise.all(folders.map((folder) => realpath(folder).catch(() => null)));
  if (real === null || !allowed.some((folder) => folder !== null && isWithin(real, folder)))
    throw notAllowed(
      "The folder is not there, or not within one that the service may read.",
      "Name one of `folders` in service.yaml, or one below; or add it there.",
    );
  return { kind: "folder", address: path, identity: null };
}

/** Throws `place-refused`. */
export function allowedAddress(text: string, rules: WatchRules): NewRepository & RemoteAddress {
  const address = parseRemoteAddress(text);
  if (address === null)
    throw notAllowed(
      "The address is of no form that is taken.",
      "Write https://host/owner/name, ssh://git@host/owner/name or git@host:owner/name; no password, no other transport.",
    );
  if (![...rules.hosts, ...rules.privateHosts].includes(hostOf(address)))
    throw notAllowed(
      "The host is none that the service may fetch from.",
      "Name a repository on one of `hosts` in service.yaml, or add the host there.",
    );
  return { kind: "address", address: text, ...address };
}

/** As it is listed: with its port where that is not the usual one. */
function hostOf({ host, port }: RemoteAddress): string {
  return port === null ? host : `${host}:${String(port)}`;
}

/** Nothing is asked, nothing of the user's settings is read, and only a host that the user knows already is trusted. */
const sshOptions =
  "-F /dev/null -o BatchMode=yes -o StrictHostKeyChecking=yes -o ProxyCommand=none -o PermitLocalCommand=no -o ForwardAgent=no -o ClearAllForwardings=yes";

/**
 * Where to fetch a watched address from: the host is looked up here and now, and git goes to what was found and to nothing else.
 * Throws `place-refused`.
 */
export async function mirrorSource(
  { address }: Pick<WatchedRepository, "address">,
  rules: WatchRules,
  resolve: Resolve = resolveHost,
): Promise<MirrorSource> {
  const remote = allowedAddress(address, rules);
  const { url, protocol, host, port } = remote;
  const mayBePrivate = rules.privateHosts.includes(hostOf(remote));
  const [ip, ...others] = await resolve(host).catch((error: unknown) => {
    throw new FulcrumError(
      "git-failed",
      `The host ${host} was not found: ${messageOf(error)}.`,
      "See that the name is right, and that names are resolved on this machine.",
      { cause: error },
    );
  });
  if (ip === undefined || (!mayBePrivate && ![ip, ...others].every(isPublicAddress)))
    throw notAllowed(
      `The host ${host} leads into a private network.`,
      "Name it under `privateHosts` in service.yaml if that is meant.",
    );
  if (protocol === "ssh")
    return {
      url,
      protocol,
      pinnedTo: null,
      sshCommand: `ssh ${sshOptions} -o HostName=${ip} -o HostKeyAlias=${host}`,
    };
  return { url, protocol, pinnedTo: { host, port: port ?? 443, ip } };
}

async function realFolder(path: string): Promise<string | null> {
  try {
    const real = await realpath(path);
    return (await stat(real)).isDirectory() ? real : null;
  } catch {
    return null; // told apart from one that is not allowed, it would say what this machine holds
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function notAllowed(what: string, next: string): FulcrumError {
  return new FulcrumError("place-refused", what, next);
}
