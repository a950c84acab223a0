import { spawnSync } from "node:child_process";
import { join, relative } from "node:path";

/** The main job on the sample organisation: repositories and records made by code, assessed twice, reported. */
const root = join(import.meta.dirname, "..");
const demo = join(root, "demo");
const asShown = (path) => relative(process.cwd(), path) || ".";

const run = (args, stdio = "inherit") => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio });
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
const assess = (config, asOf, outputs, stdio) =>
  run(
    [
      join("dist", "bundle", "main.js"),
      "assess",
      asShown(repositories),
      "--config",
      asShown(config),
      "--name",
      "Meridian Railways",
      "--as-of",
      asOf,
      ...outputs,
    ],
    stdio,
  );
console.log("\nFirst as it was three months before, so that the report can tell what changed.\n");
const before = "2026-03-31";
const silently = ["ignore", "ignore", "inherit"];
assess(join(demo, before, "fulcrum.yaml"), before, ["--no-out"], silently);
const outputs = ["--out", asShown(report), "--json", asShown(join(demo, "report.json"))];
assess(settings, "2026-06-30", outputs);
console.log(`
Open ${asShown(report)} in a browser. It is one file: no server, no network.

For your own organisation, give a folder of clones (full histories, bare or not):

  npm run fulcrum -- assess ../repos
`);
