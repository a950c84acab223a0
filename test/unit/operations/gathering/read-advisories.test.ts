import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readAdvisories } from "#operations/gathering/read-advisories.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "advisories-"));
});
afterEach(async () => rm(folder, { recursive: true }));

const put = async (name: string, value: unknown): Promise<void> =>
  writeFile(join(folder, name), typeof value === "string" ? value : JSON.stringify(value));
const oven = (modified: string, more: object = {}) => ({
  id: "BAKERY-2024-1",
  modified,
  summary: modified,
  affected: [{ package: { ecosystem: "npm", name: "oven" }, versions: ["1.0.0"] }],
  ...more,
});

it("takes the newest record of an id, whichever file is read last", async () => {
  await put("a.json", oven("2024-03-01T00:00:00Z"));
  await put("b.json", oven("2024-02-01T00:00:00Z"));
  const { advisories } = await readAdvisories(["."], folder);
  expect(advisories?.map(({ summary }) => summary)).toEqual(["2024-03-01T00:00:00Z"]);
});

it("does not bring back what a newer record withdraws", async () => {
  const withdrawn = "2024-03-01T00:00:00Z";
  await put("a.json", oven(withdrawn, { withdrawn }));
  await put("b.json", oven("2024-02-01T00:00:00Z"));
  expect((await readAdvisories(["."], folder)).advisories).toEqual([]);
  await put("c.jsonl", oven("2024-04-01T00:00:00Z"));
  expect((await readAdvisories(["."], folder)).advisories).toHaveLength(1);
});

it("names what was passed over, with the file where it was met first", async () => {
  await put("a.json", oven("2024-01-01T00:00:00Z"));
  await put("b.json", oven("2024-01-01T00:00:00Z", { affected: [{ package: { name: "x" } }] }));
  await put("c.xml", "<advisory/>");
  await symlink(join(folder, "a.json"), join(folder, "d.json"));
  const { problems } = await readAdvisories(["."], folder);
  expect(problems.map(({ text }) => text)).toEqual([
    "parts of advisories that are not compared: files that are packed, or in a format of their own (1, first in c.xml), links, which are not followed (1, first in d.json), packages without a name or an ecosystem (1, first in b.json)",
  ]);
});
