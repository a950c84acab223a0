import { spawn, execFileSync } from "node:child_process";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAtomically, writeAtomically } from "#store/files/atomic-write.ts";
import { destinationOf } from "#store/files/destination.ts";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-destination-")));
  mkdirSync(join(folder, "shelf"));
  mkdirSync(join(folder, "out"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (path: string): string => join(folder, path);
const text = (path: string): string => readFileSync(at(path), "utf8");

describe("what is written through a symbolic link", () => {
  it("lands in the file that it names, and the link stays", async () => {
    writeFileSync(at("shelf/bread.json"), "old");
    symlinkSync("../shelf/bread.json", at("out/report.json"));
    await writeAtomically(at("out/report.json"), "new");
    expect(readlinkSync(at("out/report.json"))).toBe("../shelf/bread.json");
    expect(text("shelf/bread.json")).toBe("new");
    expect(readdirSync(at("shelf"))).toEqual(["bread.json"]);
    expect(readdirSync(at("out"))).toEqual(["report.json"]);
  });

  it("follows links to links, and folders that are links", async () => {
    symlinkSync(at("shelf"), at("way"));
    symlinkSync("way/first", at("out/report.json"));
    symlinkSync("way/first", at("outer"));
    symlinkSync("second", at("shelf/first"));
    writeFileSync(at("shelf/second"), "old");
    await writeAtomically(at("outer"), "new");
    expect(text("shelf/second")).toBe("new");
    expect(lstatSync(at("shelf/first")).isSymbolicLink()).toBe(true);
    // `..` is counted from where the folder really lies.
    symlinkSync("../shelf/third", at("shelf/back"));
    await writeAtomically(at("way/back"), "third");
    expect(text("shelf/third")).toBe("third");
  });

  it("makes the file where the link leads nowhere yet", async () => {
    symlinkSync("../shelf/new.json", at("out/report.json"));
    await writeAtomically(at("out/report.json"), "new");
    expect(text("shelf/new.json")).toBe("new");
    symlinkSync("../shelf/draft.md", at("out/draft.md"));
    expect(await createAtomically(at("out/draft.md"), "first")).toBe(true);
    expect(await createAtomically(at("out/draft.md"), "second")).toBe(false);
    expect(text("shelf/draft.md")).toBe("first");
    expect(lstatSync(at("out/draft.md")).isSymbolicLink()).toBe(true);
  });

  it("is refused where links lead in a circle", async () => {
    symlinkSync("b", at("out/a"));
    symlinkSync("a", at("out/b"));
    for (const write of [writeAtomically, createAtomically])
      await expect(write(at("out/a"), "new")).rejects.toMatchObject({
        code: "write-failed",
        message: expect.stringContaining("circle"),
        next: expect.stringContaining("Remove one of those links"),
      });
    expect(readdirSync(at("out"))).toEqual(["a", "b"]);
  });

  it("is refused where it leads to a folder", async () => {
    symlinkSync("../shelf", at("out/report.json"));
    await expect(writeAtomically(at("out/report.json"), "new")).rejects.toMatchObject({
      code: "write-failed",
    });
    expect(readlinkSync(at("out/report.json"))).toBe("../shelf");
  });

  it("is not led elsewhere where it is private: the link is replaced", async () => {
    writeFileSync(at("shelf/key"), "somebody's");
    symlinkSync("../shelf/key", at("out/key"));
    await writeAtomically(at("out/key"), "ours", { isPrivate: true });
    expect(text("shelf/key")).toBe("somebody's");
    expect(lstatSync(at("out/key")).isFile()).toBe(true);
  });
});

describe("what is no file", () => {
  const readPipe = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const reader = spawn("cat", [path]);
      let found = "";
      reader.stdout.on("data", (chunk: Buffer) => (found += chunk.toString()));
      reader.on("error", reject);
      reader.on("close", () => resolve(found));
    });

  it.each([
    ["a pipe", "out/pipe"],
    ["a link to a pipe", "out/link"],
  ])("is written to and stays: %s", async (_what, path) => {
    execFileSync("mkfifo", [at("out/pipe")]);
    symlinkSync("pipe", at("out/link"));
    const long = "bread ".repeat(50_000);
    const read = readPipe(at("out/pipe"));
    await writeAtomically(at(path), long);
    expect(await read).toBe(long);
    expect(lstatSync(at("out/pipe")).isFIFO()).toBe(true);
    expect(readdirSync(at("out"))).toEqual(["link", "pipe"]);
  });

  it("is told from a file, without being opened", async () => {
    execFileSync("mkfifo", [at("out/pipe")]);
    symlinkSync("/proc/self/fd/1", at("out/standard-output"));
    expect(await destinationOf(at("out/pipe"))).toEqual({ path: at("out/pipe"), kind: "stream" });
    expect(await destinationOf(at("out/standard-output"))).toMatchObject({ kind: "stream" });
    expect(await destinationOf(at("nowhere/at/all"))).toMatchObject({ kind: "new" });
  });
});
