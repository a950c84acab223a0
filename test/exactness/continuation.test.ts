import * as fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gitText } from "#fixtures/isolated-git.ts";
import { randomSteps, writeHistory } from "../unit/sources/repository/random-history.ts";
import { readAt } from "../unit/sources/repository/read-at.ts";

let folder: string;
let runs = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-continue-any-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a continued reading", () => {
  it("tells the same as a whole one, for any history and any place to stop", async () => {
    let continued = 0;
    await fc.assert(
      fc.asyncProperty(randomSteps, fc.nat(), async (steps, stop) => {
        const { path, head } = writeHistory(folder, `history-${String(runs++)}`, steps);
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
      { numRuns: 50 },
    );
    expect(continued, "some readings were really continued").toBeGreaterThan(0);
  });
});
