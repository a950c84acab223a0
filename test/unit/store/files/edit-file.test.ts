import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer, connect, type Socket } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAtomically, writeAtomically } from "#store/files/atomic-write.ts";
import { editFile } from "#store/files/edit-file.ts";
import { makeFolder } from "#store/files/make-folder.ts";
import { withFileLock } from "#store/files/file-lock.ts";

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-edit-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (path: string): string => join(folder, path);
const text = (path: string): string => readFileSync(at(path), "utf8");
const modeOf = (path: string): number => statSync(at(path)).mode & 0o7777;
const withLine = (line: string) => (before: string) => ({
  text: `${before}${line}\n`,
  result: before.length,
});

describe("modes", () => {
  it.each([0o600, 0o640, 0o664, 0o444, 0o755])(
    "of a file stay as they were, also through a link: %o",
    async (mode) => {
      writeFileSync(at("orders.yaml"), "old");
      chmodSync(at("orders.yaml"), mode);
      symlinkSync("orders.yaml", at("latest.yaml"));
      await writeAtomically(at("latest.yaml"), "new");
      expect(text("orders.yaml")).toBe("new");
      expect(modeOf("orders.yaml")).toBe(mode);
      expect(readlinkSync(at("latest.yaml"))).toBe("orders.yaml");
    },
  );

  it("of a new file are those of any other file made here", async () => {
    writeFileSync(at("by-hand"), "");
    await writeAtomically(at("by-us"), "");
    await createAtomically(at("first-by-us"), "");
    expect(modeOf("by-us")).toBe(modeOf("by-hand"));
    expect(modeOf("first-by-us")).toBe(modeOf("by-hand"));
  });

  it("of what is private are the owner's, whatever they were", async () => {
    writeFileSync(at("key"), "old");
    chmodSync(at("key"), 0o644);
    await writeAtomically(at("key"), "new", { isPrivate: true });
    expect(modeOf("key")).toBe(0o600);
  });
});

describe("a socket that is open already", () => {
  it("is written to by its number, for it cannot be opened by its path", async () => {
    let heard = "";
    const isOver = new Promise<void>((resolve) => {
      const server = createServer((socket) => {
        socket.on("data", (chunk) => (heard += chunk.toString()));
        socket.on("end", () => {
          socket.end();
          server.close();
          resolve();
        });
      }).listen(at("oven.sock"));
    });
    const client = await new Promise<Socket>((resolve) => {
      const socket = connect(at("oven.sock"), () => resolve(socket));
    });
    const handle: unknown = Reflect.get(client, "_handle");
    const number: unknown = Reflect.get(Object(handle), "fd");
    symlinkSync(`/proc/self/fd/${String(number)}`, at("latest.json"));
    const long = "bread ".repeat(200_000);
    await writeAtomically(at("latest.json"), long);
    client.end();
    await isOver;
    expect(heard).toBe(long);
    expect(readlinkSync(at("latest.json"))).toContain("/proc/self/fd/");
  });
});

describe("editFile", () => {
  it("loses nothing of many at once, and leaves no lock behind", async () => {
    const lines = Array.from({ length: 12 }, (_, index) => `loaf ${String(index)}`);
    await Promise.all(lines.map((line) => editFile(at("orders"), withLine(line))));
    expect(text("orders").trim().split("\n").sort()).toEqual(lines.sort());
    expect(readdirSync(folder)).toEqual(["orders"]);
  });

  it("reads again what somebody saved without asking for a lock", async () => {
    writeFileSync(at("orders"), "rye\n");
    let saves = 0;
    await editFile(at("orders"), (before) => {
      if (saves++ === 0) writeFileSync(at("orders"), "rye\nwheat\n");
      return withLine("spelt")(before);
    });
    expect(text("orders")).toBe("rye\nwheat\nspelt\n");
  });

  it("gives up, and writes nothing, where the file changes under every attempt", async () => {
    let saves = 0;
    const edit = (before: string) => {
      writeFileSync(at("orders"), `rye ${String(saves++)}\n`);
      return withLine("spelt")(before);
    };
    await expect(editFile(at("orders"), edit)).rejects.toMatchObject({
      code: "write-failed",
      message: expect.stringContaining("changed by somebody else"),
    });
    expect(text("orders")).not.toContain("spelt");
    expect(readdirSync(folder)).toEqual(["orders"]);
  });

  it("locks the file that a link names, so that two names of one file wait for each other", async () => {
    symlinkSync("orders", at("latest"));
    await Promise.all(
      ["latest", "orders", "latest", "orders"].map((name, index) =>
        editFile(at(name), withLine(String(index))),
      ),
    );
    expect(text("orders").trim().split("\n").sort()).toEqual(["0", "1", "2", "3"]);
  });

  it("refuses a pipe, which cannot be read again", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    await expect(editFile(at("pipe"), withLine("rye"))).rejects.toMatchObject({
      code: "write-failed",
      next: "Name a plain file.",
    });
    expect(statSync(at("pipe")).isFIFO()).toBe(true);
  });

  it("says so where no lock can be made", async () => {
    writeFileSync(at("shelf"), "");
    await expect(editFile(at("shelf/orders"), withLine("rye"))).rejects.toMatchObject({
      code: "write-failed",
    });
  });

  it("writes nothing, and lets go, where the edit fails", async () => {
    writeFileSync(at("orders"), "rye\n");
    await expect(
      editFile(at("orders"), () => {
        throw new Error("burnt");
      }),
    ).rejects.toThrow("burnt");
    expect(text("orders")).toBe("rye\n");
    expect(readdirSync(folder)).toEqual(["orders"]);
  });
});

