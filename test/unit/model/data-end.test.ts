import { expect, test } from "vitest";
import { evidenceOf } from "#fixtures/evidence.ts";
import { dataEnd, endOfDay, seenUntil } from "#model/data-end.ts";

const day = 86_400;
const on = (date: string): number => Date.parse(`${date}T12:00:00Z`) / 1000;
const now = on("2026-07-01");
const end = (date: string): number => endOfDay(on(date));

test("as-of is the day asked for, but never later than the newest commit or tag", () => {
  const shop = evidenceOf("shop", on("2026-03-01"));
  const till = evidenceOf("till", on("2026-02-01"), {
    tags: [{ name: "v1.0.0", commit: "c", at: on("2026-03-05") }],
  });
  expect(dataEnd([shop, till], end("2026-06-30"), now).asOf).toBe(end("2026-03-05"));
  expect(dataEnd([shop, till], end("2026-03-02"), now).asOf).toBe(end("2026-03-02"));
  expect(dataEnd([], end("2026-06-30"), now).asOf).toBe(end("2026-06-30"));
});

test("before the first commit the day asked for stands", () => {
  expect(dataEnd([evidenceOf("shop", on("2026-03-01"))], end("2020-01-01"), now).asOf).toBe(
    end("2020-01-01"),
  );
});

test("a clock that runs ahead moves nothing", () => {
  const ahead = evidenceOf("ahead", on("2038-01-01"), {
    lastHuman: { commit: "c", at: on("2026-03-01") },
  });
  expect(dataEnd([ahead], end("2026-06-30"), now).asOf).toBe(end("2026-03-01"));
});

test("a clone last fetched more than a month before the end is older; a quiet one is not", () => {
  const old = evidenceOf("old", on("2025-01-01"));
  const quiet = evidenceOf("quiet", on("2025-01-01"));
  const fresh = evidenceOf("fresh", on("2026-03-01"));
  const fetched = new Map([
    ["old", on("2025-02-01")],
    ["quiet", on("2026-02-20")],
    ["fresh", on("2026-03-02")],
  ]);
  const { asOf, olderClones } = dataEnd([old, quiet, fresh], end("2026-06-30"), now, fetched);
  expect([...olderClones]).toEqual([["old", end("2025-02-01")]]);
  expect(seenUntil({ asOf, olderClones }, "old")).toBe(end("2025-02-01"));
  expect(seenUntil({ asOf, olderClones }, "quiet")).toBe(end("2026-03-01"));
  expect(dataEnd([old, quiet, fresh], end("2025-01-15"), now, fetched).olderClones.size).toBe(0);
  expect(asOf % day).toBe(0);
});
