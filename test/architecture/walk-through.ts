import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-files.ts";

/** A file that CONTRIBUTING.md has its reader make (its text), or change (lines to put below a line that is there). */
export type Step =
  | { readonly path: string; readonly kind: "made"; readonly text: string }
  | {
      readonly path: string;
      readonly kind: "changed";
      readonly below: readonly (readonly [line: string, added: string])[];
    };

/** Steps by heading: `A source`, `An insight`, `A command`. */
export function walkThrough(): ReadonlyMap<string, readonly Step[]> {
  const document = readFileSync(join(projectRoot, "CONTRIBUTING.md"), "utf8");
  const [, chapter = ""] = document.split(/^## Adding something, step by step$/m);
  const parts = (chapter.split(/^## /m, 1)[0] ?? "").split(/^### /m).slice(1);
  return new Map(parts.map((part) => [part.split("\n", 1)[0] ?? "", stepsOf(part)]));
}

function stepsOf(part: string): readonly Step[] {
  const named = /^`([^`\n]+)`[^\n]*:\n\n```(\w+)\n(.*?)^```$/gms;
  return Array.from(part.matchAll(named), ([, path = "", language = "", text = ""]) =>
    language === "diff"
      ? { path, kind: "changed", below: added(text) }
      : { path, kind: "made", text },
  );
}

function added(difference: string): (readonly [string, string])[] {
  const lines = difference.trimEnd().split("\n");
  return lines.flatMap((line, index) =>
    line.startsWith("+") ? [[(lines[index - 1] ?? "").slice(1), line.slice(1)] as const] : [],
  );
}
