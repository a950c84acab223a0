import type { FileFacts, ParseProblem } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource, TreeSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { lockFormatOf } from "../locks/formats.ts";
import { unreadKindOf, type UnreadKind } from "./kinds.ts";

/**
 * Names manifests and lock files of kinds that are not read: one problem for each kind, about the root. What one of `readers`
 * or the lock files take in is read, whatever the list says.
 */
export function unreadKinds(readers: readonly FileSource[]): TreeSource {
  const isRead = (path: string): boolean =>
    lockFormatOf(path) !== null || readers.some((reader) => reader.detect(path) !== "none");
  return {
    id: "unread-kinds",
    version: 1,
    readTree: (paths) => {
      const kinds = new Map<string, { readonly kind: UnreadKind; readonly paths: string[] }>();
      for (const path of paths) {
        const kind = unreadKindOf(path);
        if (kind === null || isForeignPath(path) || isTestPath(path) || isRead(path)) continue;
        const known = kinds.get(kind.name) ?? { kind, paths: [] };
        known.paths.push(path);
        kinds.set(kind.name, known);
      }
      if (kinds.size === 0) return new Map();
      const facts: FileFacts = { problems: [...kinds.values()].map(problemOf) };
      return new Map([[".", facts]]);
    },
  };
}

function problemOf({
  kind,
  paths,
}: {
  readonly kind: UnreadKind;
  readonly paths: readonly string[];
}): ParseProblem {
  const [first = ""] = paths;
  const more = paths.length === 1 ? "" : ` and ${String(paths.length - 1)} more`;
  const instead = kind.instead === undefined ? "" : `; ${kind.instead}`;
  return {
    code: "unsupported",
    text: `${kind.name} (${kind.ecosystem}) is a kind of file that is not read: ${first.slice(0, 150)}${more}${instead}`,
  };
}
