import { expect, test } from "vitest";
import { codePaths } from "#model/code-owners.ts";
import { repository } from "./observatory.ts";

test("whose the code is is asked about files that were there at the day asked about", () => {
  const dome = {
    ...repository("dome", []),
    fileChanges: {
      paths: ["roof/open.js", "floor/sweep.js"],
      // Changed on days 10 and 30, and on day 20 alone.
      ends: Uint32Array.of(2, 3),
      days: Uint16Array.of(10, 30, 20),
    },
  };
  const folders = new Set(["."]);
  const day = 86_400;
  expect(codePaths(dome, folders, 15 * day).get(".")).toEqual(["roof/open.js"]);
  expect(codePaths(dome, folders, 25 * day).get(".")).toEqual(["roof/open.js", "floor/sweep.js"]);
  expect(codePaths(dome, folders, 5 * day).get(".")).toBeUndefined();
});
