import { jsonReader } from "./json-grammar.ts";
import { field, isRecord } from "../untrusted-value.ts";

/** packages.lock.json: by target framework; what is not `Direct` is reached through others; projects are local. */
export const nugetLock = jsonReader({
  isSection: (name) => name === "dependencies",
  readEntry: (_section, _framework, packages, sink) => {
    if (!isRecord(packages)) return;
    for (const [name, held] of Object.entries(packages)) {
      const type = field(held, "type");
      if (type === "Project") continue;
      sink.add("nuget", name, field(held, "resolved"), { isNested: type !== "Direct" });
    }
  },
});
