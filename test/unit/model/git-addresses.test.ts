import { describe, expect, it } from "vitest";
import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { repositoryId } from "#model/identifiers.ts";
import { resolvePurl } from "#model/packages.ts";
import { build, file, needs, offers, repository, uses } from "./observatory.ts";

const at = (remote: string, name: string, ...files: Parameters<typeof repository>[1]) => ({
  ...repository(name, [file("README.md"), ...files]),
  id: repositoryId(remote, name),
  remote,
});
const generic = (host: string, path: string, folder = ""): string =>
  `pkg:generic/${path.slice(path.lastIndexOf("/") + 1)}?vcs_url=${encodeURIComponent(`git+https://${host}/${path}`)}${folder}`;
const module = (folder: string) =>
  offers(`pkg:github/${ownOwner}/${ownRepository}#${folder}`, { kind: "tooling" });
const taking = (name: string, remote: string, purl: string) =>
  at(
    remote,
    name,
    file("package.json", { packages: [offers(`pkg:npm/${name}`, { isPrivate: true })] }),
    file("main.tf", { dependencies: [needs(purl, { scope: "build" })] }),
  );

describe("git addresses of repositories that are read", () => {
  const mirrors = at(
    "git.observatory.example/Parts/mirrors",
    "mirrors",
    file("package.json", { packages: [offers("pkg:npm/mirrors", { isPrivate: true })] }),
    file("polish/main.tf", { packages: [module("polish")] }),
  );

  it("are joined on a host of one's own, to the module in its folder", () => {
    const dome = taking(
      "dome",
      "git.observatory.example/domes/dome",
      generic("git.observatory.example", "parts/mirrors", "#polish"),
    );
    expect(uses(build([mirrors, dome]))).toEqual(["dome → mirrors/polish module (build)"]);
  });

  it("are joined by what they hold where nothing is declared, relative ones too", () => {
    const dome = taking(
      "dome",
      "git.observatory.example/parts/dome",
      "pkg:generic/mirrors?vcs_url=..%2Fmirrors.git",
    );
    expect(uses(build([mirrors, dome]))).toEqual(["dome → mirrors files (build)"]);
  });

  it("are not joined by the last word, nor to a repository on another host that two could be", () => {
    const dome = taking(
      "dome",
      "git.observatory.example/domes/dome",
      generic("git.observatory.example", "glass/mirrors"),
    );
    expect(uses(build([mirrors, dome]))).not.toContain("dome → mirrors files (build)");
  });
});

describe("the purl of what a repository offers", () => {
  const files = `pkg:github/${ownOwner}/${ownRepository}#polish`;

  it("names the host that it lies on", () => {
    const resolved = (remote: string): string => resolvePurl(files, at(remote, "mirrors"));
    expect(resolved("github.com/Observatory/Mirrors")).toBe(
      "pkg:github/observatory/mirrors#polish",
    );
    expect(resolved("gitlab.com/observatory/glass/mirrors")).toBe(
      "pkg:gitlab/observatory/glass/mirrors#polish",
    );
    expect(resolved("git.observatory.example/glass/mirrors")).toBe(
      generic("git.observatory.example", "glass/mirrors", "#polish"),
    );
  });

  it("tells folders without a remote apart, whatever their last word", () => {
    const of = (name: string): string =>
      resolvePurl(files, { ...repository(name, []), remote: null });
    expect(of("north/mirrors")).not.toBe(of("south/mirrors"));
    expect(
      resolvePurl("pkg:gitlab/-owner-/-repository-#templates/a", at("shed.example/lone", "x")),
    ).toBe("pkg:gitlab//lone#templates/a");
  });
});

it("repositories of one name without remotes stay two", () => {
  const one = (folder: string) => ({
    ...repository(`${folder}/dome`, [
      file("package.json", { packages: [offers(`pkg:npm/dome-of-${folder}`)] }),
    ]),
    id: repositoryId(null, `${folder}/dome`),
    remote: null,
  });
  const { organisation } = build([one("north"), one("south")]);
  expect(organisation.components.map(({ id }) => id)).toEqual([
    "component:north/dome#.",
    "component:south/dome#.",
  ]);
});
