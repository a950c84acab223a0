import type { RuntimeName } from "#vocabulary/structure.ts";

/** Long-term releases of Node by their code names (https://github.com/nodejs/Release#release-schedule). */
const nodeNames: ReadonlyMap<string, string> = new Map(
  "argon 4, boron 6, carbon 8, dubnium 10, erbium 12, fermium 14, gallium 16, hydrogen 18, iron 20, jod 22, krypton 24"
    .split(", ")
    .map((row) => row.split(" "))
    .map(([name = "", major = ""]) => [name, major]),
);

/** Distributions whose versions are those of the language: of `jruby-9.4` or `pypy3.9-7.3` the number is the tool's own. */
const distributions: ReadonlyMap<RuntimeName, RegExp> = new Map([
  ["ruby", /^(?:ruby[-@]?|cruby-)/],
  ["node", /^(?:node(?:js)?[-@]?)/],
  ["python", /^(?:python[-@]?|cpython[-@])/],
  ["go", /^(?:go|golang-)/],
  ["php", /^(?:php-?)/],
  ["dotnet", /^(?:dotnet-)/],
  [
    "java",
    /^(?:temurin|openjdk|adoptopenjdk|corretto|zulu|liberica|microsoft|sapmachine|semeru|semeru-openj9|oracle|oracle-graalvm|graalvm-community|dragonwell|kona|jetbrains|redhat|mandrel-java|java)(?:64)?(?:-(?:jre|jdk|javafx|lite|musl|openj9|hotspot|crac|full)){0,2}[-@]/,
  ],
]);

const digits = /^v?(\d{1,4}(?:\.\d{1,5}){0,3})(?![\d])/;
/** What moves with every release pins nothing; so do other ways of installing. */
const moving =
  /^(?:lts|lts\/\*|lts\/-\d{1,2}|lts-latest|latest|stable|current|node|nodejs|unset|system|default|latest-.{1,30}|nightly|master|main|ref:.{0,100}|path:.{0,200}|sub-.{0,60}|prefix:.{0,60}|rc|iojs|\*|x)$/;
/** Other implementations: their numbers are their own. */
const otherImplementation =
  /^(?:jruby|truffleruby|mruby|rbx|rubinius|picoruby|artichoke|pypy|anaconda|miniconda|miniforge|mambaforge|micropython|stackless|graalpy|activepython|ironpython|jython|pyston|iojs|graalvm|mandrel|tinygo|gccgo)/;

export type Pinned = { readonly version: string } | "moving" | "unknown";

/**
 * What a name of a version stands for: `18.1`, `v18`, `ruby-2.7.8`, `lts/hydrogen`, `lts-iron`, `temurin-17.0.7+7`, `17.0.8-tem`,
 * `22.3.r17-grl`. Java's old count (`1.8`) is told by its second number.
 */
export function pinnedByName(runtime: RuntimeName, written: string): Pinned {
  const said = written.trim().toLowerCase().slice(0, 80);
  if (moving.test(said)) return "moving";
  if (runtime === "node") {
    const named = nodeNames.get(/^(?:lts[/-])?([a-z]{3,12})(?:$|[-\s])/.exec(said)?.[1] ?? "");
    if (named !== undefined) return { version: named };
  }
  const graal = runtime === "java" ? /^[\d.]{1,12}\.r(\d{1,2})-/.exec(said)?.[1] : undefined;
  if (graal !== undefined) return { version: graal };
  if (otherImplementation.test(said) && !said.startsWith("graalvm-community")) return "moving";
  const bare = said.replace(distributions.get(runtime) ?? /^(?!)/, "");
  // `20 || 22` is a choice, not a version.
  const number = /[<>|,;]/.test(bare) ? undefined : digits.exec(bare)?.[1];
  if (number === undefined) return "unknown";
  return { version: runtime === "java" ? number.replace(/^1\.(?=[1-9])/, "") : number };
}
