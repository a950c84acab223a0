import { spawn } from "node:child_process";
import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { constants as system, setPriority } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { alone } from "./alone.mjs";

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

if (isOutdated())
  await alone(join(root, "dist", "build.lock"), async () => {
    // Another one may have built it meanwhile.
    if (isOutdated()) await build();
  });
if (process.argv[2] === "serve") makeSample();
process.argv[1] = main;
await import(pathToFileURL(main).href);

function isOutdated() {
  const newest = Math.max(...madeOf.map((path) => newestIn(join(root, path))));
  return Math.min(...made.map(timeOf)) < newest;
}

/** Beside the service, which does not wait for it: who looks at an empty one is offered the sample once it is there. */
function makeSample() {
  if (timeOf(join(root, "dist", "sample", "report.json.gz")) >= timeOf(main) || !mayBuild()) return;
  const words = [join(root, "scripts", "sample.mjs")];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "ignore", 2] });
  child.once("error", (error) => process.stderr.write(`${error.message}\n`));
  if (child.pid === undefined) return;
  setPriority(child.pid, system.priority.PRIORITY_LOW);
  child.unref();
}

function mayBuild() {
  try {
    accessSync(join(root, "dist"), constants.W_OK);
    return true;
  } catch (error) {
    if (error.code === "EACCES" || error.code === "EROFS") return false;
    throw error;
  }
}

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
