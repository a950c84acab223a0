import {
  asRecord,
  KeyLines,
  parseJsonManifest,
  recordField,
  stringField,
} from "../json-manifest.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";

/** `.config/dotnet-tools.json`: the tools that the repository's people run, https://learn.microsoft.com/dotnet/core/tools/local-tools-how-to-use */
export const dotnetTools = manifestSource({
  id: "dotnet-tools",
  version: 1,
  endings: ["json"],
  matches: (base) => base === "dotnet-tools.json",
  read({ text }) {
    const collector = new ManifestCollector("nuget");
    const root = parseJsonManifest(text, collector);
    const lines = new KeyLines(text, "tools");
    for (const [name, value] of Object.entries(recordField(root ?? {}, "tools") ?? {})) {
      const constraint = stringField(asRecord(value) ?? {}, "version") ?? null;
      const line = lines.lineOf(name);
      collector.dependency({ name, constraint, scope: "development", line });
    }
    return collector.facts();
  },
});

/** global.json: versions of the SDKs that projects name without one. It says no use by itself. */
export const globalJson = manifestSource({
  id: "dotnet-global",
  version: 1,
  endings: ["json"],
  matches: (base) => base === "global.json",
  read({ text }) {
    const collector = new ManifestCollector("nuget");
    const root = parseJsonManifest(text, collector);
    for (const [name, version] of Object.entries(recordField(root ?? {}, "msbuild-sdks") ?? {}))
      if (typeof version === "string")
        collector.define({ name: `sdk:${name.toLowerCase()}`, value: version });
    return collector.facts();
  },
});
