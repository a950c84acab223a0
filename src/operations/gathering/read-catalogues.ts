import { resolve } from "node:path";
import type { CatalogEntity } from "#evidence/facts.ts";
import { decodedText } from "#evidence/decoded-text.ts";
import { messageOf, systemCodeOf } from "#kernel/errors.ts";
import { readPlainFile } from "#kernel/plain-file.ts";
import {
  publishedCatalogue,
  type PublishedCatalogue,
} from "#sources/catalogue/published-catalogue.ts";
import { readSafely } from "#sources/repository/history-reader.ts";
import type { Problem } from "#evidence/problem.ts";

export interface Catalogues {
  /** Catalogues that are files of their own, read. */
  readonly files: readonly { readonly file: string; readonly entities: readonly CatalogEntity[] }[];
  /** Catalogues to be looked for at that path inside the repositories. */
  readonly inRepositories: readonly PublishedCatalogue[];
  readonly problems: readonly Problem[];
}

const largestCatalogue = 32 * 1024 * 1024;

/** A configured path is a file beside `fulcrum.yaml`, or else a path inside the repositories. */
export async function readCatalogues(
  configured: readonly PublishedCatalogue[],
  folder: string,
): Promise<Catalogues> {
  const files: { file: string; entities: readonly CatalogEntity[] }[] = [];
  const inRepositories: PublishedCatalogue[] = [];
  const problems: Problem[] = [];
  for (const catalogue of configured) {
    const text = await readText(resolve(folder, catalogue.path), problems, catalogue.path);
    if (text === null) {
      inRepositories.push(catalogue);
      continue;
    }
    const facts = readSafely(publishedCatalogue(catalogue), catalogue.path, text);
    files.push({ file: catalogue.path, entities: facts.entities ?? [] });
    for (const problem of facts.problems ?? []) {
      problems.push({
        code: problem.code,
        where: catalogue.path,
        text: problem.text,
        needs: "Mend the catalogue, or its field names in fulcrum.yaml.",
      });
    }
  }
  return { files, inRepositories, problems };
}

async function readText(path: string, problems: Problem[], where: string): Promise<string | null> {
  try {
    const bytes = await readPlainFile(path, largestCatalogue);
    if (bytes !== null) return decodedText(bytes).text;
    problems.push({
      code: "too-large",
      where,
      text: "the catalogue is larger than 32 MB",
      needs: "Split it.",
    });
    return "";
  } catch (error) {
    const code = systemCodeOf(error);
    if (code !== "ENOENT" && code !== "ENOTDIR") {
      problems.push({
        code: "unreadable-catalogue",
        where,
        text: messageOf(error),
        needs: "Make it readable.",
      });
    }
    return null;
  }
}
