import { describe, expect, it } from "vitest";
import { componentsUnderLock, lockedByMembers } from "#model/locked-by-members.ts";
import { born, build, file, needs, offers, repository } from "./observatory.ts";

const at = (seconds: number) => ({ commit: `c${String(seconds)}`, at: seconds });
const rows = (
  purl: string,
  ...versions: readonly (readonly [version: string, member?: string])[]
) =>
  versions.map(([value, member]) => ({
    purl,
    ...(member === undefined ? {} : { member }),
    spans: [{ value, from: at(born), to: null }],
  }));
const lens = "pkg:cargo/lens";
const crate = (name: string, more: Parameters<typeof file>[1] = {}) =>
  file(`crates/${name}/Cargo.toml`, {
    packages: [offers(`pkg:cargo/${name}`)],
    dependencies: [needs(lens)],
    ...more,
  });

function found(...files: Parameters<typeof repository>[1]): string[] {
  const repositories = [repository("sky", files)];
  const { components } = build(repositories).organisation;
  const names = new Map(components.map(({ id, name }) => [id, name]));
  return lockedByMembers(components, repositories)
    .map(
      ({ componentId, purl, version, path, from, to }) =>
        `${names.get(componentId) ?? "?"} ${purl} ${version} ${path} ${String(from - born)}–${to === null ? "" : String(to - born)}`,
    )
    .sort();
}

const workspace = file("Cargo.toml", { dependencies: [needs("pkg:cargo/sun")] });
const lock = (path: string, locked: ReturnType<typeof rows>) =>
  file(path, { source: "locks", locked });

describe("versions of a workspace's lock file", () => {
  it("are those of the members that declare the package, not of the others", () => {
    const moon = crate("moon", { dependencies: [] });
    expect(
      found(
        workspace,
        crate("dome"),
        crate("bell"),
        moon,
        lock("Cargo.lock", [...rows(lens, ["1.4.0"]), ...rows("pkg:cargo/sun", ["2.0.0"])]),
      ),
    ).toEqual([`bell ${lens} 1.4.0 Cargo.lock 0–`, `dome ${lens} 1.4.0 Cargo.lock 0–`]);
  });

  it("are what the member sees by itself, where it does", () => {
    const locked = rows(lens, ["1.4.0"], ["1.2.0", "crates/dome"]);
    expect(found(workspace, crate("dome"), crate("bell"), lock("Cargo.lock", locked))).toEqual([
      `bell ${lens} 1.4.0 Cargo.lock 0–`,
      `dome ${lens} 1.2.0 Cargo.lock 0–`,
    ]);
  });

  it("hold while the member declares it", () => {
    const spans = [{ value: null, from: at(born + 10), to: at(born + 20) }];
    const dome = crate("dome", { dependencies: [needs(lens, { spans })] });
    expect(found(workspace, dome, lock("Cargo.lock", rows(lens, ["1.4.0"])))).toEqual([
      `dome ${lens} 1.4.0 Cargo.lock 10–20`,
    ]);
  });

  it("are not those of a member with a lock file of its own, nor of a test's", () => {
    const root = lock("Cargo.lock", rows(lens, ["1.4.0"]));
    expect(
      found(workspace, crate("dome"), root, lock("crates/dome/Cargo.lock", rows(lens, ["9.0.0"]))),
    ).toEqual([]);
    const beside = lock("crates/tests/Cargo.lock", rows(lens, ["9.0.0"]));
    expect(found(workspace, crate("dome"), beside)).toEqual([]);
  });
});

describe("components under a lock file", () => {
  const under = (...files: Parameters<typeof repository>[1]): string[] => {
    const repositories = [repository("sky", files)];
    const { components } = build(repositories).organisation;
    const ids = componentsUnderLock(components, repositories);
    return components.flatMap(({ id, name }) => (ids.has(id) ? name : [])).sort();
  };
  const local = (name: string, purl = "pkg:cargo/dome") =>
    crate(name, { dependencies: [needs(purl, { localPath: "crates/dome" })] });

  it("are its members, also those that declare only others of the workspace", () => {
    const cargo = lock("Cargo.lock", rows(lens, ["1.4.0"]));
    expect(under(workspace, crate("dome"), local("bell"), cargo)).toEqual(["bell", "dome", "sky"]);
    expect(under(workspace, local("bell", "pkg:npm/dome"), cargo)).toEqual(["sky"]);
    expect(
      under(workspace, local("bell"), lock("crates/moon/Cargo.lock", rows(lens, ["1"]))),
    ).toEqual([]);
  });
});
