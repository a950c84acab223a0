import * as fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gitText } from "#fixtures/isolated-git.ts";
import {
  randomSteps,
  stepsOfWrongClocks,
  writeHistory,
} from "../unit/sources/repository/random-history.ts";
import { readAt } from "../unit/sources/repository/read-at.ts";

let folder: string;
let runs = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-continue-any-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a continued reading", () => {
  it("tells the same as a whole one, for any history and any place to stop", async () => {
    expect(await continuedOf(randomSteps, 50, false)).toBeGreaterThan(0);
  });

  it("tells the same where names act as lines, options or patterns and clocks go back", async () => {
    expect(await continuedOf(stepsOfWrongClocks, 50, true)).toBeGreaterThan(0);
  });
});

/** How many readings were really continued, each compared with a whole one. */
async function continuedOf(
  steps: typeof randomSteps,
  numRuns: number,
  isHostile: boolean,
): Promise<number> {
  let continued = 0;
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), async (some, stop) => {
      const { path, head } = writeHistory(folder, `history-${String(runs++)}`, some, isHostile);
      const mainline = gitText(["--git-dir", path, "rev-list", "--first-parent", "main"]).split(
        "\n",
      );
      const earlier = await readAt(folder, path, mainline[stop % mainline.length] ?? "");
      const whole = await readAt(folder, path, head ?? "");
      const partly = await readAt(folder, path, head ?? "", earlier.evidence);
      expect(partly.evidence).toEqual(whole.evidence);
      if (partly.blobsCount < whole.blobsCount) continued++;
      rmSync(path, { recursive: true });
    }),
    { numRuns },
  );
  return continued;
}
