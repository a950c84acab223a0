import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findClone } from "#operations/duplication/own-clone.ts";
import {
  readChange,
  type Change,
  type ChangedText,
  type ChangeKind,
} from "#operations/duplication/read-change.ts";

/** A change with the texts of its files, sorted. */
export interface ReadText extends Change {
  readonly listed: readonly string[];
  readonly files: readonly string[];
}

export async function readTexts(change: ChangeKind, start: string): Promise<ReadText> {
  const clone = await findClone(start);
  if (clone === null || "refusal" in clone) throw new Error(clone?.refusal ?? "no clone");
  const files: string[] = [];
  let listed: readonly string[] = [];
  const textOf = (bytes: Uint8Array | null): string =>
    bytes === null ? "nothing" : Buffer.from(bytes).toString().trim();
  const take = ({ path, before, after }: ChangedText): void =>
    void files.push(`${path}: ${textOf(before)} → ${textOf(after)}`);
  const found = await readChange(clone, change, new AbortController().signal, ({ paths }) => {
    listed = paths;
    return take;
  });
  return { ...found, listed: listed.toSorted(), files: files.sort() };
}

export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
