import { describe, expect, it } from "vitest";
import type { LockFormat } from "#sources/locks/formats.ts";
import { parseLock } from "#sources/locks/parse-lock.ts";
import { readLocked as read } from "./read-locked.ts";

describe("the other formats", () => {
  it("Cargo.lock: several versions of a crate; members of the workspace have no source", () => {
    const crate = (name: string, version: string, more = ""): string =>
      `[[package]]\nname = "${name}"\nversion = "${version}"\n${more}\n`;
    const source = 'source = "registry+https://github.com/rust-lang/crates.io-index"\n';
    const text = `version = 3\n\n${crate("telescope", "0.1.0")}${crate("mirror", "1.0.0", source)}${crate("mirror", "2.0.0", source)}`;
    expect(read("cargo", text)).toEqual(["cargo/mirror 1.0.0", "cargo/mirror 2.0.0"]);
  });

  it("poetry.lock: local packages left out", () => {
    const text = `[[package]]
name = "Star_Chart"
version = "1.2.0"

[[package]]
name = "dome"
version = "0.1.0"
[package.source]
type = "directory"
url = "../dome"

[metadata]
content-hash = "abc"
`;
    expect(read("poetry", text)).toEqual(["pypi/star-chart 1.2.0"]);
  });

  it("uv.lock: the project itself left out", () => {
    const text = `version = 1

[[package]]
name = "observatory"
version = "0.1.0"
source = { virtual = "." }

[[package]]
name = "star-chart"
version = "1.2.0"
source = { registry = "https://pypi.org/simple" }
`;
    expect(read("uv", text)).toEqual(["pypi/star-chart 1.2.0"]);
  });

  it("Pipfile.lock: versions without operator, commits of git", () => {
    const text = JSON.stringify({
      _meta: {},
      default: { "star-chart": { version: "==1.2.0" }, dome: { git: "x", ref: "abc" } },
      develop: { pytest: { version: "===8.0" } },
      documents: { sphinx: { version: "==7.0" }, dome2: { path: "." } },
    });
    expect(read("pipfile", text)).toEqual([
      "pypi/star-chart 1.2.0",
      "pypi/dome abc",
      "pypi/pytest 8.0",
      "pypi/sphinx 7.0",
    ]);
  });

  it("composer.lock: both lists", () => {
    const text = JSON.stringify({
      packages: [{ name: "railway/signals", version: "v1.2.0" }, "odd", null],
      "packages-dev": [{ name: "railway/model", version: "dev-main" }],
    });
    expect(read("composer", text)).toEqual([
      "composer/railway/signals v1.2.0",
      "composer/railway/model dev-main",
    ]);
  });

  it("packages.lock.json: direct, through others, projects", () => {
    const text = JSON.stringify({
      version: 1,
      dependencies: {
        "net8.0": {
          "Acme.Signals": { type: "Direct", requested: "[1.0.0, )", resolved: "1.2.0" },
          "Acme.Rails": { type: "Transitive", resolved: "3.0.0" },
          "acme.depot": { type: "Project" },
        },
      },
    });
    expect(read("nuget", text)).toEqual([
      "nuget/acme.signals 1.2.0",
      "nuget/acme.rails 3.0.0 nested",
    ]);
  });

  it("gradle.lockfile: with and without configurations", () => {
    const text = `# This is a Gradle generated file for dependency locking.
org.railway:signals:1.2.0=compileClasspath,runtimeClasspath
org.railway:rails:3.0.0
empty=annotationProcessor
`;
    expect(read("gradle", text)).toEqual([
      "maven/org.railway/signals 1.2.0",
      "maven/org.railway/rails 3.0.0",
    ]);
  });
});

describe("every format", () => {
  const formats: readonly LockFormat[] = ["gemfile", "npm", "yarn", "pnpm", "poetry", "cargo"];

  it.each(formats)("%s: refuses the markers of an unresolved merge", (format) => {
    const text = "<<<<<<< HEAD\n    ovens (1.0)\n=======\n    ovens (1.1)\n>>>>>>> topic\n";
    expect(parseLock(format, text)).toEqual({
      packages: [],
      problems: [
        { code: "invalid", text: "The lock file holds the markers of an unresolved merge" },
      ],
    });
  });

  it.each(formats)("%s: refuses what is gigantic", (format) => {
    expect(parseLock(format, " ".repeat(64_000_001)).problems.map(({ code }) => code)).toEqual([
      "too-large",
    ]);
  });
});
