import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFindings } from "#sources/usability/read-findings.ts";

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;
const head = "component,screen,finding,severity,users,source,date,resolved\n";
const row = (severity: string, users = "5 of 8"): string =>
  `tills,pay,The sum is told too late,${severity},${users},sessions with Design,2025-02-03,\n`;

describe("usability findings", () => {
  test("a row with all of it", () => {
    const { findings, refused } = readFindings("f.csv", head + row("critical"));
    expect(refused).toEqual([]);
    expect(findings).toEqual([
      {
        about: "tills",
        screen: "pay",
        finding: "The sum is told too late",
        severity: "critical",
        users: 5,
        participants: 8,
        source: "sessions with Design",
        foundAt: day("2025-02-03"),
        resolvedAt: null,
        where: { file: "f.csv", line: 2 },
      },
    ]);
  });

  test.each([
    ["4", "critical"],
    ["Blocker", "critical"],
    ["major", "serious"],
    ["3", "serious"],
    ["Medium", "minor"],
    ["low", "cosmetic"],
  ])("a severity of %s is %s", (written, severity) => {
    expect(readFindings("f.csv", head + row(written)).findings[0]?.severity).toBe(severity);
  });

  test.each([
    [row("0"), "severity"],
    [row("P1"), "severity"],
    [row("critical", "Ada Lovelace"), "users"],
    [row("critical", "9 of 8"), "users"],
    [",pay,x,critical,1,y,2025-02-03,\n", "no component"],
    ["tills,pay,,critical,1,y,2025-02-03,\n", "no finding"],
    ["tills,pay,x,critical,1,,2025-02-03,\n", "where the finding is from"],
    ["tills,pay,x,critical,1,y,,\n", "when it was found"],
    ["tills,pay,x,critical,1,y,03/02/2025,\n", "two ways"],
    ["tills,pay,x,critical,1,y,2025-02-03,2025-01-03\n", "before it was found"],
  ])("%s is refused, with its line", (line, reason) => {
    const { findings, refused } = readFindings("f.csv", head + line);
    expect(findings).toEqual([]);
    expect(refused[0]).toMatchObject({ where: { file: "f.csv", line: 2 } });
    expect(refused[0]?.text).toContain(reason);
  });

  test("JSON below a key and YAML, with other names; who took part is not kept", () => {
    const record = {
      id: 7,
      product: "tills",
      observation: "Ask @ada or ada@bakery.example",
      rating: 3,
      affected: 2,
      participants: 6,
      study: "moderated sessions",
      found: "2025-02-03",
      fixed: "2025-03-03",
      observer: "Ada Lovelace",
    };
    const { findings } = readFindings("f.json", JSON.stringify({ findings: [record] }));
    expect(findings[0]).toMatchObject({
      about: "tills",
      screen: null,
      severity: "serious",
      users: 2,
      participants: 6,
      resolvedAt: day("2025-03-03"),
    });
    expect(JSON.stringify(findings)).not.toMatch(/ada|Lovelace/);
    expect(readFindings("f.yaml", `- ${JSON.stringify(record)}\n`).findings).toHaveLength(1);
  });

  test("the same id counts once, the later record; mended without a day counts as open, and is told", () => {
    const record = (more: object): string =>
      JSON.stringify({
        id: 1,
        component: "tills",
        finding: "x",
        severity: "minor",
        source: "y",
        date: "2025-02-03",
        ...more,
      });
    const { findings, refused } = readFindings(
      "f.ndjson",
      `${record({})}\n${record({ severity: "serious", status: "fixed" })}\n`,
    );
    expect(findings).toMatchObject([{ severity: "serious", users: null, resolvedAt: null }]);
    expect(refused[0]?.text).toContain("do not say since when");
  });

  test("any file is read without a throw, and users never exceed those who took part", () => {
    const piece = fc.constantFrom(
      "component",
      "finding",
      "severity",
      "users",
      "source",
      "date",
      "critical",
      "5 of 8",
      "9 of 2",
      "2025-01-01",
      "findings",
      ",",
      "\n",
      '"',
      "{",
      "}",
      "[",
      ":",
      "- ",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom("x.csv", "x.json", "x.yaml", "x.ndjson"),
        (pieces, path) => {
          for (const { users, participants } of readFindings(path, pieces.join("")).findings)
            expect(users ?? 0).toBeLessThanOrEqual(participants ?? Number.MAX_SAFE_INTEGER);
        },
      ),
    );
  });
});
