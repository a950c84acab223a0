import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { documentFacts } from "./document-facts.ts";
import type { Markup } from "./markup-dialects.ts";

/** README and CHANGELOG of any folder, and pages under `docs/`. */
const documentPath =
  /(?:^|\/)(?:README|CHANGELOG|CHANGES|HISTORY)(?:\.(?:md|markdown|rst|adoc|txt))?$|(?:^|\/)docs?\/(?:[^/]{1,200}\/){0,8}[^/]{1,200}\.(?:md|markdown|rst|adoc)$/i;
const maximumCharacters = 200_000;

export const documents: FileSource = {
  id: "documents",
  version: 12,
  endings: ["readme", "changelog", "changes", "history", "md", "markdown", "rst", "adoc", "txt"],
  detect: (path) => (documentPath.test(path) && !isForeignPath(path) ? "head" : "none"),
  read: ({ path, text }) => {
    const document = documentFacts(text.slice(0, maximumCharacters), markupOf(path));
    if (text.length <= maximumCharacters) return { document };
    const problem = `Only the first ${maximumCharacters} characters were read`;
    return { document, problems: [{ code: "truncated", text: problem }] };
  },
};

function markupOf(path: string): Markup {
  if (/\.rst$/i.test(path)) return "restructuredtext";
  return /\.adoc$/i.test(path) ? "asciidoc" : "markdown";
}
