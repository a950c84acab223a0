import { expect, it } from "vitest";
import { sbtSource } from "#sources/manifests/jvm/sbt.ts";

const helper = [
  "  private def library(name: String, version: String = fallback): Seq[ModuleID] = Seq(",
  '    "org.railway" %% name % version,',
  '    "org.railway" %% name % version % "test" classifier "tests"',
  "  )",
];
const read = (...lines: readonly string[]) =>
  sbtSource.read({ path: "project/Dependencies.scala", text: lines.join("\n") });
const members = (facts: ReturnType<typeof read>, name: string) =>
  facts.definitions?.flatMap((one) =>
    one.name.startsWith(`${name}#`) ? [`${one.purl ?? ""} ${one.value} ${one.scope ?? "-"}`] : [],
  );

it("puts what a function is called with in its place, by order and by name", () => {
  const facts = read(
    "object Railway {",
    '  val fallback = "1.0"',
    '  val versions = new { val lamp = "2.0" }',
    '  val lamp: Seq[ModuleID] = library(name = "lamp", version = versions.lamp)',
    '  val both = lamp ++ library("wick")',
    ...helper,
    "}",
  );
  expect(members(facts, "Railway.lamp")).toEqual([
    "pkg:maven/org.railway/lamp ${Railway.versions.lamp} -",
    "pkg:maven/org.railway/lamp ${Railway.versions.lamp} test",
  ]);
  expect(members(facts, "Railway.both")).toEqual([
    "pkg:maven/org.railway/wick ${Railway.fallback} -",
    "pkg:maven/org.railway/wick ${Railway.fallback} test",
  ]);
});

it("names what a function names where the function stands", () => {
  const facts = read(
    "object Tools {",
    '  val oil = "org.railway" %% "oil" % "3"',
    '  def tools(name: String) = Seq("org.railway" %% name % "1", oil)',
    "}",
    'object Railway { val lamps = Tools.tools("lamp") }',
  );
  const listed = facts.definitions?.find(({ name }) => name === "Railway.lamps")?.value;
  expect(listed).toBe("${Railway.lamps#0}${Tools.oil}");
});

it("of settings, too, each call for itself", () => {
  const facts = sbtSource.read({
    path: "build.sbt",
    text: [
      'def rail(part: String) = "org.railway" %% s"rail-$part" % "3"',
      'libraryDependencies ++= Seq(rail("track"), rail("switch") % Test)',
    ].join("\n"),
  });
  expect(
    facts.dependencies?.map(({ purl, constraint, scope }) => [purl, constraint, scope]),
  ).toEqual([
    ["pkg:maven/org.railway/rail-track", "3", "runtime"],
    ["pkg:maven/org.railway/rail-switch", "3", "test"],
  ]);
});

it("leaves a list that is called more often than a build can be", () => {
  const calls = Array.from({ length: 2_000 }, (_, index) => `library("n${String(index)}")`);
  const facts = read(
    "object Railway {",
    '  val fallback = "1"',
    ...helper,
    `  val all = ${calls.join(" ++ ")}`,
    "}",
  );
  expect(members(facts, "Railway.all")?.length).toBeLessThanOrEqual(3_000);
});
