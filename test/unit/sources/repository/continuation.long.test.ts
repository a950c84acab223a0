import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository } from "#fixtures/repository-builder.ts";
import { readAt } from "./read-at.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-continue-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a continued reading", () => {
  const open = {
    at: "2024-01-01",
    author: "Ada Oven <ada@bakery.example>",
    message: "Open",
    files: {
      "package.json": '{ "name": "shop", "dependencies": { "flour": "^1" } }',
      "package-lock.json": lockOf({ flour: "1.0.0", salt: "2.0.0" }),
      "lib/shelf.rb": "class Shelf\nend\n",
    },
  };

  async function continueFrom(built: ReturnType<typeof repository>, stop = 0) {
    const { path, commitIds, head } = built.write(folder);
    const earlier = await readAt(folder, path, commitIds[stop] ?? "");
    const whole = await readAt(folder, path, head ?? "");
    const partly = await readAt(folder, path, head ?? "", earlier.evidence);
    expect(partly.evidence).toEqual(whole.evidence);
    return { ...partly, isContinued: partly.blobsCount < whole.blobsCount, commitIds };
  }

  it("reads the files at HEAD and the ground of locks alone where only a tag is new", async () => {
    const more = { ...open, at: "2024-01-02", files: { "package.json": '{ "name": "shop" }' } };
    const shop = repository("tagged").commit(open).commit(more).tag("v1");
    expect(await continueFrom(shop, 1)).toMatchObject({ isContinued: true });
  });

  it("dates a locked version from the day a manifest declares the package", async () => {
    const manifest = '{ "name": "shop", "dependencies": { "flour": "^1", "salt": "^2" } }';
    const shop = repository("declared-later")
      .commit(open)
      .commit({ ...open, at: "2024-01-02", files: { "README.md": "# Shop\n" } })
      .commit({ ...open, at: "2024-01-03", files: { "package.json": manifest } });
    const { evidence, isContinued, commitIds } = await continueFrom(shop, 1);
    expect(isContinued).toBe(true);
    const locked = evidence.files.find((file) => file.path === "package-lock.json")?.locked;
    expect(locked?.map(({ purl, spans }) => [purl, spans[0]?.from.commit])).toEqual([
      ["pkg:npm/flour", commitIds[0]],
      ["pkg:npm/salt", commitIds[2]],
    ]);
  });

  it("goes on with lists that others take in, and reads all where an old file begins to be one", async () => {
    const listed = (day: string, files: Readonly<Record<string, string>>) => ({
      ...open,
      at: `2024-01-${day}`,
      files,
    });
    const base = listed("01", {
      "requirements.txt": "-r lists/dough.txt\n",
      "lists/dough.txt": "flour==1.0\n",
      "lists/sweet.txt": "sugar==1.0\n",
    });
    const changed = listed("02", { "lists/dough.txt": "flour==2.0\n" });
    const going = await continueFrom(repository("taken-in").commit(base).commit(changed));
    expect(going.isContinued).toBe(true);
    const list = going.evidence.files.find(({ path }) => path === "lists/dough.txt");
    expect(list?.isTakenIn).toBe(true);
    expect(list?.dependencies[0]?.spans.map(({ value }) => value)).toEqual(["==1.0", "==2.0"]);

    const further = listed("02", { "requirements.txt": "-r lists/sweet.txt\n" });
    const begun = await continueFrom(repository("begun").commit(base).commit(further));
    expect(begun.isContinued).toBe(false);
    const sweet = begun.evidence.files.find(({ path }) => path === "lists/sweet.txt");
    expect(sweet?.dependencies[0]?.spans[0]?.from.commit).toBe(begun.commitIds[0]);

    const added = listed("02", {
      "requirements.txt": "-r lists/new.txt\n",
      "lists/new.txt": "salt==1.0\n",
    });
    expect(await continueFrom(repository("added").commit(base).commit(added))).toMatchObject({
      isContinued: true,
    });
  });

  it("follows lists in a circle, and one that went and came back, by each reader once", async () => {
    const circle = {
      ...open,
      files: {
        "requirements.txt": "-r lists/a.txt\n",
        "lists/a.txt": "-r b.txt\nflour==1\n",
        "lists/b.txt": "-r a.txt\nsalt==1\n",
      },
    };
    const gone = { ...open, at: "2024-01-02", files: { "lists/b.txt": null } };
    const back = { ...open, at: "2024-01-03", files: { "lists/b.txt": "salt==2\n" } };
    const { evidence } = await continueFrom(
      repository("circle").commit(circle).commit(gone).commit(back),
      1,
    );
    const salt = evidence.files.find(({ path }) => path === "lists/b.txt")?.dependencies[0];
    expect(salt?.spans.map(({ value, to }) => [value, to !== null])).toEqual([
      ["==1", true],
      ["==2", false],
    ]);
  });

  it("reads locks again where only a list that is taken in declares what they fix", async () => {
    const base = {
      ...open,
      files: {
        "requirements.txt": "-r lists/dough.txt\n",
        "lists/dough.txt": "flour>=1\n",
        "poetry.lock": '[[package]]\nname = "flour"\nversion = "1.2"\n',
      },
    };
    const more = {
      ...open,
      at: "2024-01-02",
      files: { "poetry.lock": '[[package]]\nname = "flour"\nversion = "1.3"\n' },
    };
    const { evidence } = await continueFrom(repository("listed-locks").commit(base).commit(more));
    const lock = evidence.files.find(({ path }) => path === "poetry.lock");
    expect(lock?.locked.flatMap(({ spans }) => spans.map(({ value }) => value))).toEqual([
      "1.2",
      "1.3",
    ]);
    expect(lock?.revisionsCount).toBe(2);
  });

  it("goes on with a new file that names a service, and reads all where an old one begins to", async () => {
    const naming = 'Directory.find("order-store")\n';
    const added = { ...open, at: "2024-01-02", files: { "lib/till.rb": naming } };
    const begun = { ...open, at: "2024-01-02", files: { "lib/shelf.rb": naming } };
    const more = { ...open, files: { ...open.files, "package.json": '{ "name": "shop" }' } };
    const two = (name: string) =>
      repository(name)
        .commit(more)
        .commit({ ...open, at: "2024-01-02" });
    expect(await continueFrom(two("new-file").commit(added), 1)).toMatchObject({
      isContinued: true,
    });
    expect(await continueFrom(two("old-file").commit(begun), 1)).toMatchObject({
      isContinued: false,
    });
  });

  it("takes a name with a line break for one file, new or old", async () => {
    const naming = 'Directory.find("order-store")\n';
    const more = { ...open, files: { ...open.files, "lib/old\nshelf.rb": "class Shelf\nend\n" } };
    const added = { "lib/two\nlines.rb": naming, "lib/till.rb": naming };
    const begun = { "lib/old\nshelf.rb": naming };
    for (const [name, files] of Object.entries({ added, begun })) {
      const built = repository(`broken-name-${name}`).commit(more);
      const { evidence, isContinued } = await continueFrom(
        built.commit({ ...open, at: "2024-01-02", files }),
      );
      expect(isContinued).toBe(name === "added");
      const found = evidence.files.filter((file) => file.references.length > 0);
      expect(found.map((file) => file.path).sort()).toEqual(Object.keys(files).sort());
    }
  });

  it("reads all again where clocks went back over the place where it would go on", async () => {
    const shelf = (at: string, name: string) => ({
      ...open,
      at,
      files: { "lib/shelf.rb": `class ${name}\nend\n` },
    });
    const built = (name: string, back: string) =>
      repository(name)
        .commit(open)
        .commit(shelf("2024-03-25", "Oven"))
        .commit(shelf(back, "Till"))
        .commit(shelf("2024-03-30", "Shop"))
        .commit(shelf("2024-04-02", "Door"));
    const going = await continueFrom(built("in-order", "2024-03-26"), 3);
    expect(going.isContinued).toBe(true);
    const wrong = await continueFrom(built("out-of-order", "2023-01-02"), 3);
    expect(wrong.isContinued).toBe(false);
    expect(wrong.evidence.changes.disorder?.spans).toHaveLength(1);
  });

  it("counts days beyond the end of its column as that end, also when it goes on", async () => {
    const late = (at: number, text: string) => ({ ...open, at, files: { "lib/shelf.rb": text } });
    const built = repository("far-future")
      .commit(late(6_000_000_000, "a\n"))
      .commit(late(6_000_000_000, "b\n"));
    const { evidence } = await continueFrom(built);
    expect([...evidence.fileChanges.days]).toEqual([65_535]);
  });

  it("reads all again where files have more versions than a whole reading looks back on", async () => {
    const named = (at: number) => ({
      ...open,
      at: 1_700_000_000 + at * 60,
      files: {
        "lib/till.rb": `${"\n".repeat(at)}Directory.find("order-store")\n`,
        CODEOWNERS: `* @bakery/team-${String(at)}\n`,
      },
    });
    const built = repository("many-versions").commit(open);
    for (let at = 0; at < 402; at++) built.commit(named(at));
    const { evidence } = await continueFrom(built, 300);
    expect(evidence.ownersVersions).toHaveLength(200);
    expect(evidence.files.find(({ path }) => path === "lib/till.rb")?.revisionsCount).toBe(400);
  });

  it("reads all again when the branch was rewritten, or .mailmap changed", async () => {
    const rewritten = repository("rewritten")
      .commit(open)
      .commit({
        ...open,
        on: "old",
        at: "2024-01-02",
        files: { "package.json": '{ "name": "old" }' },
      })
      .commit({ ...open, at: "2024-01-03", files: { "package.json": '{ "name": "new" }' } });
    expect(await continueFrom(rewritten, 1)).toMatchObject({ isContinued: false });
    const mailmap = "Ada <ada@bakery.example> <ben@bakery.example>\n";
    const renamed = repository("renamed")
      .commit({ ...open, author: "Ben Rye <ben@bakery.example>" })
      .commit({ ...open, at: "2024-01-02", files: { ".mailmap": mailmap } });
    expect((await continueFrom(renamed)).evidence.activity.persons).toHaveLength(1);
  });

  it("reads all again where the lock it would go on from cannot be read", async () => {
    const lockAt = (day: string, text: string) => ({
      ...open,
      at: `2024-01-${day}`,
      files: { "package-lock.json": text },
    });
    const shop = repository("torn-lock")
      .commit(open)
      .commit(lockAt("02", "{ torn"))
      .commit(lockAt("03", lockOf({ salt: "2.0.0" })));
    const { evidence, commitIds } = await continueFrom(shop, 1);
    expect(evidence.files.flatMap((file) => file.locked)).toMatchObject([
      { purl: "pkg:npm/flour", spans: [{ to: { commit: commitIds[2] } }] },
    ]);
  });

  it("reads all again when history or objects were incomplete before", async () => {
    const { path, head, commitIds } = repository("deepened")
      .commit(open)
      .commit({ ...open, at: "2024-01-02", files: { "package.json": '{ "name": "shop" }' } })
      .write(folder);
    const whole = await readAt(folder, path, head ?? "");
    const shallow = {
      ...(await readAt(folder, path, commitIds[0] ?? "")).evidence,
      isShallow: true,
    };
    const torn = {
      ...(await readAt(folder, path, commitIds[0] ?? "")).evidence,
      unreadable: ["x"],
    };
    expect(await readAt(folder, path, head ?? "", shallow)).toEqual(whole);
    expect(await readAt(folder, path, head ?? "", torn)).toEqual(whole);
  });
});

function lockOf(versions: Readonly<Record<string, string>>): string {
  const packages = Object.entries(versions).map(([name, version]) => [
    `node_modules/${name}`,
    { version },
  ]);
  return JSON.stringify({ lockfileVersion: 3, packages: Object.fromEntries(packages) }, null, 2);
}
