import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The command line out of a clone: built first where something is missing or older than what it is made of. An installed package
 * begins at dist/bundle/main.js, and comes built.
 */
const root = join(import.meta.dirname, "..");
const main = join(root, "dist", "bundle", "main.js");
const made = [
  main,
  join(root, "dist", "web", "report-template.html"),
  join(root, "dist", "workspace", "workspace.html"),
];
const madeOf = ["src", "web", "scripts/bundle.mjs", "package-lock.json", "tsconfig.build.json"];

if (Math.min(...made.map(timeOf)) < Math.max(...madeOf.map((path) => newestIn(join(root, path)))))
  await build();
process.argv[1] = main;
await import(pathToFileURL(main).href);

/** 0 where there is none. */
function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Folders count too: one changes when a file of it is removed. */
function newestIn(path) {
  if (!statSync(path).isDirectory()) return timeOf(path);
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .reduce((newest, entry) => {
      const below = join(path, entry.name);
      return Math.max(newest, entry.isDirectory() ? newestIn(below) : timeOf(below));
    }, timeOf(path));
}

/** Types are left to `npm run build`: whoever wants to see Fulcrum waits half as long. */
async function build() {
  process.stderr.write("Building Fulcrum first, which takes some seconds …\n");
  const compiler = join("node_modules", "typescript", "bin", "tsc");
  const code = async () =>
    (await succeeds(process.execPath, [compiler, "-p", "tsconfig.build.json", "--noCheck"])) &&
    (await succeeds(process.execPath, [join("scripts", "bundle.mjs")]));
  const screens = () => succeeds("npm", ["run", "build", "--workspace", "web", "--silent"]);
  const ends = await Promise.all([code(), screens()]);
  if (ends.every(Boolean)) return;
  process.stderr.write(
    "Fulcrum was not built, for the reason above. Run npm ci where packages are missing, as the owner of this folder; npm run build then says more.\n",
  );
  process.exit(1);
}

/** What it says goes to standard error: output is the command's own. */
function succeeds(program, words) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: root, stdio: ["ignore", 2, 2] });
    child.once("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(false);
    });
    child.once("close", (status) => resolve(status === 0));
  });
}
