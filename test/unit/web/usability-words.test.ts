import { describe, expect, test } from "vitest";
import {
  metWords,
  openWords,
  severityRank,
  type Finding,
} from "#web/features/usability/usability-words.ts";
import { plain, sample } from "./rows.ts";

const finding = (severity: Finding["severity"], more: Partial<Finding> = {}): Finding => ({
  ...sample.usability[0]!,
  severity,
  source: "sessions",
  ...more,
});

describe("what users stumble over", () => {
  test.each([
    [5, 8, "5 of 8 users"],
    [1, 1, "1 of 1 user"],
    [1, null, "1 user"],
    [null, null, "not said"],
  ])("met by %s of %s: %s", (usersCount, participantsCount, words) =>
    expect(plain(metWords({ usersCount, participantsCount }))).toBe(words),
  );

  const mended = { resolvedAt: "2026-01-01T00:00:00Z" };
  test.each([
    [
      [finding("minor"), finding("critical")],
      "2 open findings, 1 of them critical. From sessions.",
    ],
    [[finding("minor"), finding("minor")], "2 open findings, all minor. From sessions."],
    [[finding("serious")], "1 open finding, serious. From sessions."],
    [
      [finding("serious"), finding("critical", mended)],
      "1 open finding, serious; 1 was mended. From sessions.",
    ],
    [[finding("critical", mended)], "Nothing that was found is open; 1 was mended. From sessions."],
    [
      ["a", "b", "c", "d"].map((source) => finding("minor", { source })),
      "4 open findings, all minor. From 4 sources.",
    ],
  ])("in a sentence: %#", (findings, words) => expect(plain(openWords(findings))).toBe(words));

  test("the worst has the highest rank", () => {
    expect(
      (["critical", "serious", "minor", "cosmetic"] as const).map((severity) =>
        severityRank({ severity }),
      ),
    ).toEqual([4, 3, 2, 1]);
  });
});
