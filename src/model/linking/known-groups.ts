import { unknownGroup } from "#evidence/own-repository.ts";
import type { FileHistory, PackageHistory } from "#evidence/repository-evidence.ts";

const unknown = `pkg:maven/${unknownGroup}/`;

/**
 * An artefact whose group a plugin sets today may have had it in plain sight before: it is taken to have kept it, in the
 * repository that built it then.
 */
export function withKnownGroups(files: readonly FileHistory[]): FileHistory[] {
  const known = new Map<string, { readonly purl: string; readonly at: number }>();
  let isAsked = false;
  for (const { packages } of files) {
    for (const { purl, spans } of packages) {
      if (!purl.startsWith("pkg:maven/")) continue;
      if (purl.startsWith(unknown)) isAsked = true;
      else {
        const at = spans.at(-1)?.from.at ?? 0;
        const name = artefactOf(purl);
        if (at >= (known.get(name)?.at ?? -Infinity)) known.set(name, { purl, at });
      }
    }
  }
  if (!isAsked || known.size === 0) return [...files];
  return files.map((file) =>
    file.packages.some(({ purl }) => purl.startsWith(unknown))
      ? { ...file, packages: merged(file.packages.map((one) => renamed(one, known))) }
      : file,
  );
}

function renamed(
  one: PackageHistory,
  known: ReadonlyMap<string, { readonly purl: string }>,
): PackageHistory {
  const before = one.purl.startsWith(unknown) ? known.get(artefactOf(one.purl)) : undefined;
  if (before === undefined) return one;
  const { alsoKnownAs } = one;
  const group = before.purl.slice(0, before.purl.lastIndexOf("/") + 1);
  return {
    ...one,
    purl: before.purl,
    ...(alsoKnownAs === undefined
      ? {}
      : { alsoKnownAs: alsoKnownAs.map((alias) => alias.replace(unknown, group)) }),
  };
}

/** One row for each purl, oldest first. */
function merged(packages: readonly PackageHistory[]): PackageHistory[] {
  const rows = new Map<string, PackageHistory>();
  for (const one of packages) {
    const other = rows.get(one.purl);
    const spans = [...(other?.spans ?? []), ...one.spans].toSorted((a, b) => a.from.at - b.from.at);
    rows.set(one.purl, { ...other, ...one, spans });
  }
  return [...rows.values()];
}

function artefactOf(purl: string): string {
  return purl.slice(purl.lastIndexOf("/") + 1);
}
