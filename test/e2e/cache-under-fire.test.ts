import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { sampleReport } from "#fixtures/sample-report.ts";
import { report as reportSchema } from "#sections/report.ts";
import { AssessmentFiles } from "#store/files/assessments/assessment-files.ts";
import { FileCache } from "#store/files/cache.ts";

const built = pathToFileURL(join(import.meta.dirname, "../../dist/store/files/cache.js")).href;
const valueSchema = z.object({ round: z.number(), load: z.string() });
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-fire-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program over the compiled cache. */
function program(text: string): string[] {
  return [
    "--input-type=module",
    "--eval",
    `import { FileCache } from ${JSON.stringify(built)};\nconst cache = new FileCache(${JSON.stringify(folder)});\n${text}`,
  ];
}

it("a cache whose writers are killed at any moment holds the last whole value", async () => {
  const writer = program(`
    for (let round = 0; ; round++) {
      await cache.write("evidence", "shop", "key", { round, load: "x".repeat(300_000 + round) });
      console.log(round);
    }`);
  const cache = new FileCache(folder);
  for (let kill = 0; kill < 12; kill++) {
    const child = spawn(process.execPath, writer, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, 3 + kill * 4.7));
    child.kill("SIGKILL");
    await once(child, "close");
    const written = Number(output.trim().split("\n").at(-1));
    const found = await cache.read("evidence", "shop", "key");
    const held = valueSchema.parse(found?.value);
    // What was confirmed is there; a value that was in place but not yet confirmed may be, too.
    expect([written, written + 1]).toContain(held.round);
    expect(held.load).toHaveLength(300_000 + held.round);
  }
});

it("processes that start at once agree on one identity key", async () => {
  const asker = program(`process.stdout.write(await cache.identityKey());`);
  const keys = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const child = spawn(process.execPath, asker, { stdio: ["ignore", "pipe", "inherit"] });
      let output = "";
      child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
      await once(child, "close");
      return output;
    }),
  );
  expect(new Set(keys).size).toBe(1);
  expect(readFileSync(join(folder, "identity.key"), "utf8")).toBe(`${keys[0] ?? ""}\n`);
});

it("a limit of the size of files says what to do and leaves the old value", async () => {
  const cache = new FileCache(folder);
  await cache.write("evidence", "shop", "key", "old");
  const writer = program(`
    try {
      await cache.write("evidence", "shop", "key", "x".repeat(1_000_000));
    } catch (error) {
      process.stdout.write(error.code + ": " + error.next);
    }`);
  // No file may grow beyond 8 blocks.
  const limited = ["-c", 'ulimit -f 8; exec "$0" "$@"', process.execPath, ...writer];
  const { stdout } = spawnSync("sh", limited, { encoding: "utf8" });
  expect(stdout).toMatch(
    /^write-failed: Files may not become that large here \(ulimit -f\): raise the limit/,
  );
  expect(await cache.read("evidence", "shop", "key")).toEqual({ value: "old" });
  expect(readdirSync(join(folder, "evidence"))).toHaveLength(1);
});

const builtStore = pathToFileURL(
  join(import.meta.dirname, "../../dist/store/files/assessments/assessment-files.js"),
).href;

it("assessments whose writers are killed at any moment: one is in force, and whole", async () => {
  const report = sampleReport();
  const place = join(folder, "place");
  writeFileSync(join(folder, "report.json"), JSON.stringify(report));
  const writer = `
    import { readFileSync } from "node:fs";
    import { AssessmentFiles } from ${JSON.stringify(builtStore)};
    const store = new AssessmentFiles(${JSON.stringify(folder)});
    const report = JSON.parse(readFileSync(${JSON.stringify(join(folder, "report.json"))}, "utf8"));
    const origin = { folders: [], configurationPath: null, generatedAt: report.generatedAt };
    for (let round = 0; ; round++) {
      const name = "shop " + process.argv[1] + " " + round;
      const organisation = { ...report.organisation, name };
      const teams = report.teams.map((one) => ({ ...one, name }));
      const made = { ...report, organisation, teams };
      await store.save({ place: ${JSON.stringify(place)}, report: made, origin, reuseKey: null });
      console.log(round);
    }`;
  const store = new AssessmentFiles(folder);
  for (let kill = 0; kill < 5; kill++) {
    const children = ["a", "b"].map((name) =>
      spawn(process.execPath, ["--input-type=module", "--eval", writer, name], {
        stdio: ["ignore", "pipe", "inherit"],
      }),
    );
    await Promise.all(
      children.map((child) =>
        Promise.race([
          once(child.stdout, "data"),
          once(child, "exit").then(() => expect.fail("a writer gave up by itself")),
        ]),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 10 + kill * 13));
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(children.map((child) => once(child, "close")));
    const current = await store.current(place);
    const held = await store.report(current?.id ?? "");
    expect(reportSchema.safeParse(held).success).toBe(true);
    expect(new Set(held.teams.map(({ name }) => name))).toEqual(new Set([held.organisation.name]));
  }
});
