import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { serialize } from "node:v8";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAtomically, writeAtomically } from "#store/files/atomic-write.ts";
import { FileCache } from "#store/files/cache.ts";
import { seal, unseal } from "#store/files/envelope.ts";

let folder: string;
let cache: FileCache;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-cache-"));
  cache = new FileCache(join(folder, "cache"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const value = {
  name: "bakery",
  days: new Uint32Array([1, 20_000, 4_000_000_000]),
  counts: new Uint16Array([7, 65_535]),
  nested: [{ at: 1.5, none: null }],
};

function onlyFile(kind = "evidence"): string {
  const [name = ""] = readdirSync(join(cache.folder, kind));
  return join(cache.folder, kind, name);
}

describe("a cached value", () => {
  it("comes back as it was, for its key alone", async () => {
    await cache.write("evidence", "shop", "key 1", value);
    expect(await cache.read("evidence", "shop", "key 1")).toEqual({ value });
    expect(await cache.read("evidence", "shop", "key 2")).toBeNull();
    expect(await cache.read("evidence", "till", "key 1")).toBeNull();
    expect(await cache.read("results", "shop", "key 1")).toBeNull();
  });

  it("is replaced by the next of its name, which may have any characters", async () => {
    const name = "../../etc/passwd\0 ünïcode";
    await cache.write("evidence", name, "1", "old");
    await cache.write("evidence", name, "2", "new");
    expect(await cache.read("evidence", name, "2")).toEqual({ value: "new" });
    expect(await cache.read("evidence", name, "1")).toBeNull();
    expect((await cache.summary()).entriesCount).toBe(1);
  });

  it("reads as absent when its file was torn or changed anywhere, and is made again", async () => {
    await cache.write("evidence", "shop", "key", value);
    const whole = readFileSync(onlyFile());
    const damaged = fc.oneof(
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
        const copy = Buffer.from(whole);
        copy[at] = (copy[at] ?? 0) ^ flip;
        return copy;
      }),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.uint8Array({ minLength: 1, maxLength: 9 }).map((more) => Buffer.concat([whole, more])),
    );
    fc.assert(
      fc.property(damaged, (block) => {
        expect(unseal("key", block)).toBeNull();
      }),
    );
    writeFileSync(onlyFile(), whole.subarray(0, 100));
    expect(await cache.read("evidence", "shop", "key")).toBeNull();
    await cache.write("evidence", "shop", "key", value);
    expect(await cache.read("evidence", "shop", "key")).toEqual({ value });
  });

  it("reads as absent when another version wrote it, or its content is none of ours", () => {
    const block = seal("key", value);
    const other = Buffer.concat([Buffer.from("fulcrum-cache 2\n"), block.subarray(16)]);
    expect(unseal("key", other)).toBeNull();
    for (const body of [
      serialize(7),
      serialize(null),
      serialize({ key: "key" }),
      Buffer.from([255, 99]),
    ]) {
      const checksum = createHash("sha256").update(body).digest();
      const sealed = Buffer.concat([Buffer.from("fulcrum-cache 1\n"), checksum, body]);
      expect(unseal("key", sealed)).toBeNull();
    }
  });

  it("reads as absent when it cannot be read", async () => {
    await cache.write("evidence", "shop", "key", value);
    const path = onlyFile();
    rmSync(path);
    mkdirSync(path);
    expect(await cache.read("evidence", "shop", "key")).toBeNull();
    await expect(cache.write("evidence", "shop", "key", value)).rejects.toMatchObject({
      code: "write-failed",
    });
  });

  it("is for the owner's eyes", async () => {
    await cache.write("evidence", "shop", "key", value);
    await cache.identityKey();
    expect(statSync(cache.folder).mode & 0o777).toBe(0o700);
    expect(statSync(dirname(onlyFile())).mode & 0o777).toBe(0o700);
    expect(statSync(onlyFile()).mode & 0o777).toBe(0o600);
    expect(statSync(join(cache.folder, "identity.key")).mode & 0o777).toBe(0o600);
  });
});

