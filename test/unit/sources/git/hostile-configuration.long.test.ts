import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canCheck, fires, hostileTricks } from "#fixtures/hostile.ts";
import { readBelow, textOf } from "../read-found.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-tricks-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Refused outright, because they have no harmless part that could be told from the rest. */
const refused: ReadonlyMap<string, string> = new Map([
  ["alternates", "outside-folder"],
  ["common-directory", "outside-folder"],
  ["multi-pack-index", "not a tree object"],
]);

describe("a repository's own configuration", () => {
  it.each(hostileTricks.filter(canCheck))("does not fire: $name ($abuses)", async (trick) => {
    const root = join(folder, trick.name, "input");
    const repository = join(root, "bakery");
    const marker = join(folder, trick.name, "fired");
    trick.build(repository, marker);

    const outcome = (await readBelow(root)).get("bakery");
    expect(existsSync(marker), "a program was run").toBe(false);
    expect(textOf(outcome)).not.toContain("outside-secret");
    const reason = refused.get(trick.name);
    if (reason !== undefined) {
      expect(textOf(outcome)).toContain(reason);
    } else {
      expect(outcome).toMatchObject({ name: "bakery", mainlineCommitsCount: 2 });
      expect(outcome).toMatchObject({
        files: [{ path: "package.json", dependencies: [{ purl: "pkg:npm/flour" }] }],
      });
    }

    // Only where the trick works on plain git does the above mean anything.
    expect(await fires(trick, repository, marker)).toBe(true);
  });
});
