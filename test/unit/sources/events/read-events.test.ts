import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EventLog } from "#sources/events/event-log.ts";
import { IdSet } from "#evidence/id-set.ts";
import { readEvents } from "#sources/events/read-events.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-events-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function readAll(files: Record<string, string | Buffer>) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const log = new EventLog(Date.parse("2026-01-01") / 1000);
  await readEvents([folder], { incidentLabels: [] }, log);
  const incidents = log.incidents();
  const refused = log.refused.map((one) => [
    one.file.slice(folder.length + 1),
    one.line,
    one.reason,
  ]);
  return { log, incidents, refused };
}

const heading = "kind,id,application,environment,version,started_at,finished_at\n";
const bake = (id: string, finished = "2024-05-01T10:00:00Z") =>
  JSON.stringify({
    kind: "deployment",
    id,
    application: "ovens",
    environment: "production",
    version: "v1",
    finished_at: finished,
  });

const idsOf = (log: EventLog) =>
  log.deployments().flatMap(({ columns, rows }) => Array.from(rows, (row) => columns.id(row)));

describe("event files", () => {
  it("count an id once, over all files, and keep the order of nothing", async () => {
    const { log } = await readAll({
      "a.ndjson": `${bake("1")}\n${bake("2", "2024-04-01T10:00:00Z")}\n${bake("1")}\n`,
      "deep/b.json": `[${bake("2")},${bake("3")}]`,
    });
    expect(idsOf(log).sort()).toEqual(["1", "2", "3"]);
    expect(log.duplicatesCount).toBe(2);
  });

  it("are read in UTF-16 and with other separators, too", async () => {
    const row = "deployment,1,Öfen,production,v1,,2024-05-01T10:00:00Z\n";
    const apart = `${heading}${row}`.replaceAll(",", ";");
    const wide = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
    for (const files of [
      { "a.csv": apart },
      { "a.csv": `sep=;\r\n${apart}` },
      { "a.csv": `${heading}${row}`.replaceAll(",", "\t") },
      { "a.csv": wide(`${heading}${row}`) },
      { "a.csv": wide(apart).swap16() },
      { "a.csv": `${heading}${row.replace("Öfen", '"Öfen"')}` },
      { "a.csv": heading, "b.ndjson": wide(`${bake("1").replace("ovens", "Öfen")}\n`) },
      { "a.csv": heading, "b.json": wide(`[${bake("1").replace("ovens", "Öfen")}]`) },
    ]) {
      const { log, refused } = await readAll(files);
      expect(refused).toEqual([]);
      expect(log.deployments().map((one) => one.application)).toEqual(["Öfen"]);
    }
  });

  it("that are packed, XML or of other endings are named, once each", async () => {
    const { log, refused } = await readAll({
      "a.ndjson": `${bake("1")}\n`,
      "b.json": gzipSync(bake("2")),
      "c.csv": "<html></html>",
      "more/d.xml": "<a/>",
      "more/e.json.gz": "x",
      "more/f.json.gz": "x",
      "more/README.md": "x",
    });
    expect(log.deploymentsCount).toBe(1);
    expect(refused).toEqual([
      ["b.json", 0, expect.stringContaining("gzip")],
      ["c.csv", 0, expect.stringContaining("XML")],
      ["more", 0, expect.stringContaining(".gz (2), .xml (1)")],
    ]);
  });

  it("as pages one behind the other are read, too", async () => {
    const pretty = (id: string) => JSON.stringify(JSON.parse(bake(id)), null, 2);
    const { log, refused } = await readAll({
      "pages.json": `[\n${pretty("1")}][${pretty("2")},${pretty("3")}]`,
      "jq.json": `${pretty("4")}\n${pretty("5")}\n`,
    });
    expect(refused).toEqual([]);
    expect(idsOf(log).sort()).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("of other letters than UTF-8's say so once", async () => {
    const row = (id: string) => `deployment,${id},Öfen,production,v1,,2024-05-01T10:00:00Z\n`;
    const { refused } = await readAll({
      "a.csv": Buffer.from(`${heading}${row("1")}${row("2")}`, "latin1"),
    });
    expect(refused).toEqual([["a.csv", 2, expect.stringContaining("UTF-8")]]);
    const oven = (id: string) => bake(id).replace("ovens", "Öfen");
    const json = await readAll({
      "b.ndjson": Buffer.from(`${bake("0")}\n${oven("1")}\n${oven("2")}\n`, "latin1"),
      "c.json": Buffer.from(`[${oven("3")}]`, "latin1"),
    });
    expect(json.refused.slice(1)).toEqual([
      ["b.ndjson", 2, expect.stringContaining("UTF-8")],
      ["c.json", 0, expect.stringContaining("UTF-8")],
    ]);
  });

  it("list what is refused with file, line and reason", async () => {
    const { log, refused } = await readAll({
      "a.ndjson": `${bake("1")}\nnot json\n\n${bake("2", "soon")}\n${bake("3", "2031-01-01T00:00:00Z")}\n${bake("4").slice(0, 40)}`,
      "b.csv": `${heading}deployment,5,ovens,production,v1,2024-05-01T11:00:00Z,2024-05-01T10:00:00Z\ndeployment,6,ovens\ndeployment,7,ovens,,v1,,2024-05-01T10:00:00Z\n`,
      "c.json": "{",
    });
    expect(idsOf(log)).toEqual(["1"]);
    expect(refused).toEqual([
      ["a.ndjson", 2, "the line is not JSON"],
      ["a.ndjson", 4, expect.stringContaining("its time is missing or cannot be read")],
      ["a.ndjson", 5, "it is dated in the future"],
      ["a.ndjson", 6, "the last line is half written"],
      ["b.csv", 2, "it finishes before it starts"],
      ["b.csv", 3, "3 cells where the heading has 7"],
      ["b.csv", 4, "it names no environment"],
      ["c.json", 0, expect.stringContaining("not JSON")],
    ]);
  });

  it("take a whole last line without its newline, and pass over one that has no end", async () => {
    const { log, refused } = await readAll({
      "a.ndjson": `${bake("1")}\n${bake("2")}`,
      "b.ndjson": `${"x".repeat(3_000_000)}\n${bake("3")}\n`,
    });
    expect(idsOf(log)).toEqual(["1", "2", "3"]);
    expect(refused).toEqual([["b.ndjson", 1, "the line is longer than 1 MB"]]);
  });

  it("refuse what contradicts itself, with its file and line", async () => {
    const alert = (id: string, action: string, at: number) =>
      JSON.stringify({
        action,
        alert: { alertId: id, entity: "ovens", createdAt: 1714557600000, updatedAt: at },
      });
    const { incidents, refused } = await readAll({
      "a.ndjson": `${alert("1", "Create", 1714557600000)}\n${alert("2", "Close", 1714554000000)}\n${alert("1", "Close", 1714561200000)}\n`,
      "b.csv": `${heading}incident,3,ovens,production,,2024-05-01T11:00:00Z,2024-05-01T10:00:00Z\n`,
    });
    expect(incidents.map((one) => one.id)).toEqual(["opsgenie:1"]);
    expect(refused).toEqual([
      ["a.ndjson", 2, "incident opsgenie:2 ends before it starts"],
      ["b.csv", 2, "incident incident:3 ends before it starts"],
    ]);
  });

  it("say the same in whatever order lines come, late ones and repeated ones included", async () => {
    const at = (minute: number) => new Date(1714554000000 + minute * 60_000).toISOString();
    const cdevent = (id: string, type: string, minute: number, chainId: string) =>
      JSON.stringify({
        context: { id, chainId, type: `dev.cdevents.${type}.0.3.0`, timestamp: at(minute) },
        subject: {
          id: "ovens",
          content: { environment: { id: "production" }, service: { id: "ovens" } },
        },
      });
    const lines = [
      ...[0, 30, 60, 90].map((minute, index) =>
        cdevent(`d${String(index)}`, "service.deployed", minute, `c${String(index)}`),
      ),
      cdevent("m0", "change.merged", -20, "c0"),
      cdevent("m0-again", "change.merged", -10, "c0"),
      cdevent("i0", "incident.detected", 40, "c1"),
      cdevent("i1", "incident.resolved", 55, "c1"),
      cdevent("d0", "service.deployed", 0, "c0"),
      cdevent("u0", "service.deployed.9", 5, "c9").replace("9.0.3.0", "9.0.0"),
    ];
    const said = async (order: readonly string[]) => {
      const { log, incidents } = await readAll({ "a.ndjson": `${order.join("\n")}\n` });
      const deployments = log
        .deployments()
        .flatMap(({ columns, rows }) =>
          Array.from(rows, (row) => `${columns.id(row)} ${String(columns.at(row))}`),
        );
      return {
        deployments: deployments.sort(),
        incidents: incidents.map(({ line: _, ...one }) => one),
        stages: [...log.stageTimes()].map(([key, when]) => `${key} at ${String(when)}`).sort(),
        duplicates: log.duplicatesCount,
        remarks: log.refused.map((one) => one.reason),
      };
    };
    const straight = await said(lines);
    expect(straight.stages).toEqual([`merged chain c0 at ${String(1714554000 - 20 * 60)}`]);
    expect(straight).toMatchObject({ duplicates: 1, remarks: [expect.stringContaining("9.0")] });
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }),
        async (order) => {
          expect(await said(order)).toEqual(straight);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("have cells of several lines, and a quote that never closes costs only its line", async () => {
    const row = (id: string, version: string) =>
      `deployment,${id},ovens,production,${version},,2024-05-01T10:00:00Z\r\n`;
    const { log, refused } = await readAll({
      "a.csv": heading + row("1", '"v1\r\nof ""May"",\r\n\r\nlate"') + row("2", 'v2" wide'),
      "b.csv": heading + row("3", '"v3') + row("4", "v4") + row("5", '"v5"') + row("6", '"v6'),
      "c.csv": heading + row("7", '"v7') + row("8", "v8") + row("9", "v9"),
    });
    expect(idsOf(log).sort()).toEqual(["1", "2", "4", "5", "8", "9"]);
    expect(refused).toEqual([
      ["b.csv", 2, "a quote is not closed"],
      ["b.csv", 5, "a quote is not closed"],
      ["c.csv", 2, "a quote is not closed"],
    ]);
  });

  it("join the messages of one incident in any order", async () => {
    const line = (id: string, type: string, at: string) =>
      JSON.stringify({
        event: {
          id,
          event_type: `incident.${type}`,
          occurred_at: at,
          data: { id: "P1", service: { summary: "ovens" }, created_at: "2024-05-01T09:00:00Z" },
        },
      });
    const { incidents } = await readAll({
      "a.ndjson": `${line("e2", "resolved", "2024-05-01T10:00:00Z")}\n${line("e1", "triggered", "2024-05-01T09:00:00Z")}\n`,
    });
    expect(incidents).toMatchObject([
      { service: "ovens", resolvedAt: Date.parse("2024-05-01T10:00:00Z") / 1000 },
    ]);
  });
});

describe("ids seen", () => {
  it("agree with a set", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (ids) => {
        const seen = new Set<string>();
        const table = new IdSet();
        for (const id of ids) {
          expect(table.add(id)).toBe(!seen.has(id));
          seen.add(id);
        }
      }),
    );
  });

  it("tell a hundred thousand apart", () => {
    const table = new IdSet();
    let addedCount = 0;
    for (let index = 0; index < 100_000; index++)
      if (table.add(`deployment-${String(index)}`)) addedCount++;
    expect(addedCount).toBe(100_000);
  });
});
