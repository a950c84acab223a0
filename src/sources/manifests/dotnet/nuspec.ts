import { CollectedFacts } from "../collected-facts.ts";
import { baseName } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { namedReadme } from "../named-readme.ts";
import type { XmlElement } from "../xml-element.ts";
import { parseXml } from "../xml-scanner.ts";

/** *.nuspec: https://learn.microsoft.com/nuget/reference/nuspec. Tokens (`$id$`) are those of the project beside it, which is read. */
export const nuspecSource = manifestSource({
  id: "nuspec",
  version: 2,
  endings: ["nuspec"],
  matches: (base) => base.endsWith(".nuspec"),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const root = parseXml(text);
    const metadata = root.child("metadata");
    const literal = (name: string): string | null => {
      const value = metadata?.textOf(name)?.trim() ?? "";
      return value === "" || value.includes("$") ? null : value;
    };
    const id = literal("id");
    if (metadata === null) return {};
    if (id !== null)
      facts.offer("nuget", id, {
        kind: metadata.textOf("developmentDependency") === "true" ? "tooling" : "library",
        version: literal("version"),
        description: literal("description"),
        line: metadata.line,
      });
    for (const one of namedReadme(path, readmeOf(root, literal("readme"))))
      facts.define(one.name, one.value);
    const dependencies = metadata.child("dependencies");
    const groups = dependencies?.all("group") ?? [];
    for (const list of dependencies === null ? [] : [dependencies, ...groups])
      for (const item of list.all("dependency")) {
        const name = item.attribute("id");
        if (name === null || name.includes("$")) continue;
        const version = item.attribute("version");
        const constraint = version?.includes("$") === true ? null : version;
        facts.use("nuget", name, { scope: "runtime", constraint, line: item.line });
      }
    return facts.toFileFacts();
  },
});

/** `readme` is its place in the package: where it is taken from stands among the files. */
function readmeOf(root: XmlElement, readme: string | null): string | null {
  const baseOf = (path: string): string => baseName(path.replaceAll("\\", "/"));
  const sources = root.child("files")?.all("file") ?? [];
  const source = sources
    .map((one) => one.attribute("src") ?? "")
    .find((one) => readme !== null && baseOf(one) === baseOf(readme));
  return source ?? readme;
}
