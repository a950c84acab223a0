import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSurvey } from "#sources/surveys/read-survey.ts";
import { answerOf } from "#sources/surveys/survey-answers.ts";

const items = [
  { id: "nps", text: "How likely are you to recommend the platform?", low: 0, high: 10 },
  { id: "ces", text: "The platform makes it easy.", low: 1, high: 7 },
  { id: "docs-findable", text: "I find the documentation that I need.", low: 1, high: 5 },
];
const read = (text: string, columns: Record<string, string> = {}) => {
  const { file, refused } = readSurvey("s.csv", text, "spring", {
    items,
    columns: new Map(Object.entries(columns)),
  });
  return {
    count: file.respondentsCount,
    values: file.answers.map(({ item, value }) => `${item} ${String(value)}`),
    times: [...new Set(file.answers.map((one) => one.at))],
    said: refused.map((one) => `${String(one.where.line)}: ${one.text}`),
  };
};
const noon = Date.parse("2026-03-02T12:00:00Z") / 1000;

describe("exports of survey tools", () => {
  it("answers of an API, and tables with tabs, are rows as well", () => {
    const json = (value: unknown) =>
      readSurvey("s.json", JSON.stringify(value), "spring", { items, columns: new Map() }).file;
    const typeform = {
      total_items: 1,
      items: [
        {
          response_id: "a",
          answers: [
            { field: { id: "f1", ref: "nps" }, type: "number", number: 9 },
            { field: { id: "docs-findable" }, type: "choice", choice: { label: "Agree" } },
          ],
        },
      ],
    };
    expect(json(typeform).answers).toMatchObject([
      { item: "nps", value: 9 },
      { item: "docs-findable", value: 4 },
    ]);
    const qualtrics = { responses: [{ responseId: "R1", values: { finished: 1, nps: 7 } }] };
    expect(json(qualtrics)).toMatchObject({ respondentsCount: 1, answers: [{ value: 7 }] });
    expect(json({ results: [{ id: 1, nps: 7 }] }).answers).toHaveLength(1);
    const tabs = readSurvey("s.tsv", "id\tnps\n1\t7\n", "spring", { items, columns: new Map() });
    expect(tabs.file.answers).toMatchObject([{ item: "nps", value: 7 }]);
  });

  it("LimeSurvey: codes and questions in one heading", () => {
    const text =
      '"id. Response ID","submitdate. Date submitted","nps. Would you?","G1. I find the documentation that I need."\n"1","2026-03-02 12:00:00","9","4"\n';
    expect(read(text)).toMatchObject({ values: ["nps 9", "docs-findable 4"], times: [noon] });
    expect(
      read(text.replace("nps. Would", "q7. Would"), { "q7. Would you?": "nps" }).values,
    ).toEqual(["nps 9", "docs-findable 4"]);
    // Where not every heading is one, a point is a point.
    expect(read("id,nps. Would you?\n1,9\n").values).toEqual([]);
  });

  it("parts of the scale and stars are numbers of it", () => {
    const five = { id: "stars", low: 1, high: 5 };
    expect(
      ["4/5", "4 / 5", "4/10", "★★★★☆", "★★★★", "★★☆", "⭐⭐"].map((one) => answerOf(one, five)),
    ).toEqual([4, 4, undefined, 4, 4, undefined, 2]);
  });

  it("Qualtrics: three rows of headings, previews, unfinished and empty responses", () => {
    const text = [
      "StartDate,RecordedDate,Status,Finished,ResponseId,Q1,Q2_1",
      'Start Date,Recorded Date,Response Type,Finished,Response ID,How likely are you to recommend the platform?,"The railway - I find the documentation that I need."',
      '"{""ImportId"":""startDate""}","{""ImportId"":""recordedDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_1""}"',
      "2026-03-02 11:00:00,2026-03-02 12:00:00,IP Address,True,R1,9,Somewhat agree",
      "2026-03-02 11:00:00,2026-03-02 12:00:00,0,1,R2,10,-99",
      "2026-03-02 11:00:00,2026-03-02 12:00:00,Survey Preview,True,R3,1,Strongly disagree",
      "2026-03-02 11:00:00,2026-03-02 12:00:00,1,1,R4,1,1",
      "2026-03-02 11:00:00,2026-03-02 12:00:00,8,1,R5,1,1",
      "2026-03-02 11:00:00,2026-03-02 12:00:00,0,False,R6,7,",
      "2026-03-02 11:00:00,2026-03-02 12:00:00,0,False,R7,,",
      "2026-03-02 11:00:00,2026-03-02 12:00:00,0,True,R1,8,Somewhat agree",
    ].join("\n");
    expect(read(text)).toEqual({
      count: 3,
      values: ["nps 10", "nps 7", "nps 8", "docs-findable 4"],
      times: [noon],
      said: [
        expect.stringContaining("3 of its rows are previews"),
        expect.stringContaining("1 of its rows repeat"),
        expect.stringContaining("1 of its rows answer nothing"),
        expect.stringContaining("2 of its rows were not finished"),
      ],
    });
  });

  it("SurveyMonkey: a second row of parts, headings that are blank", () => {
    const text = [
      "Respondent ID,Date Created,How likely are you to recommend the platform?,How much do you agree?,",
      ",,Response,The platform makes it easy.,I find the documentation that I need.",
      "118,2026-03-02 12:00:00,10 - Extremely likely,Somewhat agree,Neither agree nor disagree",
      "119,2026-03-02 12:00:00,,,",
    ].join("\n");
    expect(read(text)).toMatchObject({
      count: 1,
      values: ["nps 10", "ces 5", "docs-findable 3"],
      said: [expect.stringContaining("answer nothing")],
    });
  });

  it("Google Forms: questions as headings, parts in brackets, the year first", () => {
    const text = [
      '"Timestamp","How likely are you to recommend the platform?","Say how much you agree [I find the documentation that I need.]"',
      '"2026/03/02 1:00:00 PM GMT+1","9","Agree"',
    ].join("\r\n");
    expect(read(text)).toEqual({
      count: 1,
      values: ["nps 9", "docs-findable 4"],
      times: [noon],
      said: [],
    });
  });

  it("Microsoft Forms: semicolons, and times that may be two days are told once", () => {
    const text = [
      "Id;Start time;Completion time;Email;Name;How likely are you to recommend the platform?",
      "1;3/4/26 9:00:00;3/4/26 9:05:00;anonymous;;9",
      "2;3/4/26 9:00:00;3/4/26 9:05:00;anonymous;;8",
    ].join("\n");
    expect(read(text)).toEqual({
      count: 2,
      values: ["nps 9", "nps 8"],
      times: [null],
      said: [expect.stringContaining("2: the time of 2 of its rows cannot be read")],
    });
    expect(JSON.stringify(read(text))).not.toContain("anonymous");
  });

  it("Typeform and LimeSurvey", () => {
    expect(
      read(
        "#,How likely are you to recommend the platform?,Submit Date (UTC)\nq8f,7,2026-03-02 12:00:00\n",
      ),
    ).toEqual({ count: 1, values: ["nps 7"], times: [noon], said: [] });
    const lime = [
      "id,submitdate,lastpage,startlanguage,nps,G1Q2. The platform makes it easy.",
      "1,1980-01-01 00:00:00,2,en,9,Strongly agree",
      "2,,1,en,,",
      "3,,1,en,4,",
    ].join("\n");
    expect(read(lime)).toEqual({
      count: 2,
      values: ["nps 9", "ces 7", "nps 4"],
      times: [null],
      said: [
        expect.stringContaining("1 of its rows answer nothing"),
        expect.stringContaining("2 of its rows were not finished"),
      ],
    });
  });
});

describe("answers", () => {
  const scale = { id: "nps", low: 0, high: 10 };

  it("are numbers, with their words or without", () => {
    for (const [text, value] of [
      ["10", 10],
      ["10 - Extremely likely", 10],
      ["0 = not at all", 0],
      ["7.", undefined],
      ["Likely (8)", 8],
      ["11 - more than that", undefined],
      ["n/a", null],
      ["Don't know", null],
      ["", null],
      ["-99", null],
      ["2026-03-02", undefined],
    ] as const)
      expect([text, answerOf(text, scale)]).toEqual([text, value]);
  });

  it("are never off the scale", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const answer = answerOf(text, scale) ?? 0;
        expect(answer >= 0 && answer <= 10).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
