import { expect, it } from "vitest";
import { processorMilliseconds } from "#fixtures/growth.ts";
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
      "plugins { id 'java'",
      "  id 'org.railway.style' version '2.1' }",
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
    ["pkg:maven/org.railway/wick", "${lampVersion}", "runtime", 6],
    ["pkg:maven/org.yard/check", "1", "test", 7],
    ["pkg:maven/org.yard/press", "3", "build", 8],
    ["pkg:maven/org.yard/marks", "1", "build", 9],
    ["pkg:generic/yard/core", null, "runtime", 11],
    ["pkg:maven/org.yard/bom", "7", "runtime", 12],
    ["pkg:maven/%24%7Bunknown%7D/x", "1", "runtime", 14],
  ]);
});

it("reads Kotlin notations", () => {
  expect(
    uses(
      "plugins {",
      '    kotlin("jvm") version "2.0"',
      '    id("org.railway.style") version "2.1" }',
      'val wick by extra("1")',
      'const val lamp = "4.0"; dependencies {',
      '  implementation("org.railway:lamp:$lamp")',
      '  testImplementation(platform("org.yard:bom:7"))',
      "  implementation(libs.wick)",
      "}",
    ),
  ).toEqual([
    [
      "pkg:maven/org.jetbrains.kotlin.jvm/org.jetbrains.kotlin.jvm.gradle.plugin",
      "2.0",
      "build",
      2,
    ],
    ["pkg:maven/org.railway.style/org.railway.style.gradle.plugin", "2.1", "build", 3],
    ["pkg:maven/org.railway/lamp", "${lamp}", "runtime", 6],
    ["pkg:maven/org.yard/bom", "7", "test", 7],
    ["pkg:generic/libs.wick", null, "runtime", 8],
  ]);
});

it("offers what a build publishes, under the names it is given", () => {
  const offers = (...lines: string[]) =>
    (read("lamp/build.gradle.kts", ...lines).packages ?? []).map(
      ({ purl, isPrivate, alsoKnownAs }) => [
        decodeURIComponent(purl),
        isPrivate,
        ...(alsoKnownAs ?? []),
      ],
    );
  expect(offers("plugins { `maven-publish` }")).toEqual([
    ["pkg:maven/${gradle.group}/${gradle.name}", false],
  ]);
  // What runs has a name as well, if its group can be seen.
  expect(offers("plugins { application }")).toEqual([
    ["pkg:maven/${gradle.own-group}/${gradle.name}", true],
  ]);
  expect(
    offers(
      "publishing { publications {",
      '  create<MavenPublication>("lamp") { groupId = "org.railway"; artifactId = "lamp-core" }',
      "} }",
      'mavenPublishing { coordinates("org.railway", "lamp-night", "1.0") }',
    ),
  ).toEqual([
    ["pkg:maven/org.railway/lamp-core", false],
    ["pkg:maven/org.railway/lamp-night", false],
  ]);
  expect(
    offers(
      "plugins { `java-gradle-plugin`; `maven-publish` }",
      'gradlePlugin { plugins { register("lamp") { id.set("org.railway.lamp") } } }',
    ),
  ).toEqual([
    [
      "pkg:maven/${gradle.group}/${gradle.name}",
      false,
      "pkg:maven/org.railway.lamp/org.railway.lamp.gradle.plugin",
    ],
  ]);
});

