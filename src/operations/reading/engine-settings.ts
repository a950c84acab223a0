import { setFlagsFromString } from "node:v8";

/** Of Node 20: later engines have a compiler between, and other budgets. */
const measuredEngine = /^11\./;

/**
 * Lets functions run longer before they are optimised, here and in threads started after: a reading is short and its code
 * wide, so that optimising took a third of its processor time. To be called before the first thread starts.
 */
export function optimiseLater(): void {
  if (measuredEngine.test(process.versions.v8)) setFlagsFromString("--interrupt-budget=1000000");
}
