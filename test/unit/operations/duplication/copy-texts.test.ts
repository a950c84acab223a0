import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "#fixtures/repository-builder.ts";
import type { CopySite, RankedClass } from "#insight/duplication/between-owners.ts";
import { readCopyTexts } from "#operations/duplication/copy-texts.ts";
import { inspectRepositories } from "#operations/reading/inspect-repositories.ts";
import { createShadow } from "#sources/git/shadow.ts";
import { copyKey } from "#insight/duplication/between-owners.ts";

const { signal } = new AbortController();

it("gives every copy its own lines, whatever the paths of others, cuts long ones and hides addresses", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-copies-")));
  try {
    const bakery = repository("bakery").commit({
      at: "2024-01-02",
      author: "Ada Oven <ada@bakery.example>",
      message: "Open",
      files: {
        "rye.rb": "rye 1\nrye 2\n",
        "a\nb.rb": "broken\nname\n",
        "oat.rb": `${"o".repeat(9_000)}\n`,
        "mail.rb":
          'to = "Ada.Oven+rye@mail.bakery.example"\nuses: oven/heat@v1.2 git@forge.example:x @import\n',
      },
    });
    bakery.write(folder);
    const { repositories } = await inspectRepositories([folder], signal);
    const [one] = repositories;
    const site = (path: string): CopySite => ({
      repositoryId: one?.id ?? "",
      componentId: null,
      path,
      commit: one?.refs.head ?? "",
      start: 1,
      end: 2,
      fileShare: 1,
      owners: [],
      changeDays: [],
    });
    // Names that git can hold in a tree and that mean something else to who asks for them.
    const copies = [
      site("../gone.rb"),
      site("a\nb.rb"),
      site("rye.rb"),
      site("oat.rb"),
      site("mail.rb"),
    ];
    const shadow = await createShadow(folder, "sha1");
    const classes = [copies, [site("mail.rb")]].map(
      (list) => ({ copies: list }) as unknown as RankedClass,
    );
    const shadows = { sha1: shadow, sha256: shadow };
    const texts = await readCopyTexts(classes, repositories, shadows, signal);
    expect([...texts]).toEqual([
      [copyKey(site("a\nb.rb")), "broken\nname"],
      [copyKey(site("rye.rb")), "rye 1\nrye 2"],
      [copyKey(site("oat.rb")), `${"o".repeat(500)}\n`],
      [
        copyKey(site("mail.rb")),
        'to = "…@mail.bakery.example"\nuses: oven/heat@v1.2 git@forge.example:x @import',
      ],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
