import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "#fixtures/repository-builder.ts";
import { inspectRepositories } from "#operations/reading/inspect-repositories.ts";
import { locationIn } from "#operations/duplication/shadow-location.ts";
import { commitsAt } from "#sources/git/commits-at.ts";
import { createShadow } from "#sources/git/shadow.ts";

it("finds the newest commit of the mainline up to each instant, by committer date", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-commits-")));
  try {
    const author = "Ada Oven <ada@bakery.example>";
    const built = repository("bakery");
    for (const at of ["2024-01-02", "2024-02-02", "2024-03-02"]) {
      built.commit({ at, author, message: at, files: { "rye.txt": at } });
    }
    // Written in February on a branch, merged in April: it was not there in March.
    built.commit({
      on: "side",
      at: "2024-02-20",
      author,
      message: "side",
      files: { "oat.txt": "1" },
    });
    built.commit({ merge: "side", at: "2024-04-02", author, message: "merge" });
    built.write(folder);
    const { signal } = new AbortController();
    const { repositories } = await inspectRepositories([folder], signal);
    const [one] = repositories;
    if (one === undefined) throw new Error("nothing was written");
    const shadow = await createShadow(folder, "sha1");
    const location = locationIn(one, { sha1: shadow, sha256: shadow });
    const head = one.refs.head ?? "";
    const days = ["2023-12-31", "2024-01-15", "2024-03-15", "2024-05-01"];
    const instants = days.map((day) => Date.parse(`${day}T00:00:00Z`) / 1000);
    const [before, january, march, now] = await commitsAt(location, head, instants, signal);
    expect(before).toBeNull();
    expect(now).toBe(head);
    expect(new Set([january, march, now]).size).toBe(3);
    expect(await commitsAt(location, march ?? "", instants.slice(1, 2))).toEqual([january]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
