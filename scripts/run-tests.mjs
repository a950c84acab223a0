import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** `npm test`: everything verify checks, then the build, the simulations and the tests of what was built. */
const root = join(import.meta.dirname, "..");
const results = join(root, "build", "test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const steps = [
  ["npm", "run", "verify", "--silent"],
  ["npm", "run", "build", "--silent"],
  ["npx", "vitest", "run", "--project", "exactness", "--project", "store", "--project", "e2e"],
];

const failed = [];
for (const [command, ...args] of steps) {
  console.log(`\n> ${[command, ...args].join(" ")}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, FULCRUM_TEST_RESULTS: results },
  });
  if (status === 0) continue;
  failed.push(args.join(" "));
  // Without a build there is nothing to test in a browser; after verify the rest still tells something.
  if (args.includes("build")) break;
}

const runs = readdirSync(results).map((file) =>
  JSON.parse(readFileSync(join(results, file), "utf8")),
);
const tests = runs.flatMap((run) => run.testResults).flatMap((file) => file.assertionResults);
const having = (...states) => tests.filter(({ status }) => states.includes(status));
const skipped = having("skipped", "pending", "todo");
// A file that could not be loaded has no tests to count, and is a failure all the same.
const unloaded = runs
  .flatMap((run) => run.testResults)
  .filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((one) => one.status === "failed"),
  );

console.log("");
for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
if (skipped.length > 0) {
  console.log(
    "Tests are skipped where no Chromium is found (install one, or name it in FULCRUM_CHROMIUM), no other PostgreSQL is installed, the user is not root (or is), and where the set-up of their file failed.",
  );
}
for (const step of failed) console.log(`failed: ${step}`);
const failures = having("failed").length + unloaded.length;
console.log(`${having("passed").length} passed, ${failures} failed, ${skipped.length} skipped`);
process.exitCode = failed.length > 0 || failures > 0 || tests.length === 0 ? 1 : 0;
