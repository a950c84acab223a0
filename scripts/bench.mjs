import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const [name, ...rest] = process.argv.slice(2);
const candidates = [`${name}.js`, `${name}/main.js`, `${name}/measure.js`];

const run = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" })
    .status ?? 1;

for (const project of ["tsconfig.build.json", "test/fixtures", "tsconfig.bench.json"]) {
  const status = run(join("node_modules", ".bin", "tsc"), ["-p", project]);
  if (status !== 0) process.exit(status);
}
const found = candidates
  .map((file) => join("build", "bench", file))
  .find((file) => existsSync(join(root, file)));
if (name === undefined || found === undefined) {
  console.error(
    "usage: npm run bench -- NAME [options]: a file or folder of bench/, such as growth",
  );
  process.exit(2);
}
process.exit(run(process.execPath, [found, ...rest]));
