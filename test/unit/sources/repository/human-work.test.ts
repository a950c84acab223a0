import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repository } from "#fixtures/repository-builder.ts";
import { foundAt, readFound } from "../read-found.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-human-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ada = "Ada Oven <ada@bakery.example>";
const bot = "renovate[bot] <29139614+renovate[bot]@users.noreply.github.example>";
const version = (value: string) => ({ "package.json": `{"name":"till","version":"${value}"}` });

/** Ada starts it; somebody works on a branch in May, Ada merges that in June. */
async function lastWork(
  author: string,
): Promise<{ folder: number | undefined; at: number | undefined }> {
  const built = repository(`till-${author.slice(0, 3)}`)
    .commit({ at: "2024-01-01", author: ada, message: "Start", files: version("1.0.0") })
    .commit({ at: "2024-05-01", author, message: "Bump", on: "topic", files: version("1.0.1") })
    .commit({ at: "2024-06-01", author: ada, message: "Merge pull request #1", merge: "topic" });
  const { path } = built.write(folder);
  const { folderActivity, lastHuman } = await readFound(foundAt(path, folder));
  return { folder: folderActivity[0]?.lastHuman?.at, at: lastHuman?.at };
}

test("to bring in what a bot wrote is nobody's work, neither of the repository nor of its folders", async () => {
  const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;
  const ofBot = await lastWork(bot);
  expect(new Date((ofBot.folder ?? 0) * 1000).toISOString().slice(0, 10)).toBe("2024-01-01");
  expect(new Date((ofBot.at ?? 0) * 1000).toISOString().slice(0, 10)).toBe("2024-01-01");
  // What a person wrote came to the mainline with the merge.
  expect((await lastWork(ada)).folder).toBeGreaterThanOrEqual(day("2024-06-01"));
});
