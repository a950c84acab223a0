import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorMilliseconds } from "#fixtures/growth.ts";
import { sbtShape } from "#sources/surface/sbt-shape.ts";
import { marksOf } from "./marks-of.ts";

const of = (text: string, path = "build.sbt") => marksOf(sbtShape, path, text);

describe("one project", () => {
  it.each([
    [
      'lazy val till = (project in file("."))\n  .enablePlugins(PlayScala, JavaAppPackaging)',
      [".: application-shape Play", ".: application-shape sbt-native-packager"],
    ],
    [
      'lazy val plugins: Seq[Plugins] = Seq(play.sbt.PlayScala)\nlazy val till = Project("till", file(".")).enablePlugins(plugins: _*)',
      [".: application-shape Play"],
    ],
    [
      'name := "till"\nenablePlugins(JavaServerAppPackaging)',
      [".: application-shape sbt-native-packager"],
    ],
    ["sbtPlugin := true", [".: library-shape sbt plugin"]],
    [
      'lazy val rail = project.in(file(".")).enablePlugins(SbtPlugin)',
      [".: library-shape sbt plugin"],
    ],
    [
      'publishTo := Some(repository)\nlibraryDependencies += "org.playframework" %% "play" % "3"',
      [".: library-shape published by sbt", ".: publishes Maven repository"],
    ],
    ["ThisBuild / isPublicArtefact := true", [".: library-shape published by sbt"]],
    ['assembly / mainClass := Some("Till")', [".: application-shape class to start with"]],
    [
      'lazy val till = Project("till", file(".")).enablePlugins(SbtAutoBuildPlugin, BakeryMicroservicePlugin)',
      [".: application-shape plugin BakeryMicroservicePlugin"],
    ],
    ['lazy val till = (project in file(".")).disablePlugins(PlayScala)', []],
    ['name := "till"\nversion := "1"', []],
    ['import play.sbt.PlayScala\n// enablePlugins(PlayScala)\nname := "till"', []],
  ])("%s", (text, expected) => {
    expect(of(text)).toEqual(expected);
  });
});

describe("several projects", () => {
  it("each has its own shape; those that others take in are libraries, whatever a common function enables", () => {
    const text = `
      def made(project: Project, folder: String, local: Seq[Project] = Seq()): Project =
        project.in(new File(folder)).enablePlugins(JavaAppPackaging).dependsOn(local: _*)
      lazy val common = made(project, "common")
      lazy val till = made(project, "services/till", local = Seq(common))
    `;
    expect(of(text)).toEqual([
      "common: library-shape taken in by other projects of the build",
      "services/till: application-shape sbt-native-packager",
    ]);
  });

  it("a root that is not published stands for its published parts", () => {
    const text = `
      ThisBuild / isPublicArtefact := true
      lazy val library = (project in file(".")).settings(publish / skip := true).aggregate(core)
      lazy val core = Project("oven-core", file("core")).settings(libraryDependencies += "org.http4s" %% "http4s-server" % "1")
    `;
    expect(of(text)).toEqual([
      ".: library-shape published by sbt",
      ".: library-shape sbt projects that are published",
      "core: library-shape published by sbt",
    ]);
  });

  it("libraries are described for a registry, or made for several versions of Scala", () => {
    const text = `
      def made(id: String) = Project(id, file(id)).settings(crossScalaVersions := Seq("2.13.1", "3.3.1"))
      lazy val oven = made("oven")
      lazy val root = (project in file(".")).aggregate(oven).settings(publish / skip := true)
    `;
    expect(of(text)).toContain(".: library-shape sbt projects that are published");
    expect(of('name := "oven"\nversionScheme := Some("early-semver")')).toEqual([
      ".: library-shape described for a registry",
    ]);
    expect(of('crossScalaVersions := Seq("3.3.1")\nname := "oven"')).toEqual([]);
    expect(
      of('lazy val trial = (project in file("trial")).enablePlugins(NoPublishPlugin)'),
    ).toEqual(["trial: unpublished publish skip"]);
  });

  it("what is kept back says so; projects of tests say nothing", () => {
    const text = `
      lazy val core = (project in file("core")).settings(skip in publish := true)
      lazy val it = (project in file("it")).enablePlugins(PlayScala).dependsOn(core % "test->test")
    `;
    expect(of(text)).toEqual(["core: unpublished publish skip"]);
  });
});

it("frameworks of programs, not of their tests", () => {
  const text = `
    lazy val till = (project in file("till")).enablePlugins(JavaAppPackaging).settings(
      libraryDependencies ++= Seq(
        "org.apache.pekko" %% "pekko-http" % "1.1",
        "org.http4s" %% "http4s-server" % "1" % Test,
        "com.apache.spark" %% "spark-core" % "3"
      )
    )
  `;
  expect(of(text)).toEqual([
    "till: api-framework Pekko HTTP",
    "till: application-shape sbt-native-packager",
  ]);
});

describe("files below project/", () => {
  it("are about the build's folder", () => {
    expect(
      of(
        "object Common { def settings = Seq(publishTo := bundle.value) }",
        "bakery/project/Common.scala",
      ),
    ).toEqual(["bakery: library-shape published by sbt", "bakery: publishes Maven repository"]);
    expect(
      of('addSbtPlugin("com.github.sbt" % "sbt-ci-release" % "1.9")', "project/plugins.sbt"),
    ).toEqual([".: library-shape published by sbt", ".: publishes Maven repository"]);
    expect(
      of(
        'object Dependencies { val web = Seq("org.apache.pekko" %% "pekko-http" % "1") }',
        "project/Dependencies.scala",
      ),
    ).toEqual([".: api-framework Pekko HTTP"]);
    expect(
      of('addSbtPlugin("org.playframework" % "sbt-plugin" % "3")', "project/plugins.sbt"),
    ).toEqual([]);
  });
});

it("any build is read without an error", () => {
  const piece = fc.constantFrom(
    "lazy val a =",
    "project",
    '(project in file("b"))',
    ".dependsOn(a)",
    ".aggregate(a)",
    "publish / skip := true",
    "{",
    "}",
    "(",
    ")",
    '"',
    "\n",
    "PlayScala",
    ".settings(",
    "%%",
    '"x"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      for (const { folder = "." } of sbtShape.read({ path: "a/build.sbt", text: pieces.join(" ") })
        .surface ?? [])
        expect(folder).not.toBe("");
    }),
    { numRuns: 50 },
  );
});

it("settings that thousands of projects share are gone through up to a bound, which is said", () => {
  const numbers = Array.from({ length: 3_000 }, (_, at) => String(at));
  const text = `val common = Seq(${numbers.map((at) => `"org.rail" % "a${at}" % "1"`).join(", ")})\n${numbers.map((at) => `lazy val p${at} = project.settings(common)`).join("\n")}`;
  const before = processorMilliseconds();
  const { problems } = sbtShape.read({ path: "build.sbt", text });
  expect(problems?.map(({ code }) => code)).toEqual(["truncated"]);
  expect(processorMilliseconds() - before).toBeLessThan(4_000);
});
