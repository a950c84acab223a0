import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { similarity as similaritySchema, type Similarity } from "#contract/similarity.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { bread, schedule, telescope } from "#fixtures/clones/code-samples.ts";
import { indexOrganisation } from "#fixtures/clones/indexed-organisation.ts";
import { recordRun, type RecordedOptions } from "./recorded-session.ts";

let folder = "";

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-similar-")));
  await indexOrganisation(join(folder, "own"), [
    { repository: "bakery", path: "lib/till.js", text: `${telescope}\n${bread}` },
    { repository: "observatory", path: "dome.js", text: telescope },
    { repository: "railway", path: "board.js", text: `let a = 1;\n${schedule}` },
  ]);
  repository("bakery", {
    layout: "clone",
    defaultBranch: "main",
    remote: "git@forge.example:acme/bakery.git",
  })
    .commit({
      at: "2024-03-01",
      author: "Ada Oven <ada@bakery.example>",
      message: "Open",
      files: { "lib/till.js": `${telescope}\n${bread}` },
    })
    .write(join(folder, "clones"));
  writeFileSync(join(folder, "plan.js"), `// a plan\n${schedule}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(line: string, options: Partial<RecordedOptions> = {}) {
  return recordRun([...line.split(" "), "--cache", join(folder, "own")], {
    workingFolder: folder,
    ...options,
  });
}

async function found(line: string, options: Partial<RecordedOptions> = {}): Promise<Similarity> {
  const { code, out, notes } = await run(`${line} --format json`, options);
  expect([code, notes]).toEqual([0, ""]);
  const { similarity } = JSON.parse(out) as { similarity: unknown };
  return similaritySchema.parse(similarity);
}

const placesOf = ({ regions }: Similarity): string[] =>
  regions.flatMap(({ path, start, end, copies }) =>
    copies.map((copy) => `${path}:${start}-${end} ${copy.path}:${copy.start}-${copy.end}`),
  );

describe("similar", () => {
  test("lists the lines of a file that stand elsewhere, and what it was compared with", async () => {
    const { code, out, notes } = await run("similar plan.js");
    expect(code).toBe(0);
    expect(out).toMatch(/^Lines +Alike +Lines here +Stands in +Owner\n/);
    expect(out).toMatch(/\n +14 +100 % +2-15 +railway:board.js:2-15 +railway\n$/);
    expect(notes).toBe(
      "1 stretch stands in 1 place elsewhere: 14 lines compared with 49 lines of 3 repositories, indexed on 4 Mar 2026.\n",
    );
  });

  test("prints JSON by its schema, Markdown, and SARIF", async () => {
    const similarity = await found("similar plan.js");
    expect(placesOf(similarity)).toEqual(["plan.js:2-15 board.js:2-15"]);
    expect(similarity).toMatchObject({
      change: null,
      compared: { filesCount: 1, linesCount: 14, notCompared: [] },
      regions: [
        {
          codeLines: 14,
          copies: [
            {
              repositoryId: "repository:forge.example/acme/railway",
              componentId: "component:railway",
              ownerIds: ["team:railway"],
              isElsewhere: true,
              kind: "code",
              type: 1,
              similarity: 1,
            },
          ],
        },
      ],
    });
    expect((await run("similar plan.js --format markdown")).out).toContain(
      "| railway:board.js:2-15 |",
    );
    const sarif: unknown = JSON.parse((await run("similar plan.js --format sarif")).out);
    expect(sarif).toMatchObject({
      version: "2.1.0",
      runs: [{ results: [{ ruleId: "stands-elsewhere" }] }],
    });
  });

  test("knows a file of an indexed clone, and does not tell it of itself", async () => {
    const inClone = join(folder, "clones", "bakery");
    const similarity = await found("similar lib/till.js", { workingFolder: inClone });
    expect(placesOf(similarity)).toEqual(["lib/till.js:1-14 dome.js:1-14"]);
    const piped = await found("similar - --as lib/till.js", {
      workingFolder: inClone,
      standardInput: `${bread}\n${telescope}`,
    });
    expect(placesOf(piped)).toEqual([expect.stringMatching(/ dome.js:1-14$/)]);
    const moved = await found("similar - --as lib/other.js", {
      workingFolder: inClone,
      standardInput: bread,
    });
    expect(placesOf(moved)).toEqual(["lib/other.js:1-8 lib/till.js:16-23"]);
    expect(moved.regions[0]?.copies[0]?.isElsewhere).toBe(false);
  });

  test.each([
    ["nothing.js", Buffer.alloc(0), "it is empty"],
    ["short.js", Buffer.from("a = 1;\n"), "it is shorter than anything that counts as copied"],
    ["binary.js", Buffer.from("a\0b".repeat(900)), "it is binary"],
    ["one-line.js", Buffer.from("x=1;".repeat(30_000)), "it is minified"],
    ["huge.js", Buffer.from("let a = 1;\n".repeat(300_000)), "it is larger than 2 MB"],
    [
      "notes.txt",
      Buffer.from("flour\n"),
      "its name says no language that is known (--as NAME names one)",
    ],
    ["deep.js", Buffer.from("{[(\n".repeat(20_000)), null],
    ["open.js", Buffer.from(`\`never closed\n${"a\n".repeat(5000)}`), null],
    [
      "mixed.js",
      Buffer.concat([Buffer.from(schedule, "utf16le"), Buffer.from([0xff, 0xfe])]),
      "it is binary",
    ],
  ])("is not upset by %s", async (name, content, words) => {
    writeFileSync(join(folder, name), content);
    const { code, out, notes } = await run(`similar ${name}`);
    expect([code, out]).toEqual([0, ""]);
    if (words === null) expect(notes).toMatch(/^Nothing like it stands elsewhere: \d/);
    else expect(notes).toBe(`${name} was not compared: ${words}.\n`);
  });

  test.each([
    ["similar missing.js", 2, /^Error: There is no file .*missing\.js\.\nName a file/],
    ["similar clones", 2, /^Error: .*clones is a folder\.\n.*fulcrum duplicates/],
    ["similar -", 2, /^Error: Standard input has no name .*\n.*--as/],
    ["similar", 2, /^Error: Missing required argument 'file'/],
  ])("fulcrum %s says what to do", async (line, exitCode, message) => {
    const { code, notes } = await run(line);
    expect(code).toBe(exitCode);
    expect(notes).toMatch(message);
  });

  test("without an index it says which command makes one", async () => {
    mkdirSync(join(folder, "empty"), { recursive: true });
    const before = await recordRun(["similar", "plan.js"], { workingFolder: folder });
    expect(before.code).toBe(3);
    expect(before.notes).toMatch(
      /^Error: Nothing was assessed yet, so there is no index\.\nRun fulcrum assess FOLDER/,
    );
    const none = await recordRun(["similar", "plan.js", "--cache", "empty"], {
      workingFolder: folder,
    });
    expect(none.code).toBe(3);
    expect(none.notes).toContain("wrote no clone index");
  });

  test("the cache says how large the index is, and removes it", async () => {
    const cache = join(folder, "other");
    await indexOrganisation(cache, [{ repository: "railway", path: "board.js", text: schedule }]);
    const shown = await recordRun(["cache", "show", "--cache", cache], { workingFolder: folder });
    expect(shown.out).toMatch(
      /^Index {5}14 lines of 1 repository, of 4 Mar 2026; [\d.]+ kB more$/m,
    );
    const cleared = await recordRun(["cache", "clear", "--cache", cache], {
      workingFolder: folder,
    });
    expect(cleared.out).toMatch(/^Removed 1 entry, .* and the clone index, [\d.]+ kB, from /);
    const after = await recordRun(["similar", "plan.js", "--cache", cache], {
      workingFolder: folder,
    });
    expect(after.code).toBe(3);
  });
});

