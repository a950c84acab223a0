import type { Span } from "#evidence/moment.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";

/** Names under which builds of the JVM keep what they call themselves, not what they take. */
const ownVersion = /^(?:(?:project|pom)\.(?:parent\.)?)?(?:version|revision|sha1|changelist)$/;
const likeVersion = /^[v^~>=<! ]{0,4}\d/;

/**
 * Commits that change the version of a dependency: in a manifest its constraint, in a lock file what is fixed, elsewhere a
 * property or an entry of a catalog by which manifests name it. What the repository makes itself is no dependency of it:
 * its releases take nothing.
 */
export function commitsTakingVersions(files: readonly FileHistory[]): Set<string> {
  const own = new Set(files.flatMap(({ packages }) => packages.map(({ purl }) => purl)));
  const found = new Set<string>();
  for (const { dependencies, locked, definitions = [] } of files) {
    for (const { purl, localPath, spans } of dependencies)
      if (localPath === null && !own.has(purl)) note(spans, found);
    for (const { purl, spans } of locked) if (!own.has(purl)) note(spans, found);
    for (const { name, purl, spans } of definitions)
      if (!ownVersion.test(name) && (purl === undefined || !own.has(purl)))
        note(
          spans.filter(({ value }) => likeVersion.test(value)),
          found,
        );
  }
  return found;
}

/** Where one value ends as another begins. */
function note(spans: readonly Span<string | null>[], found: Set<string>): void {
  for (const [index, { from, value }] of spans.entries()) {
    const before = spans[index - 1];
    if (before === undefined || before.value === null || value === null) continue;
    if (before.value !== value && before.to?.commit === from.commit) found.add(from.commit);
  }
}