describe("the cache as a whole", () => {
  it("counts its entries, and not what a killed process left", async () => {
    expect(await cache.summary()).toEqual({
      folder: cache.folder,
      entriesCount: 0,
      bytes: 0,
      index: null,
    });
    await cache.write("evidence", "shop", "key", value);
    const { size } = statSync(onlyFile());
    writeFileSync(`${onlyFile()}.0123456789ab.part`, "torn");
    expect(await cache.summary()).toMatchObject({ entriesCount: 1, bytes: size });
  });

  it("is emptied but for the identity key, unless that is asked for", async () => {
    const key = await cache.identityKey();
    await cache.write("evidence", "shop", "key", value);
    await cache.clear();
    expect(await cache.read("evidence", "shop", "key")).toBeNull();
    expect(await cache.identityKey()).toBe(key);
    await cache.clear(true);
    expect(await cache.identityKey()).not.toBe(key);
  });
});

describe("the identity key", () => {
  it("is one, however many ask for it first", async () => {
    const keys = await Promise.all(
      Array.from({ length: 20 }, () => new FileCache(cache.folder).identityKey()),
    );
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(cache.folder)).toEqual(["identity.key"]);
  });

  it("is made again where a torn file stands in its place", async () => {
    mkdirSync(cache.folder);
    writeFileSync(join(cache.folder, "identity.key"), "0123");
    const key = await cache.identityKey();
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await cache.identityKey()).toBe(key);
  });

  it("that cannot be read is not replaced", async () => {
    mkdirSync(join(cache.folder, "identity.key"), { recursive: true });
    await expect(cache.identityKey()).rejects.toMatchObject({ code: "write-failed" });
    expect(existsSync(join(cache.folder, "identity.key"))).toBe(true);
  });
});

describe("writing atomically", () => {
  it("leaves the old file and no litter when it fails", async () => {
    const target = join(folder, "report.html");
    mkdirSync(target);
    writeFileSync(join(target, "kept"), "old");
    await expect(writeAtomically(target, "new")).rejects.toMatchObject({
      code: "write-failed",
      next: expect.stringContaining("choose another place"),
    });
    expect(readdirSync(folder)).toEqual(["report.html"]);
    expect(readFileSync(join(target, "kept"), "utf8")).toBe("old");
  });

  it("says what to do where a folder of the path is a file", async () => {
    writeFileSync(join(folder, "file"), "");
    await expect(writeAtomically(join(folder, "file", "report.html"), "new")).rejects.toMatchObject(
      {
        code: "write-failed",
        next: expect.stringContaining("not what it should be"),
      },
    );
  });

  it("clears what was left of the same file more than a day ago, and nothing else", async () => {
    const target = join(folder, "report.html");
    const old = new Date(Date.now() - 86_400_000 - 1000);
    const names = [
      "report.html.0123456789ab.part",
      "report.html.ab0123456789.part",
      "report.json.0123456789ab.part",
      "report.html.part",
    ];
    for (const name of names) writeFileSync(join(folder, name), "torn");
    for (const name of names.filter((one) => !one.includes("ab0")))
      utimesSync(join(folder, name), old, old);
    await writeAtomically(target, "new");
    expect(readdirSync(folder)).toEqual([
      "report.html",
      "report.html.ab0123456789.part",
      "report.html.part",
      "report.json.0123456789ab.part",
    ]);
  });

  it("is as readable for others as their umask says, unless private", async () => {
    const before = process.umask(0o022);
    try {
      await writeAtomically(join(folder, "open"), "1");
      await writeAtomically(join(folder, "closed"), "1", { isPrivate: true });
    } finally {
      process.umask(before);
    }
    expect(statSync(join(folder, "open")).mode & 0o777).toBe(0o644);
    expect(statSync(join(folder, "closed")).mode & 0o777).toBe(0o600);
  });

  it("creates only where nothing stands", async () => {
    const target = join(folder, "key");
    expect(await createAtomically(target, "first")).toBe(true);
    expect(await createAtomically(target, "second")).toBe(false);
    expect(readFileSync(target, "utf8")).toBe("first");
    expect(readdirSync(folder)).toEqual(["key"]);
  });

  it("says so where it may not write", async () => {
    // A superuser may write everywhere but among the kernel's own files.
    const isSuperuser = process.getuid?.() === 0;
    const place = isSuperuser ? "/sys" : join(folder, "closed");
    if (!isSuperuser) mkdirSync(place, { mode: 0o500 });
    await expect(writeAtomically(join(place, "report.html"), "new")).rejects.toMatchObject({
      code: "write-failed",
      next: expect.stringContaining("You may not write there"),
    });
  });
});
