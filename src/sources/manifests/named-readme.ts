import { readmeNamed } from "#evidence/readme-named.ts";
import { pathTarget } from "./manifest-path.ts";

/** What a manifest at `path` defines by naming the README of its package; none where that leads out of the repository. */
export function namedReadme(
  path: string,
  written: string | null | undefined,
): { readonly name: string; readonly value: string }[] {
  if (written === null || written === undefined || written === "") return [];
  const target = pathTarget(path, written);
  return "localPath" in target ? [{ name: readmeNamed, value: target.localPath }] : [];
}
