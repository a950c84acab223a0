import { describe, expect, test } from "vitest";
import type { FileHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Component } from "#model/organisation.ts";
import { asOf, build, file, needs, offers, repository } from "./observatory.ts";

const moment = (at: number) => ({ commit: `c${String(at)}`, at });
const lost = [{ value: "o", from: moment(asOf - 900_000), to: moment(asOf - 500) }];
const lostHistory = [{ value: null, from: moment(asOf - 900_000), to: moment(asOf - 500) }];

/** Files at HEAD, all of them older than as-of. */
const atHead = (...paths: readonly string[]): Partial<RepositoryEvidence> => ({
  fileChanges: {
    paths,
    ends: Uint32Array.from(paths, (_, index) => index + 1),
    days: Uint16Array.from(paths, () => 18_300),
  },
});

const removed = (path: string, more: Partial<FileHistory>): FileHistory =>
  file(path, { spans: lost, ...more });

const shutter = (
  files: readonly FileHistory[],
  more: Partial<RepositoryEvidence> = {},
): Component => {
  const root = file("package.json", { packages: [offers("pkg:npm/dome")] });
  const findings = build([repository("dome", [root, ...files], more)]);
  const found = findings.organisation.components.find(({ path }) => path === "shutter");
  if (found === undefined) throw new Error("no such component");
  return found;
};

describe("a part of a repository lives on", () => {
  test("while the root's build lists it, though the only file in its folder went", () => {
    const found = shutter(
      [
        file("build.sbt", { home: "shutter", packages: [offers("pkg:maven/sky/shutter")] }),
        removed("shutter/docker-compose.yml", {
          dependencies: [needs("pkg:docker/redis", { spans: lostHistory })],
        }),
      ],
      atHead("shutter/src/main/scala/Shutter.scala"),
    );
    expect(found.goneAt).toBeNull();
  });

  test("while its list of packages lies in the folder of its code", () => {
    const found = shutter(
      [
        removed("shutter/tox.ini", {
          dependencies: [needs("pkg:pypi/pytest", { spans: lostHistory })],
        }),
        file("shutter/src/requirements.txt", { dependencies: [needs("pkg:pypi/motors")] }),
      ],
      atHead("shutter/src/open.py"),
    );
    expect(found.goneAt).toBeNull();
  });

  test("while code lies there that no component around it speaks for", () => {
    const found = shutter(
      [
        removed("shutter/requirements.txt", {
          dependencies: [needs("pkg:pypi/motors", { spans: lostHistory })],
        }),
      ],
      atHead("shutter/open.py"),
    );
    expect(found.goneAt).toBeNull();
  });
});

test("a part that stood for hours, on the way to something else, was none", () => {
  const brief = (to: number) =>
    build([
      repository("dome", [
        file("package.json", { packages: [offers("pkg:npm/dome")] }),
        file("shutter/package.json", {
          spans: [{ value: "o", from: moment(asOf - 900_000), to: moment(to) }],
          packages: [offers("pkg:npm/shutter")],
        }),
      ]),
    ]).organisation.components.map(({ path }) => path);
  expect(brief(asOf - 900_000 + 86_399)).toEqual(["."]);
  expect(brief(asOf - 900_000 + 86_400)).toEqual([".", "shutter"]);
});

describe("a part of a repository is gone", () => {
  const manifest = removed("shutter/package.json", {
    packages: [offers("pkg:npm/shutter", { spans: lostHistory })],
  });

  test.each([
    ["nothing", []],
    ["documents", ["shutter/README.md", "shutter/plan.png"]],
    ["tests", ["shutter/test/open.js"]],
  ])("where %s is left of it", (_, paths) => {
    const found = shutter([manifest], atHead(...paths));
    expect([found.goneAt, found.lifecycle, found.foldedInto]).toEqual([
      asOf - 500,
      "archived",
      undefined,
    ]);
  });

  test("by name only, where the manifest around it speaks for its code since", () => {
    const found = shutter([manifest], atHead("shutter/open.js"));
    expect(found.goneAt).toBe(asOf - 500);
    expect(found.foldedInto).toBe("component:git.example/observatory/dome#.");
  });

  test("where a deeper component has the code now", () => {
    const deeper = file("shutter/night/package.json", { packages: [offers("pkg:npm/night")] });
    const found = shutter([manifest, deeper], atHead("shutter/night/open.js"));
    expect([found.goneAt, found.foldedInto]).toEqual([asOf - 500, undefined]);
  });
});
