import { lineNumbers } from "#evidence/line-numbers.ts";
import { blankComments, enclosed } from "../balanced.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { parseForgeArchive } from "../forge-archive.ts";
import { parseGitLocation } from "../git-location.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName } from "../package-marks.ts";

const call =
  /^\s{0,20}(module|bazel_dep|git_override|archive_override|git_repository|new_git_repository|http_archive)\s{0,20}(?=\()/gm;
const mostCalls = 2_000;

/** MODULE.bazel and WORKSPACE: modules of the registry, and repositories by git address or archive, where these are literals. */
export const moduleBazel = manifestSource({
  id: "bazel-module",
  version: 1,
  endings: ["bazel", "workspace", "bzlmod"],
  matches: (base) =>
    /^(?:MODULE\.bazel|[\w-]{1,60}\.MODULE\.bazel|WORKSPACE(?:\.bazel|\.bzlmod)?)$/.test(base),
  read(file) {
    const facts = new CollectedFacts();
    const text = blankComments(file.text, "hash");
    const lineOf = lineNumbers(text);
    for (const found of [...text.matchAll(call)].slice(0, mostCalls)) {
      const body = enclosed(text, found.index + found[0].length)?.text;
      const line = lineOf(found.index + found[0].search(/\S/));
      if (body !== undefined) readCall(facts, found[1] ?? "", body, line);
    }
    return facts.toFileFacts();
  },
});

function readCall(facts: CollectedFacts, verb: string, body: string, line: number): void {
  const text = (key: string): string | null =>
    new RegExp(`\\b${key}\\s{0,20}=\\s{0,20}\\[?\\s{0,20}"([^"\\n]{1,500})"`).exec(body)?.[1] ??
    null;
  const name = text("name") ?? text("module_name");
  const version = text("version");
  if (verb === "module") {
    if (name !== null) facts.offer("bazel", name, { kind: kindOfName(name), version, line });
    return;
  }
  if (verb === "bazel_dep") {
    const isDevelopment = /\bdev_dependency\s{0,20}=\s{0,20}True/.test(body);
    const scope = isDevelopment ? "development" : "runtime";
    if (name !== null) facts.use("bazel", name, { scope, constraint: version, line });
    return;
  }
  const archive = parseForgeArchive(text("urls?") ?? "");
  const location = parseGitLocation(text("remote") ?? archive?.origin ?? "");
  if (location === null) return;
  const { type, name: repository, ...parts } = location;
  const constraint = text("tag") ?? archive?.revision ?? text("commit");
  facts.use(type, repository, { ...parts, scope: "runtime", constraint, line });
}
