import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decisionFacts, decisionRecords } from "#sources/decisions/decision-records.ts";

const madr = `---
status: "accepted"
date: 2024-03-01
---
# 12. Use one queue

## Decision Drivers

* fewer incidents
* faster releases

## Decision Outcome
`;

describe("decision records", () => {
  test("MADR: front matter and drivers", () => {
    expect(decisionFacts(madr)).toMatchObject({
      title: "Use one queue",
      status: "accepted",
      decidedAt: Date.parse("2024-03-01") / 1000,
      drivers: ["fewer incidents", "faster releases"],
    });
  });

  test("keeps no line that lists people", () => {
    const text =
      "# 1. Use rye\n\n* Deciders: Ada Crust, Ben Rye\n\n**Reviewed by:** Cleo\n\nBread needs it.\n";
    expect(decisionFacts(text)?.body).toBe("# 1. use rye\n\n\n\nbread needs it.\n");
  });

  test("Nygard's format: status as a section, date as a field", () => {
    const text = "# 3. Keep the lamp lit\n\nDate: 2019-11-02\n\n## Status\n\nSuperseded by 7\n";
    expect(decisionFacts(text)).toMatchObject({
      status: "superseded",
      decidedAt: Date.parse("2019-11-02") / 1000,
    });
  });

  const structured = `=====================
2. Keep the lamp lit
=====================

:Date: 2 November 2019

Status
******
**Accepted**

Context
*******

It was dark.

Decision
--------

- light it
`;

  test("reStructuredText: titles by the line below them, status as a section, fields", () => {
    expect(decisionFacts(structured, true)).toMatchObject({
      title: "Keep the lamp lit",
      status: "accepted",
      decidedAt: Date.parse("2019-11-02") / 1000,
    });
    const plain = "3. Lamps\n--------\n\nStatus\n======\n\nSuperseded by ADR 0008\n";
    expect(decisionFacts(plain, true)).toMatchObject({ title: "Lamps", status: "superseded" });
    const read = decisionRecords.read({ path: "docs/decisions/0002-lamp.rst", text: structured });
    expect(read.decision?.title).toBe("Keep the lamp lit");
    expect(read.problems).toBeUndefined();
    expect(decisionFacts("Lamps\n=====\n\nStatus\n---\nAccepted\n")?.status).toBe("accepted");
  });

  test.each([
    ["Date: 2024-03-01", "2024-03-01"],
    ["Date: 1 March 2024", "2024-03-01"],
    ["Date: March 1st, 2024", "2024-03-01"],
    ["Status: Accepted (2024-03-01)", "2024-03-01"],
    ["Status: Accepted (March 2024)", null],
    ["Date: 45 March 2024", null],
  ])("%s: %s", (said, day) => {
    expect(decisionFacts(`# 3. Lamps\n\n${said}\n`)?.decidedAt).toBe(
      day === null ? null : Date.parse(day) / 1000,
    );
  });

  test("without a number it is a record where it has the headings of one; the rest is named", () => {
    const read = (path: string, text: string) => {
      expect(decisionRecords.detect(path)).toBe("head");
      const { decision, problems = [] } = decisionRecords.read({ path, text });
      return decision?.title ?? problems.map((one) => `${one.code}: ${one.text}`);
    };
    const record = "# Lamps\n\n## Context\n\nDark.\n\n## Decision\n\nLight.\n";
    expect(read("adr/lamps.md", record)).toBe("Lamps");
    expect(read("docs/decisions/lamps.rst", structured)).toBe("Keep the lamp lit");
    expect(read("adr/lamps.md", "# Lamps\n\nStatus: accepted\n\n## Context\n")).toBe("Lamps");
    expect(read("adr/notes.md", "# Notes\n\n## Tuesday\n")).toEqual([
      "unsupported: no number, and no headings of a decision record: it is not read",
    ]);
    expect(read("docs/adr/0004-lamps.adoc", "= Lamps\n")).toEqual([
      "unsupported: a decision record in AsciiDoc: it is not read",
    ]);
    expect(read("docs/adr/0004-lamps.md", "no title\n")).toEqual([
      "invalid: a decision record without a title: it is not read",
    ]);
    expect(read("docs/adr/0004-lamps.md", "# {title}\n")).toEqual([]);
    // The record that it takes in lies elsewhere.
    expect(read("docs/adr/0004-lamps.rst", ".. include:: ../../lamps/0004-lamps.rst\n")).toEqual(
      [],
    );
  });

  test("a folder with the number of a record is one record, and its chapters are none", () => {
    const kindOf = (path: string) => decisionRecords.detect(path);
    expect(kindOf("rfcs/086-lamps/README.md")).toBe("head");
    expect(kindOf("rfcs/086-lamps/09-phase-3-wiring.md")).toBe("none");
    expect(kindOf("rfcs/086-lamps/appendix/02-costs.md")).toBe("none");
    expect(kindOf("rfcs/086-lamps.md")).toBe("head");
    expect(kindOf("docs/adr/01-light/0003-keep-it-lit.md")).toBe("head");
    expect(kindOf("rfcs/README.md")).toBe("none");
  });

  test("what it does not say is unknown; without a title there is no record", () => {
    expect(decisionFacts("# Lamps\n")).toMatchObject({ status: "unknown", decidedAt: null });
    expect(decisionFacts("no title\n")).toBeNull();
  });

  test.each([
    ["Proposed, to be accepted in May", "proposed"],
    ["Accepted, after it was proposed twice", "accepted"],
    ["Not yet accepted", "proposed"],
    ["Accepted (superseded by 7)", "superseded"],
    ["Someday", "unknown"],
  ])("%s: %s", (said, status) => {
    expect(decisionFacts(`# 3. Lamps\n\nStatus: ${said}\n`)?.status).toBe(status);
  });

  test.each([
    "# [short title of solved problem and solution]\n",
    "# NNNN. Title\n",
    "# {title}\n",
    "# ADR-NNN: <Title>\n",
    "---\nstatus: {proposed | rejected | accepted | deprecated}\n---\n# 0. Lamps\n",
  ])("a template is no record: %s", (text) => {
    expect(decisionFacts(text)).toBeNull();
  });

  test.each([
    ["docs/decisions/0000-template.md", false],
    ["docs/adr/0001-adr-template.md", false],
    ["docs/adr/templates/0001-queue.md", false],
    ["docs/adr/0004-use-templating.md", true],
    ["docs/decisions/0001-queue.md", true],
    ["doc/adr/0012-queue.md", true],
    ["architecture/decisions/adr-3-queue.md", true],
    ["docs/decisions/README.md", false],
    ["docs/decisions/template.md", false],
    ["docs/decisions/index.rst", false],
    ["docs/decisions/0001-queue.rst", true],
    ["rfcs/notes.md", false],
    ["vendor/kit/docs/adr/0001-x.md", false],
  ])("%s: %s", (path, isRecord) => {
    expect(decisionRecords.detect(path) !== "none").toBe(isRecord);
  });

  test("any text: no throw, bounded", () => {
    const piece = fc.constantFrom(
      "---\n",
      "# a",
      "\n",
      "status: ",
      "## Status\n",
      "====\n",
      "----\n",
      ":Date: ",
      "* ",
      "2024-13-99",
      "[",
      "\u2028",
      "1. ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const isRestructured of [false, true]) {
          const facts = decisionFacts(pieces.join(""), isRestructured);
          expect(facts?.drivers.length ?? 0).toBeLessThanOrEqual(30);
        }
      }),
    );
  });
});