describe("duplicates --changed", () => {
  const bakery = (): string => join(folder, "clones", "bakery");

  test("tells what a change adds that other owners keep, and not what was there before", async () => {
    const inClone = { workingFolder: bakery() };
    expect(placesOf(await found("duplicates --changed", inClone))).toEqual([]);
    writeFileSync(join(bakery(), "lib", "till.js"), `${telescope}\n${schedule}\n${bread}`);
    writeFileSync(join(bakery(), "notes.txt"), "flour\n");
    const similarity = await found("duplicates --changed", inClone);
    expect(placesOf(similarity)).toEqual(["lib/till.js:16-29 board.js:2-15"]);
    expect(similarity).toMatchObject({
      change: {
        kind: "working-tree",
        repositoryId: "repository:forge.example/acme/bakery",
        head: null,
        addedLinesCount: 15,
      },
      compared: {
        filesCount: 1,
        notCompared: [{ path: "notes.txt", reason: "unknown-language" }],
      },
      regions: [{ addedLines: 14, copies: [{ isElsewhere: true }] }],
    });
    const { out, notes } = await run("duplicates --changed clones/bakery");
    expect(out).toMatch(/\n +14 +14 +100 % +lib\/till.js:16-29 +railway:board.js:2-15 +railway\n$/);
    expect(notes).toBe(
      `1 changed file was not compared: 1 unknown-language (--format json names them).
1 stretch stands in 1 place elsewhere: 15 new lines in 1 file compared with 49 lines of 3 repositories, indexed on 4 Mar 2026.
`,
    );
  });

  test("counts what the change replaces as gone, and the same owner only when asked", async () => {
    writeFileSync(join(bakery(), "lib", "till.js"), telescope);
    writeFileSync(join(bakery(), "lib", "moved.js"), bread);
    writeFileSync(join(bakery(), "lib", "twice.js"), telescope);
    const change = await found("duplicates --changed --own clones/bakery");
    expect(placesOf(change)).toEqual(["lib/twice.js:1-14 dome.js:1-14"]);
    rmSync(join(bakery(), "lib", "moved.js"));
    rmSync(join(bakery(), "lib", "twice.js"));
    writeFileSync(join(bakery(), "lib", "till.js"), `${telescope}\n${bread}`);
    writeFileSync(join(bakery(), "lib", "again.js"), `let again;\n${bread}`);
    expect(placesOf(await found("duplicates --changed clones/bakery"))).toEqual([]);
    expect(placesOf(await found("duplicates --changed --own clones/bakery"))).toEqual([
      "lib/again.js:2-9 lib/till.js:16-23",
    ]);
    rmSync(join(bakery(), "lib", "again.js"));
  });

  test.each([
    ["duplicates", 2, /^Error: No folder was named\.\n.*fulcrum duplicates --changed/],
    ["duplicates --changed a b", 2, /^Error: A change is of one clone/],
    ["duplicates --base main --staged clones/bakery", 2, /^Error: --base is about commits/],
    ["duplicates --base nothing clones/bakery", 2, /^Error: There is no commit nothing in /],
    ["duplicates --changed missing", 2, /^Error: .*missing is in no git repository\./],
  ])("fulcrum %s says what to do", async (line, exitCode, message) => {
    const { code, notes } = await run(line);
    expect(code).toBe(exitCode);
    expect(notes).toMatch(message);
  });
});
