import { matchesPathGlob } from "#evidence/path-glob.ts";
import type { LeftOutReason } from "./left-out.ts";

type Kind = Extract<LeftOutReason, "generated" | "vendored">;

interface Rule {
  readonly folder: string;
  readonly glob: string;
  readonly kind: Kind;
  readonly isSet: boolean;
}

/** More rules than an honest repository has would be tried on each of its files. */
const mostRules = 100;
const longestFile = 256 * 1024;
const attribute = /^(-?)linguist-(generated|vendored)(?:=(true|false|1|0))?$/;

/**
 * What `.gitattributes` say to GitHub Linguist about files that nobody wrote here (`linguist-generated`, `linguist-vendored`);
 * patterns as gitattributes(5) reads them, the last that matches counts, deeper folders go before.
 */
export class LinguistAttributes {
  private readonly rules: Rule[] = [];

  static isFile(path: string): boolean {
    return path === ".gitattributes" || path.endsWith("/.gitattributes");
  }

  /** Adds the rules of the file at a path; those above it must have been added before. */
  add(path: string, text: string): void {
    const slash = path.lastIndexOf("/");
    const folder = slash < 0 ? "" : path.slice(0, slash + 1);
    for (const line of text.slice(0, longestFile).split("\n")) {
      if (!line.includes("linguist-")) continue;
      const [pattern = "", ...said] = line.trim().split(/\s+/);
      if (pattern === "" || pattern.startsWith("#") || pattern.length > 300) continue;
      for (const word of said) {
        const [, minus, kind, value] = attribute.exec(word) ?? [];
        if ((kind !== "generated" && kind !== "vendored") || this.rules.length >= mostRules)
          continue;
        const isSet = minus === "" && value !== "false" && value !== "0";
        this.rules.push({ folder, glob: globOf(pattern), kind, isSet });
      }
    }
  }

  /** True or false where a rule says so, else null. */
  says(path: string, kind: Kind): boolean | null {
    const rule = this.rules.findLast(
      (one) =>
        one.kind === kind &&
        path.startsWith(one.folder) &&
        matchesPathGlob(one.glob, path.slice(one.folder.length)),
    );
    return rule?.isSet ?? null;
  }
}

/** A pattern without a slash is meant at any depth. */
function globOf(pattern: string): string {
  return pattern.includes("/") ? pattern.replace(/^\//, "") : `**/${pattern}`;
}
