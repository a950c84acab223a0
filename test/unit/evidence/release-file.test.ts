import { expect, test } from "vitest";
import { isReleaseFile } from "#evidence/release-file.ts";

test.each([
  "lib/rail/version.rb",
  "rail/_version.py",
  "rail/__version__.py",
  "version.go",
  "src/Properties/AssemblyInfo.cs",
  "rail.gemspec",
  "Gemfile",
  "setup.py",
  "app/build.gradle.kts",
  "build.sbt",
])("%s is changed to release or to take a version", (path) => {
  expect(isReleaseFile(path)).toBe(true);
});

test.each([
  "lib/rail/versions.rb",
  "src/conversion.py",
  "app/models/version_list.rb",
  "build.rs",
  "gradle.py",
])("%s is code", (path) => {
  expect(isReleaseFile(path)).toBe(false);
});
