import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { placesOf } from "#store/postgres/embedded/places.ts";
import { startEmbedded } from "#store/postgres/embedded/embedded-server.ts";
import { installation, newFolder, removeAll, rowsOf, startIn } from "./own-database.ts";

afterAll(removeAll);

/** As a user who is not root there is nothing to go round. */
describe.runIf(process.geteuid?.() === 0)("started by root", () => {
  const uidOf = (pid: number): number =>
    Number(/^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))?.[1]);

  it("runs as a number of its own, which owns the data and nothing else of it", async () => {
    const home = newFolder();
    const server = await startIn(home);
    const folder = join(home, "postgresql");
    const uid = uidOf(server.pid);
    expect(uid).not.toBe(0);
    expect(uid).not.toBe(65_534);
    const owned = readdirSync(join(folder, "data"), { recursive: true, encoding: "utf8" });
    const owners = owned.map((name) => statSync(join(folder, "data", name)).uid);
    expect(new Set(owners)).toEqual(new Set([uid]));
    for (const name of [".", "password", "owner.json", "server.log"])
      expect(statSync(join(folder, name)).uid).toBe(0);
    expect(statSync(join(folder, "password")).mode & 0o777).toBe(0o600);
  });

  it("keeps data and programs where that number can go, when the path of the project is closed", async () => {
    const [closed, open] = [newFolder(), join(newFolder(), "fulcrum")];
    chmodSync(closed, 0o700);
    const home = join(closed, "project", ".fulcrum");
    const umask = process.umask(0o077);
    try {
      const places = await placesOf(home, open);
      expect(places.folder.startsWith(open)).toBe(true);
      // As npm would have put it below /root.
      const root = join(closed, "native");
      mkdirSync(root);
      for (const name of ["bin", "lib", "share", "pg-symlinks.json"])
        await cp(join(installation.root, name), join(root, name), { recursive: true });
      const hidden = { ...installation, root, links: moved(installation.links, root) };
      const server = await startEmbedded(places, hidden, new AbortController().signal);
      try {
        const found = await rowsOf(server, "show data_directory");
        expect(found).toEqual([{ data_directory: places.data }]);
        const copy = join(open, `postgresql-${installation.version}`);
        const maps = readFileSync(`/proc/${String(server.pid)}/maps`, "utf8");
        expect(maps).toContain(join(copy, "bin", "postgres"));
        expect(maps).not.toContain(closed);
        for (const name of ["bin/postgres", "lib", "share"]) {
          const { uid, mode } = statSync(join(copy, name));
          expect([uid, mode & 0o777]).toEqual([0, 0o755]);
        }
      } finally {
        await server.stop();
      }
    } finally {
      process.umask(umask);
    }
  });
});

function moved(links: ReadonlyMap<string, string>, root: string): Map<string, string> {
  return new Map(
    [...links].map(([name, path]) => [name, path.replace(installation.root, root)] as const),
  );
}
