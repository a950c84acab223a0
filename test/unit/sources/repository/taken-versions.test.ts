import { expect, it } from "vitest";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { commitsTakingVersions } from "#sources/repository/taken-versions.ts";

const at = (commit: string) => ({ commit, at: Number(commit.slice(1)) });
/** `1.0 1.1 -`: a value for each commit from the first on; `-` is none. */
const spansOf = (values: string) => {
  const list = values.split(" ");
  return list.flatMap((value, index) => {
    if (value === "-" || value === list[index - 1]) return [];
    const end = list.findIndex((other, later) => later > index && other !== value);
    return [{ value, from: at(`c${String(index)}`), to: end < 0 ? null : at(`c${String(end)}`) }];
  });
};

const pom = (more: Partial<FileHistory>): FileHistory => ({
  path: "pom.xml",
  source: "maven",
  spans: spansOf("object"),
  revisionsCount: 1,
  packages: [],
  dependencies: [],
  locked: [],
  references: [],
  ...more,
});
const needs = (purl: string, values: string) => ({
  purl,
  scope: "runtime" as const,
  line: 1,
  localPath: null,
  origin: null,
  spans: spansOf(values),
});
const taken = (...files: readonly FileHistory[]) => [...commitsTakingVersions(files)].sort();

it("takes a version where one gives way to another, in manifest, lock file or property", () => {
  expect(taken(pom({ dependencies: [needs("pkg:maven/mill/flour", "1.0 1.1 1.1 2.0")] }))).toEqual([
    "c1",
    "c3",
  ]);
  const purl = "pkg:npm/flour";
  expect(taken(pom({ locked: [{ purl, spans: spansOf("1 1 2") }] }))).toEqual(["c2"]);
  const definitions = [
    { name: "version.flour", spans: spansOf("1.0 1.1") },
    { name: "bakers.name", spans: spansOf("ada bea cid") },
  ];
  expect(taken(pom({ definitions }))).toEqual(["c1"]);
});

it("takes none by adding or removing, nor by naming its own next release", () => {
  const own = "pkg:maven/mill/parent";
  const mill = pom({
    packages: [
      {
        purl: own,
        kind: "library",
        isPrivate: false,
        description: null,
        deprecated: null,
        spans: spansOf("1 2"),
      },
    ],
    dependencies: [needs(own, "1.0 1.1"), needs("pkg:maven/mill/salt", "- 1.0 - 2.0")],
    definitions: [{ name: "project.version", spans: spansOf("1.0 1.1") }],
  });
  expect(taken(mill)).toEqual([]);
});
