import { CollectedFacts } from "../collected-facts.ts";
import { baseName, folderOf } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { parseXml } from "../xml-scanner.ts";

/** NuGet's older list of packages, one file for each project. */
export const packagesConfigSource = manifestSource({
  id: "nuget-packages-config",
  version: 2,
  endings: ["config"],
  matches: (base) => base.toLowerCase() === "packages.config",
  read({ path, text }) {
    const facts = new CollectedFacts();
    const isTest = /Tests?$/.test(baseName(folderOf(path)));
    for (const item of parseXml(text).all("package")) {
      const id = item.attribute("id");
      if (id === null) continue;
      const isDevelopment = item.attribute("developmentDependency")?.toLowerCase() === "true";
      facts.use("nuget", id, {
        scope: isDevelopment ? "development" : isTest ? "test" : "runtime",
        constraint: item.attribute("version"),
        line: item.line,
      });
    }
    return facts.toFileFacts();
  },
});
