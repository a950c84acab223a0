import { jsonReader } from "./json-grammar.ts";
import { field } from "../untrusted-value.ts";

/** composer.lock: one version of each package, as tagged (`v6.4.1`) or the branch (`dev-main`). */
export const composerLock = jsonReader({
  isSection: (name) => name === "packages" || name === "packages-dev",
  readEntry: (_section, _key, value, sink) => {
    const name = field(value, "name");
    if (typeof name === "string") sink.add("composer", name, field(value, "version"));
  },
});
