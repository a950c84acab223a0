import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { bakeryObjectives } from "#fixtures/objectives.ts";
import { recordRun, type RecordedOptions } from "./recorded-session.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fulcrum-slo-"));
  await mkdir(join(folder, "goals"));
  // Nothing in its path speaks of objectives: its version does.
  await writeFile(join(folder, "goals", "bakery.yaml"), bakeryObjectives);
  await writeFile(join(folder, "goals", "values.yaml"), "replicas: 3\n");
  await writeFile(join(folder, "empty.yaml"), "");
  await writeFile(join(folder, "photo.yaml"), Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x7b, 0x5b]));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (line: string, options: Partial<RecordedOptions> = {}) =>
  recordRun(line.split(" "), { workingFolder: folder, ...options });

/** Thirty days of hours until the moment that the recorded session takes for now. */
const counts = (good: number, from = "2026-02-02T10:00:00Z"): string => {
  const start = Date.parse(from) / 1000;
  const rows = Array.from({ length: 720 }, (_, hour) => {
    const at = start + hour * 3_600;
    return `ovens/loaves,${String(at)},${String(at + 3_600)},${String(good)},1000`;
  });
  return ["slo,from,to,good,total", ...rows].join("\n");
};

describe("slo validate", () => {
  test("reads YAML of a folder by its version, and counts what it holds", async () => {
    const { code, out, notes } = await run("slo validate goals");
    expect([code, notes]).toEqual([0, ""]);
    expect(out).toBe("5 objectives in 1 file (1 DataSource, 5 SLO).\n");
  });

  test.each([
    ["a file that is empty", "empty.yaml", "empty.yaml: holds no OpenSLO, Sloth or Pyrra document"],
    ["a file of something else", "goals/values.yaml", "holds no OpenSLO, Sloth or Pyrra document"],
    ["a picture", "photo.yaml", "photo.yaml"],
    ["a folder without any", "cellar", "No objectives were found in cellar."],
    ["a path that leads nowhere", "atic", "There is no file or folder atic."],
  ])("says what is wrong with %s, and stops a pipeline", async (_, path, words) => {
    await mkdir(join(folder, "cellar"));
    const { code, out, notes } = await run(`slo validate ${path}`);
    expect(code).toBe(2);
    expect(out + notes).toContain(words);
    expect(notes.trimEnd().split("\n")).toHaveLength(2);
  });

  test("names the line of each mistake", async () => {
    const mistaken = bakeryObjectives.replace("target: 0.999", "target: 1");
    await writeFile(join(folder, "goals", "bakery.yaml"), mistaken);
    const { code, out } = await run("slo validate goals");
    expect(code).toBe(2);
    expect(out).toContain(
      "goals/bakery.yaml:20: A target of 1 leaves no error budget: one failure in its whole life would break it",
    );
  });
});

describe("slo rules", () => {
  test("writes a file, and says what it left out", async () => {
    const { code, out, notes } = await run("slo rules goals --out rules.yml");
    expect(code).toBe(0);
    expect(out).toBe("Written to rules.yml: rules of 5 objectives.\n");
    expect(notes).toContain("till/cards: the page of 1h and 5m left out: cannot fire");
    expect(await readFile(join(folder, "rules.yml"), "utf8")).toContain("slo:error_ratio:window1h");
  });

  test("prints what clears a screen or turns the direction as escapes that YAML reads back", async () => {
    const hostile = bakeryObjectives.replace('state="burnt"', 'state="\\u009b2J\\u202eburnt"');
    const double = hostile.replace(
      /'(loaves_total\{.*?\})'/,
      (_, query: string) => `"${query.replaceAll('"', '\\"')}"`,
    );
    await writeFile(join(folder, "goals", "bakery.yaml"), double);
    const { code, out } = await run("slo rules goals");
    expect(code).toBe(0);
    expect(out).not.toMatch(/[\u007f-\u009f\u202e]/);
    expect(out).toContain("\\U0000009b2J\\U0000202eburnt");
    expect(JSON.stringify(parse(out))).toContain("\u009b2J\u202eburnt");
  });

  test("does not write an empty file over a good one", async () => {
    await writeFile(join(folder, "rules.yml"), "good");
    const elsewhere = bakeryObjectives.slice(0, bakeryObjectives.indexOf("---\nversion:"));
    await writeFile(
      join(folder, "goals", "bakery.yaml"),
      elsewhere.replaceAll("type: Prometheus", "type: Datadog"),
    );
    const { code, notes } = await run("slo rules goals --out rules.yml");
    expect(code).toBe(2);
    expect(notes).toContain("ovens/heat: its rules left out: its data come from Datadog");
    expect(notes).toContain("No rules were written: every objective is left out.");
    const nothing = await run("slo rules empty.yaml --out rules.yml");
    expect([nothing.code, nothing.notes]).toEqual([
      2,
      expect.stringContaining("No objectives were found in empty.yaml."),
    ]);
    expect(await readFile(join(folder, "rules.yml"), "utf8")).toBe("good");
  });
});

describe("slo status", () => {
  test.each([
    [1_000, "100 %", "ok"],
    [998, "-100 %", "spent: health work first"],
  ])("tells budgets from counts in a file, %d of 1000", async (good, left, state) => {
    await writeFile(join(folder, "counts.csv"), counts(good));
    const { code, out } = await run("slo status goals --data counts.csv");
    expect(code).toBe(0);
    const loaves = out.split("\n").find((line) => line.startsWith("ovens/loaves"));
    expect(loaves).toContain(left);
    expect(loaves).toContain(state);
    expect(out.split("\n").find((line) => line.startsWith("door"))).toContain("cannot be judged");
  });

  test("lists rows that it refused, with line and reason", async () => {
    await writeFile(join(folder, "counts.csv"), `${counts(1_000)}\novens/loaves,0,60,2,1\n`);
    const { notes } = await run("slo status goals --data counts.csv");
    expect(notes).toContain("counts.csv:722: more good events than events");
  });

  test.each([
    ["localhost:9090", "http://localhost:9090"],
    ["ftp://metrics", "http://localhost:9090"],
    ["metrics", "http://localhost:9090"],
  ])("does not take %s for a server", async (server, words) => {
    const { code, notes } = await run(`slo status goals --prometheus ${server}`);
    expect(code).toBe(2);
    expect(notes).toContain(words);
  });

  test("says that a server is away, once, and judges nothing by it", async () => {
    const { code, out, notes } = await run("slo status goals --prometheus http://127.0.0.1:1");
    expect(code).toBe(0);
    expect(notes.match(/127\.0\.0\.1:1 cannot be reached/g)).toHaveLength(1);
    expect(out.match(/cannot be judged/g)).toHaveLength(5);
  });

  test("suggests the flag that was meant", async () => {
    const { code, notes } = await run("slo status goals --promtheus http://a");
    expect([code, notes]).toEqual([2, expect.stringContaining("--prometheus")]);
  });
});
