import { isAbsolute, dirname, resolve } from "node:path";
import {
  serviceConfiguration,
  type ServiceConfiguration,
} from "#contract/service-configuration.ts";
import { FulcrumError, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { readExactText } from "#kernel/plain-file.ts";
import { readYamlDocuments } from "#sources/yaml-documents.ts";

const largestBytes = 1_000_000;

/** Paths in it are absolute, or begin at the folder that it lies in. Without a file nothing may be read. Throws `configuration-invalid`. */
export async function readServiceConfiguration(file: string): Promise<ServiceConfiguration> {
  const text = await textOrNothing(file);
  const { documents, problems } = readYamlDocuments(text);
  const [problem] = problems;
  if (problem !== undefined) throw invalid(file, problem.text);
  if (documents.length > 1) throw invalid(file, "it holds more than one document");
  const parsed = serviceConfiguration.safeParse(documents[0]?.value ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(file, `${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? ""}`);
  }
  const from = (path: string): string => (isAbsolute(path) ? path : resolve(dirname(file), path));
  return { ...parsed.data, folders: parsed.data.folders.map(from) };
}

async function textOrNothing(file: string): Promise<string> {
  try {
    const text = await readExactText(file, largestBytes);
    if (text === null) throw invalid(file, "it is larger than 1 MB");
    return text;
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return "";
    if (error instanceof FulcrumError) throw error;
    throw invalid(file, messageOf(error));
  }
}

function invalid(file: string, what: string): FulcrumError {
  return new FulcrumError(
    "configuration-invalid",
    `${file} cannot be used: ${what}.`,
    "Correct it; docs/service.md describes every key.",
  );
}
