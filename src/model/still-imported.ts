import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { packageName, type BuiltComponent } from "./components.ts";
import { resolvePurl } from "./packages.ts";
import type { Use } from "./spans.ts";

/** Packages that the code of a component names in its imports at HEAD; nothing where as-of lies before HEAD. */
export function importedAtHead({ unit }: BuiltComponent, asOf: number): ReadonlySet<string> {
  const { repository, folder } = unit;
  if (repository.head === null || repository.head.at > asOf) return new Set();
  const uses = repository.symbols.find((one) => one.folder === folder)?.uses ?? [];
  return new Set(uses.flatMap(({ purl }) => (purl === null ? [] : resolvePurl(purl, repository))));
}

/** Which of `purls` the code still imports: itself, or a Go package inside of it. Null where it imports none. */
export function stillImported(
  purls: readonly string[],
  imported: ReadonlySet<string>,
): string | null {
  if (imported.size === 0) return null;
  for (const purl of purls) {
    if (imported.has(purl)) return purl;
    if (!purl.startsWith("pkg:golang/")) continue;
    for (const one of imported) if (one.startsWith(`${purl}/`)) return purl;
  }
  return null;
}

/** A use whose declaration ended while the code goes on importing it: something else brings the package along. */
export function keptOpen(uses: readonly Use[]): Use[] {
  return uses.map((use, index) => (index === uses.length - 1 ? { ...use, to: null } : use));
}

export function importEvidence({ unit }: BuiltComponent, purl: string): EvidenceRef {
  const { repository, folder } = unit;
  return {
    source: "symbols",
    repositoryId: repository.id,
    commit: repository.head?.commit ?? null,
    path: folder === "." ? null : folder,
    line: null,
    at: repository.head?.at ?? null,
    how: "observed",
    confidence: "high",
    text: `no longer declared, still imported: ${packageName(purl)}`.slice(0, 500),
  };
}
