import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { parseXml } from "../xml-scanner.ts";

/** *.nuspec: https://learn.microsoft.com/nuget/reference/nuspec. Tokens (`$id$`) are those of the project beside it, which is read. */
export const nuspecSource = manifestSource({
  id: "nuspec",
  version: 1,
  endings: ["nuspec"],
  matches: (base) => base.endsWith(".nuspec"),
  read({ text }) {
    const facts = new CollectedFacts();
    const metadata = parseXml(text).child("metadata");
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
