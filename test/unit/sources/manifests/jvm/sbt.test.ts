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
  expect(facts.packages).toEqual([
    {
      purl: "pkg:maven/org.railway/night-signals",
      kind: "library",
      version: "1.0",
      isPrivate: false,
      line: 3,
    },
  ]);
  expect(facts.workspaces).toEqual(["core"]);
  expect(
    facts.dependencies?.map(({ purl, constraint, scope, line }) => [purl, constraint, scope, line]),
  ).toEqual([
    ["pkg:maven/org.railway/lamp", "4.0", "runtime", 7],
    ["pkg:maven/org.railway/wick", "2", "build", 8],
    ["pkg:maven/org.yard/check", "1.1", "test", 9],
    ["pkg:maven/org.yard/far", null, "runtime", 10],
    ["pkg:maven/org.yard/sbt-press", "3", "build", 12],
  ]);
});

it("reads Scala sources of the build, not of the program", () => {
  expect(sbtSource.detect("project/Dependencies.scala")).toBe("history");
  expect(sbtSource.detect("src/main/scala/Lamp.scala")).toBe("none");
});
