import { join } from "node:path";

/** Of this run of tests alone: several may run at once. */
process.env["FULCRUM_TEST_STARTER"] ??= join(
  import.meta.dirname,
  "../../node_modules/.cache/fulcrum-tests",
  `starter-process-${String(process.pid)}.mjs`,
);
export const compiledStarter = process.env["FULCRUM_TEST_STARTER"];