it("reads calls over lines, lists, wrappers, blocks in blocks and projects that are meant", () => {
  const found = read(
    "build.gradle",
    "subprojects { dependencies { api(",
    "    'org.railway:lamp:1'",
    ") } }",
    "project(':yard') { dependencies { implementation 'org.railway:wick:2', 'org.railway:oil:3' } }",
    "dependencies { if (night) { testImplementation(testFixtures(project(':yard'))) }",
    '  constraints { api("org.yard:bound:1") }',
    "  add('runtimeOnly', [group: 'org.yard', name: 'add', version: '4'])",
    "  implementation('org.yard:rich') { version { strictly '[5,6)' } }",
    "  implementation('org.yard:glass') { version { strictly '[5,6)'; prefer '5.4' } }",
    "  implementation('org.yard:rod:[1,2)!!1.5')",
    "  implementation(worked.out('x')) }",
  );
  expect(
    found.dependencies?.map(({ purl, constraint, scope, project }) => [
      purl,
      constraint,
      scope,
      project,
    ]),
  ).toEqual([
    ["pkg:maven/org.railway/lamp", "1", "runtime", "gradle:*"],
    ["pkg:maven/org.railway/wick", "2", "runtime", "gradle::yard"],
    ["pkg:maven/org.railway/oil", "3", "runtime", "gradle::yard"],
    ["pkg:generic/yard", null, "test", undefined],
    ["pkg:maven/org.yard/add", "4", "runtime", undefined],
    ["pkg:maven/org.yard/rich", "[5,6)", "runtime", undefined],
    ["pkg:maven/org.yard/glass", "5.4", "runtime", undefined],
    ["pkg:maven/org.yard/rod", "1.5", "runtime", undefined],
  ]);
  expect(found.problems?.map(({ text, line }) => [text, line])).toEqual([
    ['dependency worked out by code: worked.out("x")', 11],
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

it("takes what is managed for versions, and no use: lists that are imported are used", () => {
  expect(
    uses(
      "dependencyManagement {",
      "  imports { mavenBom 'org.railway:bom:1' }",
      "  dependencies { dependency 'org.railway:unused:2'",
      "    dependency group: 'org.railway', name: 'lamp', version: '3'",
      "    dependencySet(group: 'org.railway', version: '4') { entry 'wick'",
      "      entry 'oil' } } }",
      "dependencies { constraints { api('org.yard:can:5') }",
      "  implementation 'org.railway:lamp'",
      "  implementation 'org.railway:wick'",
      "  implementation 'org.railway:oil:9'",
      "  implementation 'org.yard:can' }",
    ),
  ).toEqual([
    ["pkg:maven/org.railway/bom", "1", "build", 2],
    ["pkg:maven/org.railway/lamp", "3", "runtime", 8],
    ["pkg:maven/org.railway/wick", "4", "runtime", 9],
    ["pkg:maven/org.railway/oil", "9", "runtime", 10],
    ["pkg:maven/org.yard/can", "5", "runtime", 11],
  ]);
});

it("says what is chosen by code, in brackets or not", () => {
  const { dependencies, problems } = read(
    "build.gradle",
    "dependencies {",
    "  implementation old ? 'org.railway:lamp:1' : 'org.railway:lamp:2'",
    "  implementation /org.railway:wick:1/",
    "  implementation worked.out('x')",
    "  def half = size / 2",
    "  if (name =~ /a'b/) { api 'org.railway:oil:1' }",
    "}",
  );
  expect(dependencies?.map(({ purl }) => purl)).toEqual([
    "pkg:maven/org.railway/wick",
    "pkg:maven/org.railway/oil",
  ]);
  expect(problems?.map(({ line }) => line)).toEqual([2, 4]);
});

it("counts comments within comments in Kotlin, not in Groovy", () => {
  const lines = [
    "dependencies {",
    '  /* implementation("a:a:1") /* old */ implementation("b:b:1") */',
    '  implementation("c:c:1")',
    "}",
  ];
  const named = (path: string) =>
    (read(path, ...lines).dependencies ?? []).map(({ purl }) => purl.split("/").at(-1));
  expect(named("build.gradle.kts")).toEqual(["c"]);
  expect(named("build.gradle")).toContain("b");
});

it("gives up on more projects and statements for each than there are in any build, and says so", () => {
  const projects = (count: number) =>
    `configure([${Array.from({ length: count }, (_, at) => `project(':p${String(at)}')`).join(", ")}]) {`;
  const needs = Array.from({ length: 2_000 }, (_, at) => `api 'org.yard:rail${String(at)}:1'`);
  const before = processorMilliseconds();
  for (const lines of [
    [projects(2_000), "dependencies {", ...needs, "} }"],
    [...Array.from({ length: 30 }, () => projects(2)), needs[0] ?? "", "}".repeat(30)],
  ])
    expect(read("build.gradle", ...lines).problems).toContainEqual({
      code: "truncated",
      text: "more projects and statements for each than are read",
    });
  const publications = Array.from(
    { length: 20_000 },
    (_, at) => `p { artifactId = 'a${String(at)}' }`,
  );
  read("build.gradle", "publishing {", ...publications, "}");
  expect(processorMilliseconds() - before).toBeLessThan(8_000);
});
