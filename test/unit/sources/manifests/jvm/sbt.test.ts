import { expect, it } from "vitest";
import { sbtSource } from "#sources/manifests/jvm/sbt.ts";

it("reads literal dependencies, plugins, projects and the build's own name", () => {
  const facts = sbtSource.read({
    path: "build.sbt",
    text: [
      'val lampVersion = "4.0"',
      'organization := "org.railway"',
      'name := "Night Signals"',
      'version := "1.0"',
      'lazy val core = (project in file("core"))',
      "libraryDependencies ++= Seq(",
      '  "org.railway" %% "lamp" % lampVersion,',
      '  "org.railway" % "wick" % "2" % Provided, // "org.railway" % "gone" % "1"',
      '  "org.yard" %%% "check" % "1.1" % "test",',
      '  "org.yard" %% "far" % Versions.far',
      ")",
      'addSbtPlugin("org.yard" % "sbt-press" % "3")',
    ].join("\n"),
  });
  expect(facts.packages?.map(({ purl, version, project }) => [purl, version, project])).toEqual([
    ["pkg:maven/org.railway/night-signals", "1.0", undefined],
    ["pkg:maven/%24%7Bsbt.organization%7D/core", "${sbt.version}", "core"],
  ]);
  expect(facts.workspaces).toEqual(["core"]);
  expect(
    facts.dependencies?.map(({ purl, constraint, scope, line }) => [purl, constraint, scope, line]),
  ).toEqual([
    ["pkg:maven/org.railway/lamp", "${lampVersion}", "runtime", 7],
    ["pkg:maven/org.railway/wick", "2", "build", 8],
    ["pkg:maven/org.yard/check", "1.1", "test", 9],
    ["pkg:maven/org.yard/far", "${Versions.far}", "runtime", 10],
    ["pkg:maven/org.yard/sbt-press", "3", "build", 12],
  ]);
});

it("reads modules written over lines, with modifiers, in lists that get a scope or a version together", () => {
  const uses = sbtSource
    .read({
      path: "build.sbt",
      text: [
        "libraryDependencies ++= Seq(",
        '  "org.railway"',
        '    %% "lamp"',
        '    % "4" exclude("org.yard", "dust") withSources(),',
        '  "org.railway" % "wick_2.13" % "2" % "compile->compile;test->test"',
        ') ++ Seq("org.yard" %% "check" % "1", "org.yard" %% "spy" % "1").map(_ % Test)',
        'Test / libraryDependencies += "org.yard" %% "night" % "2"',
        'libraryDependencies ++= List("org.oil" %% "can", "org.oil" %% "cup").map(_ % "7")',
      ].join("\n"),
    })
    .dependencies?.map(({ purl, constraint, scope }) => `${purl} ${String(constraint)} ${scope}`);
  expect(uses).toEqual([
    "pkg:maven/org.railway/lamp 4 runtime",
    "pkg:maven/org.railway/wick 2 runtime",
    "pkg:maven/org.yard/check 1 test",
    "pkg:maven/org.yard/spy 1 test",
    "pkg:maven/org.yard/night 2 test",
    "pkg:maven/org.oil/can 7 runtime",
    "pkg:maven/org.oil/cup 7 runtime",
  ]);
});

it("reads Scala sources of the build, not of the program", () => {
  expect(sbtSource.detect("project/Dependencies.scala")).toBe("history");
  expect(sbtSource.detect("src/main/scala/Lamp.scala")).toBe("none");
});

it("takes out again what a later setting takes out, and says nothing of functions that it knows", () => {
  const { dependencies, problems } = sbtSource.read({
    path: "build.sbt",
    text: [
      'libraryDependencies += "org.railway" % "lamp" % "1"',
      'libraryDependencies += "org.railway" % "wick" % "1"',
      'libraryDependencies -= "org.railway" % "lamp" % "1"',
      'libraryDependencies --= Seq("org.yard" % "never" % "1")',
      'libraryDependencies += "org.yard" % "never" % "2"',
      'addCompilerPlugin("org.yard" % "press" % "1" cross CrossVersion.full)',
      '/* a /* b */ libraryDependencies += "org.yard" % "gone" % "1" */',
    ].join("\n"),
  });
  expect(dependencies?.map(({ purl, constraint }) => `${purl} ${String(constraint)}`)).toEqual([
    "pkg:maven/org.railway/wick 1",
    "pkg:maven/org.yard/never 2",
    "pkg:maven/org.yard/press 1",
  ]);
  expect(problems).toBeUndefined();
});

it("reads a long chain of calls once", () => {
  const time = (count: number): number => {
    const before = process.cpuUsage();
    sbtSource.read({
      path: "build.sbt",
      text: `libraryDependencies ++= Seq(${".with(a)".repeat(count)}`,
    });
    return process.cpuUsage(before).user / 1_000;
  };
  time(500);
  expect(time(16_000)).toBeLessThan(8_000);
});
