import { spawnSync } from "node:child_process";
import { join, relative } from "node:path";

/** The main job on the sample organisation: repositories made by code, assessed, reported. */
const root = join(import.meta.dirname, "..");
const demo = join(root, "demo");
const asShown = (path) => relative(process.cwd(), path) || ".";

const run = (args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
};
const repositories = join(demo, "repos");
const report = join(demo, "report.html");

run([join("node_modules", "typescript", "bin", "tsc"), "-p", join("test", "fixtures")]);
console.log("Meridian Railways, an invented organisation, as git repositories:");
const settings = join(demo, "fulcrum.yaml");
run([
  join("build", "fixtures", "generate.js"),
  asShown(repositories),
  "--settings",
  asShown(settings),
]);
console.log("");
run([
  join("dist", "bundle", "main.js"),
  "assess",
  asShown(repositories),
  "--config",
  asShown(settings),
  "--name",
  "Meridian Railways",
  "--as-of",
  "2026-06-30",
  "--out",
  asShown(report),
  "--json",
  asShown(join(demo, "report.json")),
]);
console.log(`
Open ${asShown(report)} in a browser. It is one file: no server, no network.

For your own organisation, give a folder of clones (full histories, bare or not):

  npm run fulcrum -- assess ../repos
`);
