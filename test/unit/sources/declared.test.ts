import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf, numberOf } from "#sources/declared-values.ts";
import { readAnswers } from "#sources/interview/read-answers.ts";
import { readOutcomes } from "#sources/outcomes/read-outcomes.ts";
import { readRequests } from "#sources/requests/read-requests.ts";
import { readSurvey } from "#sources/surveys/read-survey.ts";

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

describe("requests", () => {
  test("CSV, with the kind told by its label", () => {
    const { requests, refused } = readRequests(
      "r.csv",
      'id,title,labels,team,about,opened,closed\n1,"Quicker builds, please",ci,Signals,track-kit,2025-01-02,2025-01-09\n',
    );
    expect(refused).toEqual([]);
    expect(requests[0]).toMatchObject({
      id: "1",
      title: "Quicker builds, please",
      kind: "tooling",
      about: "track-kit",
      openedAt: day("2025-01-02"),
      closedAt: day("2025-01-09"),
      where: { file: "r.csv", line: 2 },
    });
  });

  test("a forge's issues as JSON", () => {
    const issue = {
      number: 7,
      title: "Points stick",
      created_at: "2025-01-02T10:00:00Z",
      closed_at: null,
      labels: [{ name: "feature" }],
    };
    const { requests } = readRequests("r.json", JSON.stringify([issue]));
    expect(requests[0]).toMatchObject({ id: "7", kind: "feature", closedAt: null });
  });

  test("what is wrong is refused with its line, and the rest counts", () => {
    const { requests, refused } = readRequests(
      "r.csv",
      "id,title,opened,closed\n1,a,2025-01-02,2024-01-01\n,b,2025-01-02,\n3,c,someday,\n4,d,2025-01-02,\n",
    );
    expect(requests.map((one) => one.id)).toEqual(["4"]);
    expect(refused.map((one) => one.where.line)).toEqual([2, 3, 4]);
  });

  test("the same id counts once, the later record", () => {
    const rows = ["a", "b"].map((title) => JSON.stringify({ id: 1, title, opened: "2025-01-02" }));
    const { requests } = readRequests("r.ndjson", rows.join("\n"));
    expect(requests.map((one) => one.title)).toEqual(["b"]);
  });
});

describe("outcomes", () => {
  const head = "component,metric,date,value,unit,source,target\n";

  test("a value with its unit, source and target", () => {
    const { points } = readOutcomes("o.csv", `${head}tickets,retention,2025-02-01,44,%,sales,50\n`);
    expect(points[0]).toMatchObject({ metric: "retention", value: 44, target: 50, unit: "%" });
  });

  test("two values for one day: neither counts", () => {
    const row = (value: number) => `tickets,revenue,2025-02-01,${String(value)},GBP,sales,\n`;
    const { points, refused } = readOutcomes("o.csv", head + row(1) + row(2));
    expect(points).toEqual([]);
    expect(refused[0]?.text).toContain("line 2");
    expect(readOutcomes("o.csv", head + row(1) + row(1)).points).toHaveLength(1);
  });

  test.each([
    ["tickets,happiness,2025-02-01,1,%,x,", "no outcome metric"],
    ["tickets,nps,2025-02-01,140,points,x,", "between"],
    ["tickets,revenue,2025-02-01,1,,x,", "no unit"],
    ["tickets,revenue,2025-02-01,lots,GBP,x,", "no number"],
  ])("%s is refused", (row, reason) => {
    expect(readOutcomes("o.csv", `${head}${row}\n`).refused[0]?.text).toContain(reason);
  });
});

describe("surveys", () => {
  const items = [
    { id: "tools-keep-up", low: 1, high: 5 },
    { id: "nps", low: 0, high: 10 },
  ];
  const read = (text: string, columns: Record<string, string> = {}) =>
    readSurvey("s.csv", text, "spring", { items, columns: new Map(Object.entries(columns)) });

  test("numbers and words of agreement; a column by another name; nothing else is kept", () => {
    const { file, refused } = read(
      "team,email,Q1,nps\nSignals,a@b.example,Strongly agree,9\nSignals,c@d.example,2,\n",
      { Q1: "tools-keep-up" },
    );
    expect(refused).toEqual([]);
    expect(file.answers.map(({ respondent, item, value }) => [respondent, item, value])).toEqual([
      [0, "tools-keep-up", 5],
      [0, "nps", 9],
      [1, "tools-keep-up", 2],
    ]);
    expect(JSON.stringify(file)).not.toContain("example");
  });

  test("answers off the scale are refused, with their line", () => {
    expect(read("nps\n11\n").refused[0]?.where.line).toBe(2);
  });

  test("no known column: says which there are", () => {
    expect(read("Q1\n3\n").refused[0]?.needs).toContain("tools-keep-up");
  });
});

describe("answers of the interview", () => {
  const questions = [{ id: "owner", choices: ["nobody", "lead", "yes"] }];
  const answer = (text: string) =>
    readAnswers(
      "i.yaml",
      `answers:\n  - { question: owner, answer: ${text}, role: lead, at: 2025-01-02 }\n`,
      questions,
    );

  test("a choice; yes is yes in every version of YAML; blank is not yet given", () => {
    expect(answer("nobody").answers[0]).toMatchObject({ answer: "nobody", role: "lead" });
    expect(answer("true").answers[0]?.answer).toBe("yes");
    expect(answer('""')).toEqual({ answers: [], refused: [] });
  });

  test("none of the choices, or no such question: refused", () => {
    expect(answer("everybody").refused[0]?.text).toContain("none of");
    expect(
      readAnswers("i.yaml", "answers: [{ question: x, answer: y }]", questions).refused[0]?.text,
    ).toContain("no question");
  });
});

describe("cells", () => {
  test.each([
    ["2025-03-01", day("2025-03-01")],
    ["2025-03-01T12:00:00+02:00", day("2025-03-01") + 10 * 3600],
    ["2025-03-01 12:00", day("2025-03-01") + 12 * 3600],
    ["01/03/2025", undefined],
    ["", null],
  ])("%s", (text, at) => {
    expect(instantOf(text)).toBe(at);
  });

  test("any text: a finite number, blank, or none", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (text) => {
        const number = numberOf(text);
        if (typeof number === "number") expect(Number.isFinite(number)).toBe(true);
      }),
    );
  });

  test("any file is read without a throw", () => {
    const piece = fc.constantFrom(
      "id",
      "title",
      ",",
      "\n",
      '"',
      "opened",
      "2025-01-01",
      "{",
      "}",
      "[",
      ":",
      "- ",
      "answers:",
      "nps",
      "&a",
      "*a",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom("x.csv", "x.json", "x.yaml", "x.ndjson"),
        (pieces, path) => {
          const text = pieces.join("");
          readRequests(path, text);
          readOutcomes(path, text);
          readSurvey(path, text, "s", { items: [], columns: new Map() });
          readAnswers(path, text, []);
        },
      ),
    );
  });
});
