import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FileReader } from "#insight/duplication/read-files.ts";

/**
 * Copies the files that the clone engine takes part in comparing (and that `isChosen` by their place in the list), so that
 * a peer is measured on the same. First-level folders of `root` are repositories.
 */
export function copyComparedFiles(
  root: string,
  target: string,
  isChosen: (index: number) => boolean,
): { files: number; megabytes: number; lines: number; allLines: number } {
  let files = 0;
  let bytes = 0;
  let lines = 0;
  /** With blank lines and comments. */
  let allLines = 0;
  let index = 0;
  const visit = (repository: string, folder: string): void => {
    for (const entry of readdirSync(join(root, repository, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules")
        visit(repository, path);
      if (!entry.isFile()) continue;
      const reader = new FileReader();
      if (!reader.wants(path)) continue;
      const content = readFileSync(join(root, repository, path));
      reader.add(0, path, content);
      if (reader.filesCount === 0 || !isChosen(index++)) continue;
      const place = join(target, repository, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
      files++;
      bytes += content.length;
      lines += reader.linesCount;
      allLines += content.toString("latin1").split("\n").length - 1;
    }
  };
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isDirectory()) visit(entry.name, "");
  }
  return { files, megabytes: bytes / 1e6, lines, allLines };
}
