import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { EvidenceItem } from "#contract/primitives.ts";
import type { Report } from "#sections/report.ts";

/** Where the clones of a report lie now: repository id → folder; a repository that is not found keeps its name. */
export async function locateClones(
  { repositories }: Pick<Report, "repositories">,
  folders: readonly string[],
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { id, name } of repositories) {
    if (!wanted.has(id)) continue;
    const candidates = folders.flatMap((folder) => [
      join(folder, name),
      join(folder, `${name}.git`),
      ...(basename(folder).replace(/\.git$/, "") === name ? [folder] : []),
    ]);
    found.set(id, (await firstFolder(candidates)) ?? name);
  }
  return found;
}

async function firstFolder(candidates: readonly string[]): Promise<string | null> {
  for (const candidate of candidates) {
    const isFolder = await stat(candidate).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    if (isFolder) return candidate;
  }
  return null;
}

/**
 * A fact at the head is shown as the file stands there, an older one as the change that made it (against the first
 * parent: the change of a merge is what it brought to the mainline).
 */
export function showCommand(item: EvidenceItem, clone: string, head: string | null): string | null {
  if (item.commit === null) return null;
  const git = `git -C ${shellWord(clone)} show`;
  if (item.path === null) return `${git} -m --first-parent --stat ${shellWord(item.commit)}`;
  if (item.commit === head) return `${git} ${shellWord(`${item.commit}:${item.path}`)}`;
  return `${git} -m --first-parent ${shellWord(item.commit)} -- ${shellWord(item.path)}`;
}

/** One word of a POSIX shell (`$'…'` where it holds what a terminal must not see). */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text) && !text.startsWith("-")) return text;
  if (!/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
      [...Buffer.from(character, "utf8")]
        .map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`)
        .join(""),
    );
  return `$'${escaped}'`;
}
