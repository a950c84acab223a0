import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradleShape } from "#sources/surface/gradle-shape.ts";
import { marksOf } from "./marks-of.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const of = (text: string, path = "till/build.gradle.kts") => marksOf(gradleShape, path, text);

describe("programs", () => {
  it.each([
    ['plugins { id("application") }', ["application-shape Gradle application"]],
    ["plugins {\n  application\n}", ["application-shape Gradle application"]],
    ["plugins {\n  `java-library`\n}", ["library-shape java-library"]],
    ["apply plugin: 'application'\n", ["application-shape Gradle application"]],
    ['apply(plugin = "io.quarkus")', ["application-shape Quarkus"]],
    ["apply {\n  plugin('war')\n}", ["application-shape archive for a server"]],
    ['pluginManager.apply("io.micronaut.application")', ["application-shape Micronaut"]],
    [
      'plugins { alias(libs.plugins.android.application) }\nandroid { defaultConfig { applicationId = "org.bakery" } }',
      ["application-shape Gradle application", "mobile-app Android application"],
    ],
    [
      'plugins { id("org.jetbrains.compose") }\ncompose.desktop {\n  application { mainClass = "Till" }\n}',
      ["application-shape Gradle application", "desktop-app Compose Desktop"],
    ],
    [
      "plugins {\n id 'com.android.application'\n id 'com.github.triplet.play' version '3.8'\n}",
      [
        "application-shape Gradle application",
        "distribution Google Play",
        "mobile-app Android application",
      ],
    ],
    [
      'plugins { id("org.bakery.gradle-spring-boot") version "1" }',
      ["application-shape plugin org.bakery.gradle-spring-boot"],
    ],
  ])("%s", (text, expected) => {
    expect(of(text)).toEqual(expected);
  });
});

it("an application's id on devices tells where the plugin is a constant of the build", () => {
  const text =
    'plugins { id(Plugins.App.android) }\nandroid { defaultConfig { applicationId = "org.bakery" } }';
  expect(of(text)).toEqual([
    "application-shape Gradle application",
    "mobile-app Android application",
  ]);
});

describe("libraries", () => {
  it.each([
    [
      'plugins {\n  kotlin("jvm")\n  id("maven-publish")\n}\n',
      ["library-shape published by Gradle", "publishes Maven repository"],
    ],
    [
      "plugins { alias(libs.plugins.vanniktech.maven.publish) }",
      ["library-shape published by Gradle", "publishes Maven repository"],
    ],
    [
      'plugins {\n id("org.springframework.boot") version "3"\n `maven-publish`\n}\ntasks.bootJar {\n  enabled = false\n}',
      ["library-shape Spring Boot without an executable", "publishes Maven repository"],
    ],
    [
      'plugins { id("org.springframework.boot") }\ntasks.getByName<BootJar>("bootJar") { enabled = false }',
      ["library-shape Spring Boot without an executable"],
    ],
    [
      'plugins {\n  `java-gradle-plugin`\n  id("com.gradle.plugin-publish") version "1"\n}\ngradlePlugin { plugins { create("oven") { id = "application" } } }',
      ["library-shape Gradle plugin", "publishes Gradle plugin portal"],
    ],
    ["apply plugin: 'com.android.library'", ["library-shape Android library"]],
    ["plugins { id 'java-platform' }", ["library-shape bill of materials"]],
    [
      'plugins { id("bakery.library-conventions") }',
      ["library-shape plugin bakery.library-conventions"],
    ],
  ])("%s", (text, expected) => {
    expect(of(text)).toEqual(expected);
  });
});

describe("what is no sign", () => {
  it.each([
    // Plugins that a build's own plugins are made of.
    ["dependencies {\n  implementation(plugin(libs.plugins.android.application))\n}"],
    ['android { buildTypes { debug { applicationIdSuffix = ".debug" } } }'],
    [
      'plugins {\n  id("com.android.application") version "8" apply false\n  alias(libs.plugins.spring.boot) apply false\n}',
    ],
    ["plugins {\n  java\n}\n// apply plugin: 'application'\n/* id(\"war\") */"],
    ["apply from: 'application'"],
    ['plugins { id("com.google.gms.google-services") }'],
    ['gradlePlugin {\n  plugins { create("x") { id = "application" } }\n}'],
  ])("%s", (text) => {
    expect(of(text)).toEqual([]);
  });

  it("settings, examples and what is vendored are not read", () => {
    for (const path of ["settings.gradle", "examples/till/build.gradle", "vendor/x/build.gradle"])
      expect(gradleShape.detect(path)).toBe("none");
  });
});

describe("frameworks", () => {
  it("that a program runs with, not those of its tests", () => {
    const text = [
      "plugins {\n  id 'org.springframework.boot'\n}",
      "dependencies {",
      "  implementation 'org.springframework.boot:spring-boot-starter-thymeleaf'",
      "  implementation(libs.ktor.server.core)",
      '  api group: "io.javalin", name: "javalin", version: "6"',
      "  testImplementation 'org.springframework.boot:spring-boot-starter-web'",
      "  compileOnly 'com.vaadin:vaadin'",
      "  runtimeOnly(",
      '    "info.picocli:picocli:4",',
      "  )",
      "}",
    ].join("\n");
    expect(of(text)).toEqual([
      "api-framework Javalin",
      "api-framework Ktor",
      "application-shape Spring Boot",
      "cli picocli",
      "web-framework Thymeleaf",
    ]);
  });

  it("of a library are those of its users", () => {
    const text =
      "plugins { id 'java-library' }\ndependencies {\n  api 'org.springframework.boot:spring-boot-starter-web'\n}";
    expect(of(text)).toEqual(["library-shape java-library"]);
  });

  it("of a module without a word of its shape count", () => {
    const text =
      "dependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-web'\n}";
    expect(of(text)).toEqual(["api-framework Spring Web"]);
  });
});

it("scripts that others apply say what the build is for only where they publish", () => {
  const publishing = "plugins { id 'maven-publish' }";
  const expected = [
    "library-shape publishing convention of the build",
    "publishes Maven repository",
  ];
  expect(of(publishing, "buildSrc/src/main/kotlin/bakery.published.gradle.kts")).toEqual(expected);
  expect(of(publishing, "gradle/publish.gradle")).toEqual(expected);
  expect(of("plugins { application }", "build-logic/src/main/kotlin/app.gradle.kts")).toEqual([]);
});

it("any script is read without an error, in time by its length", () => {
  const piece = fc.constantFrom(
    "plugins {",
    "}",
    "id(",
    '"application"',
    "apply",
    "plugin:",
    "\n",
    "alias(libs.plugins.",
    "bootJar",
    "{",
    "implementation",
    "'a:b:1'",
    "é",
    "/*",
    "//",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      gradleShape.read({ path: "build.gradle", text: pieces.join(" ") });
    }),
    { numRuns: 50 },
  );
  const start = processorMilliseconds();
  for (const unit of ["plugins {", "bootJar ", 'id("a', "implementation ", "\n'"])
    gradleShape.read({ path: "build.gradle", text: unit.repeat(60_000) });
  expect(processorMilliseconds() - start).toBeLessThan(6_000);
});
