import { parseSyml } from "@yarnpkg/parsers";
import { field } from "../untrusted-value.ts";
import type { LockReader } from "./segment-grammar.ts";
import { readYarnEntry } from "./yarn-entry.ts";
import { berryGrammar, classicGrammar, classicHeader } from "./yarn-grammar.ts";

const headLength = 600;

/** yarn.lock of yarn 1 (classic) and of yarn 2 and later (berry). */
export const yarnLock: LockReader = {
  read: (text, sink) => {
    for (const [key, held] of Object.entries(parseSyml(text)))
      readYarnEntry(key, field(held, "version"), sink);
  },
  grammarOf: (content) =>
    classicHeader.test(content.toString("latin1", 0, headLength)) ? classicGrammar : berryGrammar,
};
