import { jsonReader } from "./json-grammar.ts";
import { field } from "../untrusted-value.ts";

/** Pipfile.lock: `==1.2.3` in each category of packages, and a Pipfile may name its own; from git, the commit. */
export const pipfileLock = jsonReader({
  isSection: (name) => name !== "_meta",
  readEntry: (_section, key, value, sink) => {
    const version = field(value, "version") ?? field(value, "ref");
    if (key !== null && typeof version === "string")
      sink.add("pypi", key, version.replace(/^={2,3} ?/, ""));
  },
});
