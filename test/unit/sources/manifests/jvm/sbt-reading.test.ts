import * as fc from "fast-check";
import { expect, it } from "vitest";
import { sbtSource } from "#sources/manifests/jvm/sbt.ts";
import { SbtMemory, SbtReading } from "#sources/manifests/jvm/sbt-reading.ts";
import { scriptNodes } from "#sources/manifests/jvm/script-nodes.ts";
import { spelled, StatementMemory } from "#sources/manifests/jvm/statement-memory.ts";

const statements = [
  'val lampVersion = "4.0"',
  'val lampVersion = "4.1" // of the night',
  'organization := "org.railway"',
  'ThisBuild / version := "1.0"',
  'libraryDependencies ++= Seq(\n  "org.railway" %% "lamp" % lampVersion,\n  "org.yard" % "wick" % "2" % Test\n)',
  'lazy val core = (project in file("core"))\n  .dependsOn(signals % "test->test")\n  .settings(\n    name := "Core",\n    common,\n    libraryDependencies += "org.yard" % "oil" % "3"\n  )',
  'lazy val signals = project.enablePlugins(PlayScala).settings(inThisBuild(List(organization := "org.signals")))',
  'val common = Seq(scalaVersion := "3", libraryDependencies += "org.yard" % "rope" % "1")',
  'val far = RootProject(uri("https://github.com/yard/far#main"))',
  'object Lamps {\n  val wick = "2"\n  val all = Seq("org.railway" % "glass" % wick)\n  def of(kind: String, size: String = "s") = "org.lamps" % kind % size\n}',
  'val few = Lamps.of("red")',
  'addSbtPlugin("org.yard" % "sbt-press" % "3")',
  "} ) val broken = (",
  'val open = """',
];
const builds = fc.array(fc.constantFrom(...statements), { maxLength: 12 });
const gaps = fc.array(fc.constantFrom("\n", "\n\n\n", ";", "\n// a word\n"), { maxLength: 12 });

function readWith(text: string, memory?: SbtMemory): SbtReading {
  const reading = new SbtReading();
  reading.readText(text, memory);
  return reading;
}

/** Modules of values are asked for from elsewhere: nobody asks on which line they stand. */
function shown(reading: SbtReading): unknown {
  const values = reading.values.map(({ modules, ...value }) => ({
    ...value,
    modules: modules.map((one) => ({ ...one, line: 0 })),
  }));
  const { names, own, build, plugins, projects, held, elsewhere } = reading;
  return { names, own, build, plugins, projects, held, elsewhere, values };
}

it("says of a build what it says of it alone, whatever was read before", () => {
  fc.assert(
    fc.property(builds, gaps, (build, between) => {
      const text = build.map((one, at) => one + (between[at] ?? "\n")).join("");
      for (const written of [text, `object Build {\n${text}\n}`, `\n\n${text}`])
        expect(shown(readWith(written))).toEqual(shown(readWith(written, new SbtMemory())));
    }),
    { numRuns: 40 },
  );
});

it("takes no project from an earlier reading that others have changed", () => {
  const text = 'name := "night"\nlazy val root = (project in file("."))\n';
  const read = (written: string): unknown =>
    sbtSource.read({ path: "build.sbt", text: written }).packages?.map(({ purl }) => purl);
  const first = read(text);
  expect(read(text.replace("night", "day"))).not.toEqual(first);
  expect(read(text)).toEqual(first);
});

it("tells statements apart by all that they are written with", () => {
  const written = [
    "a(b)",
    "a[b]",
    'a("b")',
    "a (b\n)",
    "a\n(b)",
    "ab",
    "a b",
    "a(b) c",
    "a(b c)",
    "w1:a",
  ];
  const spellings = written.map((text) => spelled(scriptNodes(text, "scala")));
  expect(new Set(spellings).size).toBe(written.length);
  expect(spelled(scriptNodes("\n\na(b)", "scala").slice(2))).toBe(spellings[0]);
});

it("forgets before what it keeps holds on to more text than it may", () => {
  const memory = new StatementMemory<number>();
  const big = 3_000_000;
  for (let at = 0; at < 6; at += 1) {
    memory.startFile(big);
    memory.keep(`rail ${String(at)}`, at);
    memory.keep(`lamp ${String(at)}`, at);
  }
  expect(memory.of("rail 0")).toBeUndefined();
  expect(memory.of("lamp 5")).toBe(5);
});
