import { field } from "../untrusted-value.ts";
import { failsafeYaml } from "./failsafe-yaml.ts";
import type { LockReader } from "./segment-grammar.ts";
import { parseClassicYarnLock } from "./yarn-classic.ts";
import { readYarnEntry } from "./yarn-entry.ts";
import { berryGrammar, classicGrammar, isClassicYarnLock } from "./yarn-grammar.ts";

/** More than is looked at to tell the two apart. */
const longestHead = 1000;

/** yarn.lock of yarn 1 (classic) and of yarn 2 and later (berry, YAML). */
export const yarnLock: LockReader = {
  read: (text, sink) => {
    if (isClassicYarnLock(Buffer.from(text.slice(0, longestHead))))
      for (const [key, version] of parseClassicYarnLock(text)) readYarnEntry(key, version, sink);
    else
      for (const [key, held] of Object.entries(failsafeYaml(text)))
        readYarnEntry(key, field(held, "version"), sink);
  },
  grammarOf: (content) => (isClassicYarnLock(content) ? classicGrammar : berryGrammar),
};
