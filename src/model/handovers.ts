import type { DependencyHistory } from "#evidence/repository-evidence.ts";
import type { Span } from "#evidence/moment.ts";

/** A dependency that one file declares, as far as it means one capability. */
interface Declared {
  readonly file: { readonly path: string };
  readonly dependency: Pick<DependencyHistory, "scope">;
  readonly purl: string;
  readonly spans: readonly Span<string | null>[];
}

/** The capabilities that one file first declared in one commit, by that file and commit. */
export type Beginnings = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Which capabilities each file began to declare in which commit, by any of their packages: one action more of a bundle begins.
 * A new version, scope or line of what the file had already is no beginning.
 */
export function beginningsIn(
  groups: ReadonlyMap<string, readonly Declared[]>,
  capabilityOf: (key: string) => string,
): Beginnings {
  const begun = new Map<string, Set<string>>();
  for (const [key, mentions] of groups) {
    const byName = new Map<string, { path: string; spans: Span<string | null>[] }>();
    for (const { file, dependency, purl, spans } of mentions) {
      if (dependency.scope === "reverse-test") continue;
      const name = placeOf(file.path, purl);
      const known = byName.get(name) ?? { path: file.path, spans: [] };
      for (const each of spans) known.spans.push(each);
      byName.set(name, known);
    }
    for (const { path, spans } of byName.values()) {
      for (const one of spans) {
        if (spans.some((other) => other !== one && isThereAt(other, one))) continue;
        const place = placeOf(path, one.from.commit);
        begun.set(place, (begun.get(place) ?? new Set()).add(capabilityOf(key)));
      }
    }
  }
  return begun;
}

/** Capabilities that these files began to declare in the commit that ended the declaration of another; sorted. */
export function takenUpBeside(
  beginnings: Beginnings,
  paths: readonly string[],
  commit: string,
  capabilityId: string,
): string[] {
  const found = paths.flatMap((path) => [...(beginnings.get(placeOf(path, commit)) ?? [])]);
  return [...new Set(found)].filter((id) => id !== capabilityId).sort();
}

/** Did the file have it when the other began? */
function isThereAt(span: Span<string | null>, other: Span<string | null>): boolean {
  if (span.from.commit === other.from.commit) return false;
  if (span.from.at > other.from.at) return false;
  return span.to === null || span.to.at > other.from.at || span.to.commit === other.from.commit;
}

function placeOf(path: string, commit: string): string {
  return `${commit}\n${path}`;
}
