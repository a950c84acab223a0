import { expect, it } from "vitest";
import { CopyBudget } from "#model/linking/copy-budget.ts";
import { linkRepositories } from "#model/linking/link-repositories.ts";
import { understood, written } from "./builds.ts";

const lamp = written("lamp", {
  "settings.gradle.kts": 'rootProject.name = "lamp"',
  "build.gradle.kts": 'plugins { `maven-publish` }\ngroup = "org.railway"\nversion = "4.0"',
});

it("finds group, version and name where a build sets them for others", () => {
  const { offers } = understood(
    written("yard", {
      "settings.gradle": [
        "rootProject.name = 'yard-parent'",
        "include 'core',",
        "    ':tools:crane'",
        "project(':tools:crane').projectDir = file('machines/crane')",
        "['red', 'green'].each { include \"signals:${it}\" }",
      ],
      "gradle.properties": "version=1.5",
      "build.gradle": "allprojects { group = 'org.yard' }",
      "core/build.gradle":
        "plugins { id 'java-library' }\nbase { archivesName = \"yard-${project.name}\" }",
      "machines/crane/build.gradle": "group = 'org.cranes'\nversion = rootProject.version",
      "signals/red/build.gradle": "apply plugin: 'java'",
    }),
  );
  expect(offers).toEqual([
    "yard#. org.yard/yard-parent 1.5",
    "yard#core org.yard/yard-core 1.5",
    "yard#machines/crane org.cranes/crane 1.5",
    "yard#signals/red org.yard/red 1.5",
    // Without a script of its own the root configures it.
    "yard#signals/green org.yard/green 1.5",
  ]);
});

it("gives projects what scripts say of them: of all, of one, of those that apply a plugin of the build", () => {
  const { uses, problems } = understood(
    lamp,
    written("yard", {
      "settings.gradle.kts": 'include("core", "web")\nincludeBuild("build-logic")',
      "build.gradle.kts":
        'subprojects { dependencies { "implementation"("org.railway:lamp:4.0") } }',
      "core/build.gradle.kts": "plugins { java }",
      "web/build.gradle.kts": 'plugins { id("yard.web") }\ndependencies { api(projects.core) }',
      "build-logic/build.gradle.kts":
        'plugins { `kotlin-dsl` }\ndependencies { implementation("org.tools:press:1") }',
      "build-logic/src/main/kotlin/yard.web.gradle.kts":
        'plugins { id("org.tools.style") version "3" }\ndependencies { implementation("org.web:server:2") }',
    }),
  );
  expect(uses.filter((use) => use.startsWith("yard")).toSorted()).toEqual([
    "yard#. → org.tools/press 1 build",
    "yard#core → org.railway/lamp 4.0 runtime",
    "yard#web → -unknown-/core - runtime",
    "yard#web → org.railway/lamp 4.0 runtime",
    "yard#web → org.tools.style/org.tools.style.gradle.plugin 3 build",
    "yard#web → org.web/server 2 runtime",
  ]);
  expect(problems).toEqual([]);
});

it("follows catalogs, bundles, constants, properties and scripts that are applied", () => {
  const { uses, problems } = understood(
    written("yard", {
      "settings.gradle.kts": [
        "dependencyResolutionManagement { versionCatalogs {",
        '  create("deps") { from(files("gradle/own.versions.toml")) }',
        '  create("tools") { version("press", "7"); library("press", "org.tools", "press").versionRef("press"); bundle("all", listOf("press")) }',
        "} }",
        'include("web")',
      ],
      "gradle.properties": "oilVersion=2.1",
      "gradle/own.versions.toml":
        '[libraries]\noil-can = "org.railway:can:1"\ncup = "org.railway:cup:2"\n[bundles]\noils = ["oil-can", "cup"]\n[plugins]\nstyle = "org.tools.style:3"',
      "gradle/rails.gradle":
        "ext.rails = [iron: 'org.railway:iron:9', group: 'org.tracks']\ndependencies { runtimeOnly 'org.railway:bed:1' }",
      "buildSrc/src/main/kotlin/Libs.kt":
        'object Libs { private const val version = "8"; object Night { const val lamp = "org.railway:lamp:$version" } }',
      "web/build.gradle": [
        "plugins { alias(deps.plugins.style) }",
        'apply from: "$rootDir/gradle/rails.gradle"',
        "dependencies {",
        "  implementation deps.bundles.oils",
        "  testImplementation(tools.bundles.all)",
        "  implementation Libs.Night.lamp",
        '  implementation "org.railway:oil:$oilVersion"',
        "  implementation rails.iron",
        '  implementation "${rails.group}:sleeper:${deps.versions.nowhere.get()}"',
        "  implementation nowhere.atAll",
        "}",
      ],
    }),
  );
  expect(uses.toSorted()).toEqual([
    "yard#web → org.railway/bed 1 runtime",
    "yard#web → org.railway/can 1 runtime",
    "yard#web → org.railway/cup 2 runtime",
    "yard#web → org.railway/iron 9 runtime",
    "yard#web → org.railway/lamp 8 runtime",
    "yard#web → org.railway/oil 2.1 runtime",
    "yard#web → org.tools.style/org.tools.style.gradle.plugin 3 build",
    "yard#web → org.tools/press 7 test",
    "yard#web → org.tracks/sleeper - runtime",
  ]);
  expect(problems).toEqual(["nowhere.atAll is defined in no file that was read"]);
});