describe("a lock", () => {
  const lock = (): string => at("orders.fulcrum-lock");

  it("of a process that lives is waited for, then said to be held", async () => {
    writeFileSync(lock(), `${String(process.ppid)} ${hostname()} aa\n`);
    await expect(
      withFileLock(at("orders"), () => Promise.resolve("done"), { patienceMs: 60 }),
    ).rejects.toMatchObject({
      code: "write-failed",
      message: expect.stringContaining(`(${String(process.ppid)})`),
      next: expect.stringContaining("remove that lock"),
    });
    expect(existsSync(lock())).toBe(true);
  });

  it("of another machine is waited for while it is young", async () => {
    writeFileSync(lock(), "1 another-bakery aa\n");
    const held = withFileLock(at("orders"), () => Promise.resolve(null), { patienceMs: 60 });
    await expect(held).rejects.toMatchObject({ code: "write-failed" });
  });

  it.each(["1 another-bakery aa\n", "", "no lock of ours"])(
    "that is old was left behind, whoever wrote %j",
    async (holder) => {
      writeFileSync(lock(), holder);
      const hourAgo = Date.now() / 1000 - 3600;
      utimesSync(lock(), hourAgo, hourAgo);
      expect(await withFileLock(at("orders"), () => Promise.resolve("done"))).toBe("done");
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it("that a process which died was taking away is taken away as well", async () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const dead = `${String(pid)} ${hostname()} aa\n`;
    writeFileSync(lock(), dead);
    writeFileSync(`${lock()}-left`, dead);
    const taken = withFileLock(at("orders"), () => Promise.resolve("done"), { patienceMs: 2000 });
    expect(await taken).toBe("done");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("says whose it is from its first moment: of nobody's the death cannot be known", async () => {
    const seen = new Set<string>();
    let isOver = false;
    const look = (): void => {
      try {
        seen.add(readFileSync(lock(), "utf8").replace(/ \w+\n$/, ""));
      } catch (error) {
        expect(error).toMatchObject({ code: "ENOENT" }); // between two rounds
      }
      if (!isOver) setImmediate(look);
    };
    look();
    for (let round = 0; round < 200; round++)
      await withFileLock(at("orders"), () => Promise.resolve(null));
    isOver = true;
    expect([...seen]).toEqual([`${String(process.pid)} ${hostname()}`]);
  });

  it("of a process that died is taken away, by one of those who wait", async () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    writeFileSync(lock(), `${String(pid)} ${hostname()} aa\n`);
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 3));
      inside--;
    };
    await Promise.all(Array.from({ length: 8 }, () => withFileLock(at("orders"), work)));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a folder that is missing", () => {
  it("is made with those above it, and again is no failure", () => {
    makeFolder(at("bakery/oven/tray"), 0o700);
    makeFolder(at("bakery/oven/tray"));
    expect(modeOf("bakery/oven/tray")).toBe(0o700);
    writeFileSync(at("till"), "");
    expect(() => makeFolder(at("till"))).toThrow("EEXIST");
    expect(() => makeFolder(at("till/drawer"))).toThrow(/EEXIST|ENOTDIR/);
  });

  // A file system that answers "no such folder" to every new one: Node's own way would try without end.
  it.skipIf(!existsSync("/proc/self"))("is given up where none can be made", async () => {
    await expect(writeAtomically("/proc/nowhere/at/all", "")).rejects.toMatchObject({
      code: "write-failed",
    });
  });
});

it("files are written whose names are as long as a file system takes", async () => {
  for (const name of ["l".repeat(255), "л".repeat(127), `${"l".repeat(250)}.yaml`]) {
    await writeAtomically(at(name), "rye\n");
    expect(await createAtomically(at(name), "wheat\n")).toBe(false);
    await editFile(at(name), withLine("spelt"));
    expect(text(name)).toBe("rye\nspelt\n");
    rmSync(at(name));
    expect(readdirSync(folder)).toEqual([]);
  }
});

it("no two long names share a lock", async () => {
  const [one, other] = ["a", "b"].map((end) => at(`${"l".repeat(250)}${end}`));
  await withFileLock(one ?? "", () => withFileLock(other ?? "", async () => undefined));
  expect(readdirSync(folder)).toEqual([]);
});
