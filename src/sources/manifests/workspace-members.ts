import { parseJson } from "#kernel/json-text.ts";
import type { FileFacts } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { goWork } from "./go/go-work.ts";
import { gradleSource } from "./jvm/gradle.ts";
import { mavenSource } from "./jvm/maven.ts";
import { sbtSource } from "./jvm/sbt.ts";
import { packageJson } from "./npm/package-json.ts";
import { npmWorkspaceLists } from "./npm/workspace-lists.ts";
import { field, asRecord, stringField } from "./json-manifest.ts";
import { pyprojectToml } from "./python/pyproject-toml.ts";
import { cargoToml } from "./rust/cargo-toml.ts";

const composer = /(?:^|\/)composer\.json$/;
const readers: readonly FileSource[] = [
  packageJson,
  npmWorkspaceLists,
  cargoToml,
  mavenSource,
  gradleSource,
  sbtSource,
  pyprojectToml,
];

/** Members of builds as they stand at HEAD: what tells a folder of the repository from a copy that lies in it. */
export const workspaceMembers: FileSource = {
  id: "workspace-members",
  version: 1,
  endings: ["work", "json", ...readers.flatMap(({ endings = [] }) => endings)],
  tellsOfItsFolder: true,
  detect: (path) =>
    !isForeignPath(path) &&
    (goWork.matches(path) || composer.test(path) || readerOf(path) !== undefined)
      ? "head"
      : "none",
  read: (file) => {
    if (goWork.matches(file.path)) return membersOf(goWork.members(file.text));
    if (composer.test(file.path)) return membersOf(composerPaths(file.text));
    const { workspaces = [] } = readerOf(file.path)?.read(file) ?? {};
    return membersOf(workspaces);
  },
};

function membersOf(workspaces: readonly string[]): FileFacts {
  return workspaces.length === 0 ? {} : { workspaces };
}

/** `{ "type": "path", "url": "packages/*" }`: https://getcomposer.org/doc/05-repositories.md#path */
function composerPaths(text: string): string[] {
  let root: unknown;
  try {
    root = parseJson(text);
  } catch {
    return []; // the reader of the manifest itself says so
  }
  const record = asRecord(root);
  const repositories = record === null ? null : field(record, "repositories");
  const listed = Array.isArray(repositories)
    ? repositories
    : Object.values(asRecord(repositories) ?? {});
  return listed.slice(0, 1_000).flatMap((one) => {
    const repository = asRecord(one);
    const url = repository === null ? undefined : stringField(repository, "url");
    const isPath = repository !== null && stringField(repository, "type") === "path";
    return isPath && url !== undefined ? [url] : [];
  });
}

function readerOf(path: string): FileSource | undefined {
  return readers.find((reader) => reader.detect(path) !== "none");
}
