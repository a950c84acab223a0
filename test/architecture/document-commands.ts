import { projectFiles } from "./project-files.ts";

/** What somebody who reads a document may type. */
export interface ShownCommand {
  readonly document: string;
  readonly command: string;
}

/** The changelog says what was once so. */
const documents = projectFiles.filter(
  ({ path }) => path.endsWith(".md") && path !== "CHANGELOG.md",
);
const program = /^(?:fulcrum|npm|npx|node|git) /;

/** Every command in a block or a span of code, without what explains it; blanks are one. */
export const shownCommands: readonly ShownCommand[] = documents.flatMap(({ path, text }) => {
  const lines = [...text.matchAll(/^```\w*\n(.*?)^```/gms)].flatMap(([, block = ""]) =>
    block.split("\n"),
  );
  const spans = Array.from(
    text.replace(/^```.*?^```/gms, "").matchAll(/`([^`]+)`/g),
    ([, span = ""]) => span.replace(/\s+/g, " "),
  );
  return [...lines, ...spans]
    .map((line) => line.trim().replace(/^- run: /, ""))
    .filter((line) => program.test(line))
    .map((line) => ({ document: path, command: line.replace(/ {2,}.*$| # .*$/, "") }));
});
