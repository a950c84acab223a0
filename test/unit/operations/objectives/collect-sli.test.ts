import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loaves, noon } from "#fixtures/objective-bakery.ts";
import { collectSli } from "#operations/gathering/objectives/collect-sli.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-sli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const context = {
  signal: new AbortController().signal,
  progress: { start: () => undefined, advance: () => undefined, finish: () => undefined },
};

async function collect(files: Readonly<Record<string, string | Buffer>>, objectives = [loaves()]) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const settings = { prometheus: null, files: Object.keys(files), folder, cache: null };
  return collectSli(context, objectives, settings, noon);
}

const head = "slo,from,to,good,total\n";

it("tells counts that belong to no objective, once for each file", async () => {
  const objective = loaves();
  const rows = Array.from({ length: 25 }, (_, index) => `crumbs/${String(index)},0,60,1,1\n`);
  const { answers, problems } = await collect({
    "a.csv": `${head}${objective.key},0,60,9,10\novens/loafs,0,60,9,10\n`,
    "b.csv": `${head}${rows.join("")}`,
  });
  expect(answers.get(objective.id)).toMatchObject({ sliceSeconds: 60 });
  expect(problems.map(({ code, where, text }) => [code, where, text])).toEqual([
    ["unknown-objective", "a.csv", "counts of ovens/loafs belong to no objective that was read"],
    ["unknown-objective", "b.csv", expect.stringContaining("crumbs/19 and 5 more")],
  ]);
});

it("tells them where no objective is declared at all, and reads UTF-16", async () => {
  const wide = Buffer.from(`\uFEFF${head}ovens/loaves,0,60,9,10\n`, "utf16le");
  const { problems } = await collect({ "a.csv": wide }, []);
  expect(problems).toMatchObject([{ code: "unknown-objective", where: "a.csv" }]);
});
