import { describe, expect, test } from "vitest";
import { findCommunities } from "#insight/staffing/communities.ts";
import { seededRandom } from "#kernel/stats-resample.ts";

/** Providers a… with the consumers of each. */
const builders = (rows: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(rows));

const twoCamps = builders(
  Object.fromEntries(
    ["a", "b", "c", "d", "e", "f", "g", "h"].map((name, index) => [
      name,
      Array.from({ length: 8 }, (_, at) => `${index < 4 ? "left" : "right"}-${String(at)}`),
    ]),
  ),
);

describe("communities of who builds on what", () => {
  test("two camps are found, named the same way each time, whatever the order of reading", () => {
    const found = findCommunities(twoCamps);
    expect(found?.groups).toEqual([
      ["a", "b", "c", "d"],
      ["e", "f", "g", "h"],
    ]);
    expect(found?.pValue).toBeLessThanOrEqual(0.05);
    expect(findCommunities(new Map([...twoCamps].toReversed()))).toEqual(found);
  });

  test("everybody building on everything has no camps", () => {
    const all = Array.from({ length: 10 }, (_, at) => `c-${String(at)}`);
    expect(findCommunities(builders({ a: all, b: all, c: all, d: all, e: all }))).toBeNull();
  });

  test("three providers, and providers without common consumers, say nothing", () => {
    expect(findCommunities(builders({ a: ["x"], b: ["x"], c: ["y"] }))).toBeNull();
    expect(findCommunities(builders({ a: ["w"], b: ["x"], c: ["y"], d: ["z"] }))).toBeNull();
  });

  test("building at random is seldom called two camps", () => {
    const random = seededRandom("at random");
    let called = 0;
    for (let time = 0; time < 40; time++) {
      const rows = Array.from({ length: 8 }, (_, at): [string, string[]] => [
        `p${String(at)}`,
        Array.from({ length: 20 }, (__, consumer) => `c${String(consumer)}`).filter(
          () => random() < 0.4,
        ),
      ]);
      if ((findCommunities(new Map(rows))?.pValue ?? 1) <= 0.05) called += 1;
    }
    // 2 of 40 are expected at 5 %.
    expect(called).toBeLessThanOrEqual(6);
  });
});
