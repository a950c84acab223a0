import { expect, it } from "vitest";
import { understood, written } from "./builds.ts";

it("gives each project of a build its folder, its name and what it uses", () => {
  const { uses, offers, problems } = understood(
    written("signals", {
      "build.sbt": [
        "import sbt.*",
        'inThisBuild(List(organization := "org.railway", version := "3"))',
        'lazy val common = Seq(scalacOptions += "-x", libraryDependencies += "org.yard" %% "log" % "1")',
        'lazy val core = project.settings(common, name := "Signal Core")',
        'lazy val night = (project in file("modules/night"))',
        "  .settings(libraryDependencies ++= Dependencies.night ++ Dependencies.check)",
        '  .dependsOn(core % "test->test")',
        'lazy val shared = crossProject(JSPlatform, JVMPlatform).in(file("both")).settings(moduleName := "both")',
        'lazy val made = Common.make(project, "made", local = Seq(core), modules = Dependencies.made("v2"))',
        'lazy val root = Project("signals", file(".")).aggregate(core, night).settings(publish / skip := true)',
      ],
      "project/Dependencies.scala": [
        "import sbt._",
        "object Dependencies {",
        '  object Versions { val lamp = "4" }',
        '  private val lamp = "org.railway" %% "lamp" % Versions.lamp',
        "  val night = Seq(lamp)",
        '  val check = Seq("org.yard" %% "check" % "2").map(_ % Test)',
        '  def made(suffix: String) = Seq("org.yard" %% s"made-$suffix" % "5")',
        '  val chosenByCode = Seq("org.yard" %% "chosen" % "6")',
        "}",
      ],
      "project/plugins.sbt": 'addSbtPlugin("org.tools" % "sbt-press" % "7")',
    }),
  );
  expect(offers.toSorted()).toEqual([
    "signals#. org.railway/signals 3",
    "signals#both org.railway/both 3",
    "signals#core org.railway/signal-core 3",
    "signals#made org.railway/made 3",
    "signals#modules/night org.railway/night 3",
  ]);
  expect(uses.toSorted()).toEqual([
    // What nothing that can be read asks for is the whole build's.
    "signals#. → org.tools/sbt-press 7 build",
    "signals#. → org.yard/chosen 6 runtime",
    "signals#core → org.yard/log 1 runtime",
    "signals#made → org.railway/signal-core - runtime",
    "signals#made → org.yard/made-v2 5 runtime",
    "signals#modules/night → org.railway/lamp 4 runtime",
    "signals#modules/night → org.railway/signal-core - test",
    "signals#modules/night → org.yard/check 2 test",
  ]);
  expect(problems).toEqual([]);
});

it("reads what a function makes of the values of its object, texts that a choice decides, and nothing as nothing", () => {
  const { uses, problems } = understood(
    written("yard", {
      "build.sbt":
        'name := "yard"\nlibraryDependencies ++= AppDependencies() ++ AppDependencies.none',
      "project/AppDependencies.scala": [
        "object AppDependencies {",
        '  private def org(suffix: String) = suffix match { case "a" => "org.a"; case _ => "org.b" }',
        '  val compile = Seq(org("b") %% "x" % sys.env.getOrElse("X", "1.5"))',
        "  val none: Seq[ModuleID] = Seq.empty",
        '  val test = Seq("org.yard" % "spy" % "2" % "test,it")',
        "  def apply(): Seq[ModuleID] = compile ++ test",
        "}",
      ],
    }),
  );
  expect(uses).toEqual(["yard#. → org.b/x - runtime", "yard#. → org.yard/spy 2 test"]);
  expect(problems).toEqual([]);
});

it("joins libraries and plugins whose organisation a plugin sets", () => {
  const { uses } = understood(
    written("sbt-press", { "build.sbt": 'enablePlugins(SbtPlugin)\nname := "sbt-press"' }),
    written("yard", {
      "project/plugins.sbt": 'addSbtPlugin("org.tools" % "sbt-press" % "7")',
      "build.sbt":
        'lazy val far = RootProject(uri("https://git.example/observatory/sbt-press.git#v1"))\nlazy val root = (project in file(".")).dependsOn(far)',
    }),
  );
  expect(uses.toSorted()).toEqual([
    "yard#. → -unknown-/sbt-press - runtime",
    "yard#. → -unknown-/sbt-press 7 build",
  ]);
});

it("takes a project of tests alone for a part of what it tests, a library beside it for itself", () => {
  const { uses, offers } = understood(
    written("yard", {
      "build.sbt": [
        'ThisBuild / organization := "org.railway"',
        'lazy val yard = (project in file(".")).enablePlugins(PlayScala)',
        "lazy val it = project",
        '  .dependsOn(yard % "test->test")',
        '  .settings(libraryDependencies += "org.yard" %% "spy" % "2")',
        'lazy val gauge = (project in file("gauge")).dependsOn(spare % Test)',
        'lazy val spare = (project in file("spare-it")).dependsOn(yard)',
      ],
    }),
  );
  expect(offers.toSorted()).toEqual([
    "yard#. org.railway/yard -",
    "yard#gauge org.railway/gauge -",
    "yard#spare-it org.railway/spare -",
  ]);
  expect(uses).toContain("yard#. → org.yard/spy 2 test");
});
