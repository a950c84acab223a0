import { expect, it } from "vitest";
import { gradleSource } from "#sources/manifests/jvm/gradle.ts";

const read = (path: string, ...lines: string[]) =>
  gradleSource.read({ path, text: lines.join("\n") });
const uses = (...lines: string[]) =>
  (read("build.gradle", ...lines).dependencies ?? []).map(({ purl, constraint, scope, line }) => [
    purl,
    constraint,
    scope,
    line,
  ]);

it("reads Groovy notations", () => {
  expect(
    uses(
      "plugins { id 'java' }",
      "  id 'org.railway.style' version '2.1'",
      "ext.lampVersion = '4.0'",
      "dependencies {",
      "  implementation 'org.railway:lamp:' // not a version",
      '  api "org.railway:wick:$lampVersion"',
      "  testImplementation group: 'org.yard', name: 'check', version: '1'",
      "  classpath 'org.yard:press:3@jar'",
      "  compileOnly 'org.yard:marks:1'",
      "  /* implementation 'org.yard:gone:1' */",
      "  implementation project(':yard:core')",
      "  implementation platform('org.yard:bom:7')",
      "  println 'a:b:c'",
      '  runtimeOnly "$unknown:x:1"',
      "}",
    ),
  ).toEqual([
    ["pkg:maven/org.railway.style/org.railway.style.gradle.plugin", "2.1", "build", 2],
    ["pkg:maven/org.railway/lamp", null, "runtime", 5],
    ["pkg:maven/org.railway/wick", "4.0", "runtime", 6],
    ["pkg:maven/org.yard/check", "1", "test", 7],
    ["pkg:maven/org.yard/press", "3", "build", 8],
    ["pkg:maven/org.yard/marks", "1", "build", 9],
    ["pkg:generic/core", null, "runtime", 11],
    ["pkg:maven/org.yard/bom", "7", "runtime", 12],
  ]);
});

it("reads Kotlin notations", () => {
  expect(
    uses(
      'plugins { kotlin("jvm") version "2.0" }',
      '    kotlin("jvm") version "2.0"',
      '    id("org.railway.style") version "2.1"',
      'val wick by extra("1")',
      'const val lamp = "4.0"',
      '  implementation("org.railway:lamp:$lamp")',
      '  testImplementation(platform("org.yard:bom:7"))',
      "  implementation(libs.wick)",
    ),
  ).toEqual([
    [
      "pkg:maven/org.jetbrains.kotlin.jvm/org.jetbrains.kotlin.jvm.gradle.plugin",
      "2.0",
      "build",
      2,
    ],
    ["pkg:maven/org.railway.style/org.railway.style.gradle.plugin", "2.1", "build", 3],
    ["pkg:maven/org.railway/lamp", "4.0", "runtime", 6],
    ["pkg:maven/org.yard/bom", "7", "test", 7],
  ]);
});

it("offers what a build publishes, by folder or by custom", () => {
  const build = ["plugins { id 'maven-publish' }", "group = 'org.railway'", "version = '1.2'"];
  expect(read("lamp/build.gradle", ...build).packages).toEqual([
    { purl: "pkg:maven/org.railway/lamp", kind: "library", version: "1.2", isPrivate: false },
  ]);
  expect(read("build.gradle", "group = 'org.railway'").packages).toMatchObject([
    { purl: "pkg:maven/org.railway/-repository-", isPrivate: true },
  ]);
});

it("reads the projects of a settings file", () => {
  expect(
    read("settings.gradle", "rootProject.name = 'yard'", "include ':lamp', ':yard:core'")
      .workspaces,
  ).toEqual(["lamp", "yard/core"]);
});

it("reads files with Windows line ends", () => {
  expect(uses("dependencies {\r", "  api 'org.railway:lamp:1'\r", "}\r")).toEqual([
    ["pkg:maven/org.railway/lamp", "1", "runtime", 2],
  ]);
});
