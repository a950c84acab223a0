import { spawn } from "node:child_process";
import { join } from "node:path";

/**
 * `npm run verify`: the unit tests in one lane, everything that only looks at the code in the other, so that two cores are
 * busy. Each check's words come in one piece, when it is done; the exit code is 1 where any failed. Under a minute on two
 * free cores: what takes long is a `*.long.test.ts`, and the slowest files are named at the end of the unit tests.
 */
const root = join(import.meta.dirname, "..");
const lanes = [
  [["npx", "vitest", "run", "--project", "unit"]],
  [
    ["npx", "oxfmt", "--check"],
    ["npm", "run", "lint", "--silent"],
    types(".", "engine"),
    types("web", "screens"),
    types("sdk", "sdk"),
    ["npx", "knip", "-t", "tsconfig.build.json", "--cache"],
  ],
];

/** What the linter knows of types is some two gigabytes, made once: until four are taken, to collect garbage is wasted time. */
const env = { GOGC: "off", GOMEMLIMIT: "4GiB", ...process.env };

const failed = [];

/** What the compiler found out is kept by content: of files that stand as they were nothing is asked again. */
function types(project, name) {
  const kept = join("node_modules", ".cache", `types-${name}.tsbuildinfo`);
  return ["npx", "tsc", "--noEmit", "-p", project, "--incremental", "--tsBuildInfoFile", kept];
}

/** Resolves when the check is done, whatever it found. */
function run([program, ...args]) {
  const words = [program, ...args].join(" ");
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env,
      shell: process.platform === "win32",
    });
    const said = [];
    child.stdout.on("data", (chunk) => said.push(chunk));
    child.stderr.on("data", (chunk) => said.push(chunk));
    child.on("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on("close", (code) => {
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      process.stdout.write(`> ${words} (${seconds} s)\n`);
      process.stdout.write(Buffer.concat(said));
      if (code !== 0) failed.push(words);
      resolve();
    });
  });
}

await Promise.all(
  lanes.map(async (lane) => {
    for (const command of lane) await run(command);
  }),
);
for (const command of failed) console.log(`failed: ${command}`);
process.exitCode = failed.length > 0 ? 1 : 0;
