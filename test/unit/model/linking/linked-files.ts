import type { FileFacts } from "#evidence/facts.ts";
import type { Moment } from "#evidence/moment.ts";
import { isPathGlob, matchesPathGlob } from "#evidence/path-glob.ts";
import { nothingRead } from "#evidence/nothing-read.ts";
import type { FileHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { linkRepositories } from "#model/linking/link-repositories.ts";
import { allSources } from "#sources/registry.ts";

const start: Moment = { at: 1_700_000_000, commit: "a".repeat(40) };

/** Files of one repository, each in one version, read by every source that wants them and by those that others name. */
export function linkedRepository(files: Readonly<Record<string, string>>): RepositoryEvidence {
  const [linked] = linkRepositories([readRepository("depot", files)]);
  if (linked === undefined) throw new Error("nothing was linked");
  return linked;
}

/** A repository `github.com/railway/NAME` before anything is linked. */
export function readRepository(
  name: string,
  files: Readonly<Record<string, string>>,
): RepositoryEvidence {
  const texts = new Map(Object.entries(files));
  const found = new Map<string, FileHistory>();
  const wanted = [...texts.keys()].flatMap((path) =>
    allSources.files
      .filter((source) => source.detect(path) === "history")
      .map((source) => ({ path, reader: source.id, isTakenIn: false })),
  );
  for (const { path, reader, isTakenIn } of wanted) {
    const text = texts.get(path);
    const source = allSources.files.find(({ id }) => id === reader);
    if (text === undefined || source === undefined || found.has(`${path}\n${reader}`)) continue;
    const facts = source.read({ path, text });
    found.set(`${path}\n${reader}`, historyOf(path, reader, facts, isTakenIn));
    for (const one of facts.includes ?? [])
      for (const named of texts.keys())
        if (named === one.path || (isPathGlob(one.path) && matchesPathGlob(one.path, named)))
          wanted.push({ path: named, reader: one.reader, isTakenIn: true });
  }
  return {
    ...nothingRead,
    id: `repository:${name}`,
    name,
    remote: name === "depot" ? null : `github.com/railway/${name}`,
    defaultBranch: "main",
    isShallow: false,
    files: [...found.values()],
  };
}

/** What the files use, for which folder, in which version: `shop: pkg:pypi/rail ==1.0`. */
export function usesOf(files: Readonly<Record<string, string>>): string[] {
  return linkedRepository(files)
    .files.flatMap((file) =>
      file.dependencies.map(({ purl, spans, localPath, scope }) => {
        const from = localPath === null ? "" : ` from ${localPath}`;
        const during = scope === "runtime" ? "" : ` (${scope})`;
        return `${homeOf(file)}: ${purl.slice(4)} ${spans[0]?.value ?? "-"}${from}${during}`;
      }),
    )
    .sort();
}

/** What is offered, with its version. */
export function offersOf(files: Readonly<Record<string, string>>): string[] {
  return linkedRepository(files)
    .files.flatMap((file) =>
      file.packages.map(({ purl, spans }) => `${purl.slice(4)} ${spans[0]?.value ?? "-"}`),
    )
    .sort();
}

function homeOf({ home, path }: FileHistory): string {
  return home ?? (path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".");
}

function historyOf(
  path: string,
  source: string,
  facts: FileFacts,
  isTakenIn: boolean,
): FileHistory {
  const span = <Value>(value: Value) => [{ from: start, to: null, value }];
  return {
    path,
    source,
    spans: span("b".repeat(40)),
    revisionsCount: 1,
    packages: (facts.packages ?? []).map((one) => ({
      purl: one.purl,
      kind: one.kind,
      isPrivate: one.isPrivate,
      description: one.description ?? null,
      deprecated: one.deprecated ?? null,
      ...(one.alsoKnownAs === undefined ? {} : { alsoKnownAs: one.alsoKnownAs }),
      spans: span(one.version),
    })),
    dependencies: (facts.dependencies ?? []).map(({ constraint, localPath, origin, ...one }) => ({
      ...one,
      localPath: localPath ?? null,
      origin: origin ?? null,
      spans: span(constraint),
    })),
    locked: (facts.locked ?? []).map(({ version, ...one }) => ({ ...one, spans: span(version) })),
    references: [],
    definitions: (facts.definitions ?? []).map(({ value, ...one }) => ({
      ...one,
      spans: span(value),
    })),
    includes: (facts.includes ?? []).map((one) => ({ ...one, spans: span(null) })),
    ...(isTakenIn ? { isTakenIn: true as const } : {}),
  };
}
