import { certainTemplate, folderSigns, type FolderSign } from "#evidence/folder-signs.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import { isTestPath } from "#evidence/test-path.ts";

const sample =
  /(?:^|\/)(?:dummy|sandbox(?:es)?|demos?|playgrounds?|tutorials?|workshops?|[._]?examples?(?:[-_]\w{1,40})?|samples?|test[-_]?(?:app|site|project|server)s?|benchmarks?|benches|fuzz)\//i;

const beside: ReadonlySet<FolderSign> = new Set([
  "installed",
  "test-data",
  "test",
  "trial",
  "example",
]);

/** Paths of one folder come one after the other: the last answer is the one asked for again. */
let last = { folder: ".", isBeside: false };

function isBeside(path: string): boolean {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  if (folder !== last.folder)
    last = { folder, isBeside: folderSigns(folder).some(({ sign }) => beside.has(sign)) };
  return last.isBeside;
}

/** Paths of what runs or is offered: no test, example, document, sandbox, other people's code or thing to be copied. */
export function isOwnPath(path: string): boolean {
  return (
    path.length <= 1_000 &&
    !isForeignPath(path) &&
    !isTestPath(path) &&
    !sample.test(path) &&
    !isBeside(path) &&
    certainTemplate(path) === null
  );
}