it("finds the project that publishes a plugin, however its id is written down", () => {
  const plugins = written("plugins", {
    "build.gradle":
      "plugins { id 'groovy-gradle-plugin'; id 'maven-publish' }\ngroup = 'org.tools'\nversion = '2'",
    "settings.gradle": "rootProject.name = 'rail-plugins'",
    "src/main/groovy/org.tools.script.gradle": "plugins { id 'java' }",
    "src/main/resources/META-INF/gradle-plugins/org.tools.listed.properties":
      "implementation-class=A",
  });
  const { uses } = understood(
    plugins,
    written("yard", {
      "settings.gradle": "pluginManagement { plugins { id 'org.tools.listed' version '2' } }",
      "build.gradle": "plugins { id 'org.tools.listed'; id 'org.tools.script' version '1' }",
    }),
  );
  expect(uses.filter((use) => use.startsWith("yard"))).toEqual([
    "yard#. → org.tools/rail-plugins 2 build",
    "yard#. → org.tools/rail-plugins 1 build",
  ]);
});

it("follows a catalog that another repository publishes", () => {
  const { uses, problems } = understood(
    written("shelf", {
      "settings.gradle.kts": 'rootProject.name = "rail-catalog"',
      "build.gradle.kts":
        'plugins { `version-catalog`; `maven-publish` }\ngroup = "org.railway"\ncatalog { versionCatalog { from(files("rails.versions.toml")); library("oil", "org.railway:oil:5") } }',
      "rails.versions.toml": '[libraries]\nlamp = "org.railway:lamp:4"',
    }),
    written("yard", {
      "settings.gradle.kts":
        'dependencyResolutionManagement { versionCatalogs { create("rails") { from("org.railway:rail-catalog:1") } } }',
      "build.gradle.kts": "dependencies { api(rails.lamp); api(rails.oil) }",
    }),
  );
  expect(uses.toSorted()).toEqual([
    "yard#. → org.railway/lamp 4 runtime",
    "yard#. → org.railway/oil 5 runtime",
    "yard#. → org.railway/rail-catalog 1 build",
  ]);
  expect(problems).toEqual([]);
});

it("joins an artefact whose group cannot be seen by its name, one of one word under a group of ours only", () => {
  const { uses } = understood(
    written("signals", {
      "settings.gradle": "rootProject.name = 'night-signals'\ninclude 'core'",
      "build.gradle": "apply plugin: 'maven-publish'",
      "core/build.gradle": "apply plugin: 'maven-publish'",
    }),
    written("yard", {
      "build.gradle":
        "group = 'org.yard'\ndependencies { api 'org.far:night-signals:1'; api 'org.far:core:1'; api 'org.yard.signals:core:2' }",
    }),
  );
  expect(uses).toEqual([
    "yard#. → -unknown-/night-signals 1 runtime",
    "yard#. → org.far/core 1 runtime",
    "yard#. → -unknown-/core 2 runtime",
  ]);
});

it("takes thousands of projects without a script of their own in time that grows with their number", () => {
  const paths = Array.from({ length: 3_000 }, (_, at) => `':p${String(at)}'`);
  const start = process.cpuUsage();
  const { offers } = understood(
    written("yard", {
      "settings.gradle": `include ${paths.join(", ")}`,
      "build.gradle": "allprojects { group = 'org.yard' }",
    }),
  );
  expect(offers).toHaveLength(3_001);
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(12_000);
});

it("counts for so many projects only as fit into memory, and says so", () => {
  const numbers = Array.from({ length: 60 }, (_, at) => String(at));
  const build = written("yard", {
    "settings.gradle": numbers.map((at) => `include ':m${at}'`),
    "build.gradle": [
      "subprojects { dependencies {",
      ...numbers.map((at) => `api 'org.yard:rail${at}:1'`),
      "} }",
    ],
  });
  const linked = (most?: number) => {
    const [one] = linkRepositories([build], () => new CopyBudget(most));
    return {
      count: one?.files.flatMap(({ dependencies }) => dependencies).length,
      problems: one?.problems.map(({ problem }) => problem.text),
    };
  };
  expect(linked()).toEqual({ count: 3_600, problems: [] });
  // Ten projects with sixty each.
  expect(linked(615)).toEqual({
    count: 600,
    problems: [
      "files count for more folders than were gone through: further ones lack what they are given",
    ],
  });
});

it("notes no more folders for a file than fit into memory", () => {
  const budget = new CopyBudget(2);
  expect([budget.allowsPlace(), budget.allowsPlace(), budget.isSpent]).toEqual([true, true, false]);
  expect([budget.allowsPlace(), budget.isSpent]).toEqual([false, true]);
});
