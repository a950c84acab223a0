import type { FileFacts } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource, TreeSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { lockFormatOf } from "../locks/formats.ts";
import { unreadKindOf } from "./kinds.ts";

const mostKinds = 100;

/**
 * Counts manifests and lock files of kinds that are known by name and that nothing reads: blind spots, never nothing. What one
 * of `readers` or the lock files take in is read, whatever the list says.
 */
export function unreadKinds(readers: readonly FileSource[]): TreeSource {
  const isRead = (path: string): boolean =>
    lockFormatOf(path) !== null || readers.some((reader) => reader.detect(path) !== "none");
  return {
    id: "unread-kinds",
    version: 3,
    readTree: (paths) => {
      const kinds = new Map<string, { count: number; readonly path: string }>();
      for (const path of paths) {
        const kind = unreadKindOf(path);
        if (kind === null || isForeignPath(path) || isTestPath(path)) continue;
        if (kind.isReadInPart !== true && isRead(path)) continue;
        const shown = kind.instead === undefined ? kind.name : `${kind.name} (${kind.instead})`;
        const known = kinds.get(shown);
        if (known !== undefined) known.count += 1;
        else if (kinds.size < mostKinds) kinds.set(shown, { count: 1, path });
      }
      if (kinds.size === 0) return new Map<string, FileFacts>();
      const unread = [...kinds].map(([kind, found]) => ({ kind, ...found }));
      return new Map<string, FileFacts>([[".", { unread }]]);
    },
  };
}
