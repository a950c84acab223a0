import { createServer, type RequestListener } from "node:http";
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

const open: { close: () => void }[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

async function askServer(
  answers: RequestListener,
  count: number,
  patience: { silenceMilliseconds: number; totalMilliseconds: number },
) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    answers(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const prometheus = `http://127.0.0.1:${String(port)}`;
  const settings = { prometheus, files: [], folder, cache: null, patience };
  const objectives = Array.from({ length: count }, (_, index) => ({
    ...loaves(),
    id: `slo-${String(index)}`,
    key: `ovens/${String(index)}`,
  }));
  const before = performance.now();
  const collected = await collectSli(context, objectives, settings, noon);
  return { ...collected, asked, took: performance.now() - before };
}

it("asks a silent server once, and tells it once", async () => {
  const patience = { silenceMilliseconds: 1_500, totalMilliseconds: 60_000 };
  const { answers, problems, asked, took } = await askServer(() => undefined, 50, patience);
  expect(took).toBeLessThan(20_000);
  expect(asked).toBe(1);
  expect(problems).toMatchObject([{ code: "server-slow", where: "reliability.prometheus" }]);
  expect([...answers.values()]).toSatisfy((all: unknown[]) => all.length === 50);
  expect([...answers.values()]).toContainEqual(expect.objectContaining({ code: "server-slow" }));
});

it("gives all objectives together so much time, and says when it is spent", async () => {
  const matrix = JSON.stringify({
    status: "success",
    data: { resultType: "matrix", result: [] },
  });
  let answered = 0;
  const slowly: RequestListener = (_, response) =>
    void setTimeout(() => response.end(matrix), answered++ < 30 ? 0 : 500);
  const patience = { silenceMilliseconds: 60_000, totalMilliseconds: 4_000 };
  const { answers, problems, took } = await askServer(slowly, 200, patience);
  expect(took).toBeLessThan(20_000);
  expect(answers.get("slo-0")).toMatchObject({ code: "no-data" });
  expect(answers.get("slo-199")).toMatchObject({
    reason: expect.stringContaining("in the time that they have together"),
  });
  expect(problems).toHaveLength(1);
});
