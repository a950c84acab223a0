import { expect, test } from "vitest";
import { changeReach } from "#evidence/change-quarters.ts";
import { botDays, humanChangesSince, mainlineChanges } from "#model/mainline-changes.ts";

test("of two commits within one second it is people's work, and reaches as far as the further", () => {
  const columns = {
    at: Float64Array.of(100, 200, 200),
    isBot: Uint8Array.of(1, 1, 0),
    reach: Uint8Array.of(changeReach.manifests, changeReach.more, changeReach.callers),
  };
  const changeOf = mainlineChanges([
    { id: "dome", changes: { quarters: [], kinds: [], tail: [], columns } },
    { id: "shut", changes: { quarters: [], kinds: [], tail: [] } },
  ]);
  expect(changeOf("dome", 100)).toEqual({ isBot: true, isBeyondManifests: false, isMore: false });
  expect(changeOf("dome", 200)).toEqual({ isBot: false, isBeyondManifests: true, isMore: true });
  expect([changeOf("dome", 300), changeOf("shut", 100), changeOf("gone", 100)]).toEqual([
    null,
    null,
    null,
  ]);
});

test("what programs began and people ended is no bot's, and known as both", () => {
  const columns = {
    at: Float64Array.of(100),
    isBot: Uint8Array.of(2),
    reach: Uint8Array.of(changeReach.manifests),
  };
  const changeOf = mainlineChanges([
    { id: "dome", changes: { quarters: [], kinds: [], tail: [], columns } },
  ]);
  expect(changeOf("dome", 100)).toMatchObject({ isBot: false, isBegunByBot: true });
});

test("a day is a bot's where all that came in is", () => {
  const day = 86_400;
  const columns = {
    at: Float64Array.of(day, day + 5, 2 * day, 2 * day + 5),
    isBot: Uint8Array.of(1, 1, 0, 1),
    reach: Uint8Array.of(0, 0, 0, 0),
  };
  const isBotDay = botDays([
    { id: "dome", changes: { quarters: [], kinds: [], tail: [], columns } },
  ]);
  expect([1, 2, 3].map((at) => isBotDay("dome", at))).toEqual([true, false, false]);
  expect(isBotDay("gone", 1)).toBe(false);
});

test("changes by people are those of the time that programs did not write alone", () => {
  const columns = {
    at: Float64Array.of(100, 200, 300, 400),
    isBot: Uint8Array.of(0, 1, 2, 0),
    reach: Uint8Array.of(0, 0, 0, 0),
  };
  const counts = humanChangesSince(
    [
      { id: "dome", changes: { quarters: [], kinds: [], tail: [], columns } },
      { id: "shut", changes: { quarters: [], kinds: [], tail: [] } },
    ],
    100,
    400,
  );
  expect([...counts]).toEqual([
    ["dome", 2],
    ["shut", 0],
  ]);
});
