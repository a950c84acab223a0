import { join } from "node:path";

const variable = "FULCRUM_TEST_STARTER";

/** Of this run of tests alone, also where it is started by a test of another: several may run at once. */
export function nameStarter(): string {
  const path = join(
    import.meta.dirname,
    "../../node_modules/.cache/fulcrum-tests",
    `starter-process-${String(process.pid)}.mjs`,
  );
  process.env[variable] = path;
  return path;
}

/** What the run of this file of tests named. */
export const compiledStarter = (): string => process.env[variable] ?? "";
