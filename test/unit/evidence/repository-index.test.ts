import { describe, expect, it } from "vitest";
import { repositoryIndex, type AddressedRepository } from "#evidence/repository-index.ts";
import { addressOfPurl, purlPartsOf, repositoryPurl } from "#evidence/repository-purl.ts";
import { keptAddress, parseRepositoryAddress } from "#evidence/repository-address.ts";
import { purl } from "#sources/manifests/purl.ts";

function read(remote: string | null, name = remote ?? "", module?: string): AddressedRepository {
  const packages = module === undefined ? [] : [{ purl: `pkg:golang/${module}` }];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the index looks at path and purl alone
  const files = [{ path: "go.mod", packages }] as unknown as AddressedRepository["files"];
  return { id: `repository:${remote ?? name}`, name, remote, files };
}

const lamps = read("git.railway.example/signals/lamps");
const trains = read("github.com/railway/trains", "trains", "github.com/railway/old-trains/v2");
const index = repositoryIndex([
  lamps,
  trains,
  read("github.com/railway/bells"),
  read("git.railway.example/railway/bells"),
  read("git.railway.example/lone"),
  read("github.com/railway/fork", "fork", "github.com/elsewhere/tracks"),
  read(null, "shed/north"),
  read(null, "yard/north"),
]);

describe("the repository of an address", () => {
  const find = (text: string): unknown => {
    const found = index.find(text);
    return found && [found.repository.id.slice("repository:".length), found.by];
  };

  it("has its host and path, however it is spelt", () => {
    const answer = ["git.railway.example/signals/lamps", "address"];
    expect(find("git@git.railway.example:signals/lamps.git")).toEqual(answer);
    expect(find("ssh://git@GIT.railway.example:2222/Signals/Lamps")).toEqual(answer);
    expect(find("https://git.railway.example/signals/lamps/-/tree/main/docs")).toEqual(answer);
  });

  it("has its whole path on another host, where only one has", () => {
    expect(find("https://github.com/signals/lamps")).toEqual([lamps.id.slice(11), "mirror"]);
    expect(find("https://mirror.example/railway/bells")).toBeNull();
    expect(find("https://github.com/railway/bells")).toMatchObject({ 1: "address" });
  });

  it("is never found by its last word", () => {
    expect(find("https://git.railway.example/parts/lamps")).toBeNull();
    expect(find("git@mirror.example:lone.git")).toBeNull();
    expect(find("git@git.railway.example:lone.git")).toMatchObject({ 1: "address" });
  });

  it("may be one that was called so, below an owner that is read", () => {
    expect(find("https://github.com/railway/old-trains")).toEqual([
      "github.com/railway/trains",
      "former",
    ]);
    expect(find("https://github.com/elsewhere/tracks")).toBeNull();
  });

  it("is counted from the remote where it is relative, else from the folder", () => {
    const from = (text: string, start: AddressedRepository): string | undefined =>
      index.find(text, start)?.repository.id;
    expect(from("../bells.git", trains)).toBe("repository:github.com/railway/bells");
    expect(from("../../signals/lamps", read("git.railway.example/a/b"))).toBe(lamps.id);
    expect(from("../../yard/north.git", read(null, "shed/south"))).toBe("repository:yard/north");
    expect(from("../north", read(null, "shed/south"))).toBe("repository:shed/north");
    expect(from("../../../north", read(null, "shed/south"))).toBeUndefined();
    expect(index.find("../bells.git")).toBeNull();
  });

  it("is nobody's where two could be meant", () => {
    const twice = repositoryIndex([read(null, "north"), read(null, "north")]);
    expect(twice.find("../north", read(null, "south"))).toBeNull();
  });
});

describe("the purl of a repository", () => {
  const spellings = [
    ["git@github.com:Railway/Lamps.git", "pkg:github/railway/lamps"],
    ["https://gitlab.com/railway/signals/lamps", "pkg:gitlab/railway/signals/lamps"],
    [
      "https://dev.azure.com/railway/Night%20Trains/_git/lamps",
      "pkg:generic/lamps?vcs_url=git%2Bhttps%3A%2F%2Fdev.azure.com%2Frailway%2Fnight%2520trains%2F_git%2Flamps",
    ],
    [
      "git@shed.railway.example:~robin/lamps.git",
      "pkg:generic/lamps?vcs_url=git%2Bhttps%3A%2F%2Fshed.railway.example%2F%7Erobin%2Flamps",
    ],
  ] as const;

  it.each(spellings)("of %s is %s, as the library writes it", (text, expected) => {
    const address = parseRepositoryAddress(text);
    if (address === null) throw new Error("no address");
    expect(repositoryPurl(address)).toBe(expected);
    const { type, name, ...parts } = purlPartsOf(address);
    expect(purl(type, name, parts)).toBe(expected);
    expect(purl(type, name, { ...parts, subpath: "modules/lamp" })).toBe(
      repositoryPurl(address, "modules/lamp"),
    );
  });

  it.each(spellings)("leads back to the repository of %s", (text, written) => {
    const address = parseRepositoryAddress(text);
    const back = addressOfPurl(`${written}#modules/lamp`);
    expect(back && repositoryPurl(back)).toBe(written);
    expect(back).toMatchObject({ host: address?.host, folder: "modules/lamp" });
  });

  it("may be relative, and is none of registries", () => {
    const own = keptAddress("github.com/railway/trains");
    expect(addressOfPurl("pkg:generic/bells?vcs_url=..%2Fbells.git", own)).toMatchObject({
      path: "railway/bells",
    });
    expect(addressOfPurl("pkg:generic/bells?vcs_url=..%2Fbells.git")).toBeNull();
    expect(addressOfPurl("pkg:githubactions/railway/ci#.github/workflows/a.yml")).toMatchObject({
      path: "railway/ci",
      folder: ".github/workflows/a.yml",
    });
    for (const other of ["pkg:npm/%40railway/lamps", "pkg:generic/lamps", "lamps", "pkg:github/"])
      expect(addressOfPurl(other)).toBeNull();
  });
});
