import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { alone } from "./alone.mjs";

/**
 * The sample organisation as a packed report, which the service offers to whoever has none: made by the same generator as the demo,
 * assessed as it was three months before and as it is, by what was built. Needs `npm run build`.
 */
const dist = join(import.meta.dirname, "..", "dist");
const { sampleName } = await import(pathToFileURL(join(dist, "vocabulary", "sample.js")).href);
await alone(join(dist, "sample.lock"), async () => {
  const work = mkdtempSync(join(tmpdir(), "fulcrum-sample-"));
  const remove = () => rmSync(work, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    await make(work);
  } finally {
    remove();
    process.off("exit", remove);
  }
});

async function make(work) {
  const generator = join(work, "generate.mjs");
  const bundle = await rolldown({
    input: join(import.meta.dirname, "..", "test", "fixtures", "generate.ts"),
    platform: "node",
    onLog: (_level, log) => {
      throw new Error(log.message);
    },
  });
  await bundle.write({ file: generator, format: "esm" });
  await bundle.close();
  const settings = join(work, "fulcrum.yaml");
  await run(work, [generator, join(work, "repos"), "--settings", settings]);
  const report = join(work, "report.json");
  await assess(work, join(work, "2026-03-31", "fulcrum.yaml"), "2026-03-31", []);
  await assess(work, settings, "2026-06-30", ["--json", report]);
  mkdirSync(join(dist, "sample"), { recursive: true });
  const target = join(dist, "sample", "report.json.gz");
  writeFileSync(`${target}.new`, gzipSync(readFileSync(report), { level: 9 }));
  renameSync(`${target}.new`, target);
}

function assess(work, config, asOf, outputs) {
  const main = join(dist, "bundle", "main.js");
  const about = ["--config", config, "--name", sampleName, "--as-of", asOf, "--no-out"];
  return run(work, [main, "assess", join(work, "repos"), "--quiet", ...about, ...outputs]);
}

/** What it says is of no interest; why it fails is. */
async function run(work, words) {
  const { XDG_CACHE_HOME: _, ...environment } = process.env;
  const child = spawn(process.execPath, words, {
    cwd: work,
    env: { ...environment, XDG_CACHE_HOME: join(work, "cache") },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const status = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (status !== 0)
    throw new Error(
      `The sample organisation was not made: ${words.join(" ")} ended with ${status}.`,
    );
}
