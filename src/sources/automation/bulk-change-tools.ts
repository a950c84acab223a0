import type { BulkChangeTool } from "#evidence/automation.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import { lineNumbers } from "#evidence/line-numbers.ts";
import type { FileSource } from "#evidence/source.ts";

/** Documents of any folder whose name says that it holds some, and what stands at the root. */
const documentPath =
  /^(?:[^/]{1,200}|(?:[^/]{1,100}\/){0,4}(?:docs?|documentation|source|content|guides?|handbook|manual|wiki)\/(?:[^/]{1,100}\/){0,6}[^/]{1,200})\.(?:md|markdown|rst|adoc)$/i;
/** A list of all that ever changed names tools that are gone. */
const isLog = /(?:^|\/)(?:CHANGELOG|CHANGES|HISTORY)[^/]{0,40}$/i;
/** Known tools by their names, and names that say it: `bulk-changer`, `mass_pr`. */
const tool =
  /(?<![\w/.-])(multi-gitter|git-xargs|turbolift|octoherd|all-repos|batch-change(?:s|r)|(?:bulk|mass)[-_](?:change[rs]?|updater?|edit(?:or)?|prs?|pull-requests?|raise-?prs?))(?![\w-])/gi;
const context =
  /\bpull[ -]?requests?\b|\bPRs?\b|\bmerge requests?\b|\brepositor(?:y|ies)\b|\brepos?\b/i;
const around = 300;
const mostTools = 5;
const longest = 200_000;

/** Tools that make one change in many repositories, where a document tells people of them. */
export const bulkChangeTools: FileSource = {
  id: "bulk-change-tools",
  version: 1,
  endings: ["md", "markdown", "rst", "adoc"],
  detect: (path) =>
    documentPath.test(path) && !isLog.test(path) && !isForeignPath(path) ? "head" : "none",
  read: ({ text }) => {
    const said = text.slice(0, longest);
    const lineAt = lineNumbers(said);
    const found = new Map<string, BulkChangeTool>();
    for (const { 1: name = "", index } of said.matchAll(tool)) {
      const key = name.toLowerCase();
      if (found.has(key) || found.size >= mostTools) continue;
      // The same word may be of anything else in bulk: rows, prices.
      if (context.test(said.slice(Math.max(0, index - around), index + around)))
        found.set(key, { name: key, line: lineAt(index) });
    }
    return found.size === 0 ? {} : { bulkChangeTools: [...found.values()] };
  },
};
