import type { DocumentFacts, DocumentationAid, DocumentLink } from "#evidence/facts.ts";
import { languageOf } from "#evidence/languages.ts";
import type { Moment } from "#evidence/moment.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { isReleaseFile } from "#evidence/release-file.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { bornAt } from "./file-days.ts";
import { nearest } from "./folder-paths.ts";
import { documentHomes, type DocumentHomes } from "./document-homes.ts";
import type { Component } from "./organisation.ts";

/** The day on which a path was changed last, at its beginning (UTC). */
export interface DatedPath {
  readonly path: string;
  readonly at: number;
}

export interface DocumentAtHead {
  readonly path: string;
  readonly facts: DocumentFacts;
  /** It lies outside the component's folder, and is about it all the same. */
  readonly isElsewhere: boolean;
  /** When it came to the mainline under this name, to the day; null: not known. */
  readonly bornAt: number | null;
  readonly linksCount: number;
  readonly deadLinks: readonly DocumentLink[];
}

/** What a component says of itself, as it stands at HEAD. */
export interface ComponentDocuments {
  readonly repositoryId: string;
  readonly head: Moment;
  /** Below its folder and below no deeper component's, with those of others that are about it; README first. */
  readonly documents: readonly DocumentAtHead[];
  readonly aids: readonly DocumentationAid[];
  readonly lastDocumentChange: DatedPath | null;
  /** Of its code, tests and manifests left out. */
  readonly lastCodeChange: DatedPath | null;
}

const secondsPerDay = 86_400;
const documentName = /(?:^|\/)(?:README|docs?\/)/i;

/** By component id; components of repositories without commits are left out. */
export function componentDocuments(
  components: readonly Component[],
  repositories: readonly RepositoryEvidence[],
  asOf: number,
): ReadonlyMap<string, ComponentDocuments> {
  const found = new Map<string, ComponentDocuments>();
  for (const repository of repositories) {
    const own = components.filter((one) => one.repositoryId === repository.id);
    const folders = new Set(own.map((one) => one.path));
    const { head } = repository;
    if (head === null) continue;
    const homes = documentHomes(repository, own);
    const changes = lastChanges(repository, homes, asOf);
    for (const { id, path: folder } of own) {
      const isOwn = (path: string): boolean => homes(path).includes(folder);
      found.set(id, {
        repositoryId: repository.id,
        head,
        documents: repository.headFiles
          .flatMap(({ path, document, links }) =>
            document === null || !isOwn(path)
              ? []
              : {
                  path,
                  facts: document,
                  isElsewhere: folder !== "." && !path.startsWith(`${folder}/`),
                  bornAt: bornAt(repository.fileChanges, path),
                  linksCount: links?.checkedCount ?? 0,
                  deadLinks: links?.dead ?? [],
                },
          )
          .sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1)),
        aids: repository.folders
          .filter((one) => nearest(one.folder, folders) === folder)
          .flatMap((one) => one.aids ?? []),
        lastDocumentChange: changes.get(folder)?.document ?? null,
        lastCodeChange: changes.get(folder)?.code ?? null,
      });
    }
  }
  return found;
}

function rank(path: string): number {
  return (/readme/i.test(path) ? 0 : 10) + path.split("/").length;
}

/** Days are those on which the mainline changed a file, by people or programs. */
function lastChanges(
  { fileChanges, headFiles }: RepositoryEvidence,
  homes: DocumentHomes,
  asOf: number,
): Map<string, { document: DatedPath | null; code: DatedPath | null }> {
  const last = new Map<string, { document: DatedPath | null; code: DatedPath | null }>();
  // Code that documents itself is as fresh as its code.
  const selfDocumented = new Set(
    headFiles.flatMap(({ path, document }) =>
      document !== null && languageOf(path)?.kind === "code" ? path : [],
    ),
  );
  fileChanges.paths.forEach((path, index) => {
    const isDocument =
      selfDocumented.has(path) || (documentName.test(path) && languageOf(path)?.kind === "doc");
    const isCode = languageOf(path)?.kind === "code" && !isTestPath(path) && !isReleaseFile(path);
    if (!isDocument && !isCode) return;
    const days = fileChanges.days.subarray(
      fileChanges.ends[index - 1] ?? 0,
      fileChanges.ends[index],
    );
    const day = days.findLast((one) => one * secondsPerDay < asOf);
    if (day === undefined) return;
    const dated = { path, at: day * secondsPerDay };
    for (const folder of homes(path)) {
      const known = last.get(folder) ?? { document: null, code: null };
      if (isDocument) known.document = later(known.document, dated);
      if (isCode) known.code = later(known.code, dated);
      last.set(folder, known);
    }
  });
  return last;
}

function later(one: DatedPath | null, other: DatedPath): DatedPath {
  return one === null || other.at > one.at ? other : one;
}
