import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { leastGlibc, packageFor } from "#store/postgres/embedded/installation.ts";
import { canReach, chooseAccounts } from "#store/postgres/embedded/system-accounts.ts";
import manifest from "#package.json" with { type: "json" };
import { installation, newFolder, removeAll } from "./own-database.ts";

afterAll(removeAll);

const debian = { platform: "linux", architecture: "x64", glibc: "2.36" };

describe("the package of a machine", () => {
  it("is one that npm is told to install", () => {
    const machines = [
      debian,
      { ...debian, architecture: "arm64", glibc: leastGlibc },
      { platform: "darwin", architecture: "arm64", glibc: null },
      { platform: "darwin", architecture: "x64", glibc: null },
    ];
    const names = machines.map(packageFor).toSorted();
    expect(names).toEqual(Object.keys(manifest.optionalDependencies));
  });

  it.each([
    ["musl", { ...debian, glibc: null }, "GNU C library"],
    ["a C library that is too old", { ...debian, glibc: "2.17" }, "this system has 2.17"],
    ["a processor without one", { ...debian, architecture: "riscv64" }, "linux-riscv64"],
    ["a system without one", { platform: "win32", architecture: "x64", glibc: null }, "win32-x64"],
  ])("is refused with the way out: %s", (_what, machine, word) => {
    expect(() => packageFor(machine)).toThrow(
      expect.objectContaining({
        code: "no-postgresql",
        message: expect.stringContaining(word),
        next: expect.stringContaining("DATABASE_URL="),
      }),
    );
  });

  it.runIf(process.platform === "linux")("asks for the C library that its programs ask for", () => {
    const programs = ["bin", "lib"].flatMap((name) => {
      const folder = join(installation.root, name);
      return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith(".a"))
        .map((entry) => readFileSync(join(folder, entry.name), "latin1"));
    });
    const asked = programs.flatMap((text) =>
      Array.from(text.matchAll(/GLIBC_2\.(\d+)/g), ([, minor]) => Number(minor)),
    );
    expect(`2.${String(Math.max(...asked))}`).toBe(leastGlibc);
  });
});

describe("the accounts that PostgreSQL runs as when Fulcrum is root", () => {
  const passwd = [
    "root:x:0:0:root:/root:/bin/bash",
    "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin",
    "odd line",
    "daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin",
  ];

  it("are a number that nobody has, and one with a name for a second", () => {
    const found = chooseAccounts(passwd.join("\n"), null);
    expect(found).toEqual({ server: { uid: 60_900, gid: 60_900 }, named: { uid: 1, gid: 1 } });
    const taken = [...passwd, "baker:x:60900:7::/:/bin/sh", "miller:x:8:60901::/:/bin/sh"];
    expect(chooseAccounts(taken.join("\n"), null).server.uid).toBe(60_902);
  });

  it("are the one called fulcrum where there is one", () => {
    const own = [...passwd, "fulcrum:x:998:997::/:/bin/false"].join("\n");
    const account = { uid: 998, gid: 997 };
    expect(chooseAccounts(own, null)).toEqual({ server: account, named: account });
  });

  it("are whoever owns the data already", () => {
    const owner = { uid: 61_000, gid: 61_000 };
    expect(chooseAccounts(passwd.join("\n"), owner).server).toEqual(owner);
  });

  it("are never nobody: a system that has no other is refused", () => {
    expect(() => chooseAccounts(passwd.slice(0, 2).join("\n"), null)).toThrow(
      expect.objectContaining({ code: "no-postgresql" }),
    );
  });

  it("reach only where every folder lets them through", async () => {
    expect(await canReach("/usr/bin", { uid: 60_900, gid: 60_900 })).toBe(true);
    const closed = newFolder();
    mkdirSync(join(closed, "shelf"));
    chmodSync(closed, 0o710);
    const { uid, gid } = statSync(closed);
    const shelf = join(closed, "shelf");
    expect(await canReach(shelf, { uid: 60_900, gid: 60_900 })).toBe(false);
    expect(await canReach(shelf, { uid: 60_900, gid })).toBe(true);
    expect(await canReach(shelf, { uid, gid: 60_900 })).toBe(true);
  });
});
