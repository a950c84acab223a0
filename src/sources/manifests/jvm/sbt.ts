import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { blankComments } from "./blank-comments.ts";

const longestLine = 2_000;
const organisation = String.raw`"([\w.-]{1,200})"\s*`;
const dependency = new RegExp(
  String.raw`${organisation}(%%?%?)\s*"([\w.-]{1,200})"\s*%\s*("[^"]{1,100}"|[A-Za-z_][\w.]{0,100})(?:\s*%\s*(?:"([^"]{1,100})"|([\w.]{1,60})))?`,
  "g",
);
const variable =
  /^\s*(?:lazy\s+)?va[lr]\s+([A-Za-z_]\w{0,100})\s*(?::\s*String\s*)?=\s*"([^"$]{1,100})"/;
const setting = /(?:^|[\s,(/])(organization|name|version|description)\s*:=\s*"([^"$]{1,300})"/;
const project = /\(?\s*project(?:\s*\.?\s*in)?\s*\(?\s*file\(\s*"([\w./-]{1,200})"\s*\)/;

/** sbt builds and the Scala sources below `project/`: literal `"org" %% "name" % version`, with literal values. */
export const sbtSource = manifestSource({
  id: "sbt",
  version: 1,
  matches: (base, path) =>
    base.endsWith(".sbt") || (base.endsWith(".scala") && /(?:^|\/)project\/[^/]+$/.test(path)),
  read({ text }) {
    const facts = new CollectedFacts();
    const lines = blankComments(text).split("\n");
    const values = new Map<string, string>();
    const settings = new Map<string, { readonly text: string; readonly line: number }>();
    for (const [index, line] of lines.entries()) {
      if (line.length > longestLine) continue;
      const [, name, value] = variable.exec(line) ?? [];
      if (name !== undefined && value !== undefined) values.set(name, value);
      const [, key, literal] = setting.exec(line) ?? [];
      if (key !== undefined && literal !== undefined && !settings.has(key))
        settings.set(key, { text: literal, line: index + 1 });
      const folder = project.exec(line)?.[1];
      if (folder !== undefined && folder !== ".") facts.workspace(folder);
    }
    for (const [index, line] of lines.entries())
      if (line.length <= longestLine) readDependencies(facts, line, index + 1, values);
    const name = settings.get("name");
    const group = settings.get("organization");
    if (name !== undefined && group !== undefined)
      facts.offer("maven", name.text.toLowerCase().replace(/\s+/g, "-"), {
        namespace: group.text,
        kind: "library",
        version: settings.get("version")?.text ?? null,
        description: settings.get("description")?.text ?? null,
        isPrivate: /publish\s*\/\s*skip\s*:=\s*true/.test(text),
        line: name.line,
      });
    return facts.toFileFacts();
  },
});

function readDependencies(
  facts: CollectedFacts,
  line: string,
  number: number,
  values: ReadonlyMap<string, string>,
): void {
  for (const match of line.matchAll(dependency)) {
    const [, group = "", , name = "", version = "", quoted, bare] = match;
    const configuration = (quoted ?? bare ?? "").toLowerCase();
    const isPlugin = /\baddSbtPlugin\b|\bcompilerPlugin\b/.test(line);
    const isTest =
      /\b(?:test|it|integrationtest)\b/.test(configuration) && !configuration.includes("compile");
    const isBuild = isPlugin || configuration === "provided";
    facts.use("maven", name, {
      namespace: group,
      scope: isTest ? "test" : isBuild ? "build" : "runtime",
      constraint: version.startsWith('"')
        ? version.slice(1, -1)
        : (values.get(version.slice(version.lastIndexOf(".") + 1)) ?? null),
      line: number,
    });
  }
}
