import { lineNumbers } from "#evidence/line-numbers.ts";
import { blankComments, enclosed } from "../balanced.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { gitOrigin, hostedOrigin } from "../origin.ts";
import { kindOfName } from "../package-marks.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const tuple = /\{\s{0,20}:([a-z]\w{0,100})\s{0,20},/g;
const app = /\bapp:\s{0,20}:([a-z]\w{0,100})/;
const version = /\bversion:\s{0,20}(?:"([^"\n]{1,60})"|@(\w{1,60}))/;
const requirement = /^\s{0,20}"([^"\n]{1,100})"/;
const testNames = /:test\b/;
const mostDependencies = 1_000;

/** mix.exs of Elixir: https://hexdocs.pm/mix/Mix.Tasks.Deps.html. Tuples that name a dependency, wherever they stand; only literals are read. */
export const mixExs = manifestSource({
  id: "elixir-mix",
  version: 1,
  endings: ["exs"],
  matches: (base) => base === "mix.exs",
  read(file) {
    const facts = new CollectedFacts();
    const text = blankComments(file.text, "hash");
    const lineOf = lineNumbers(text);
    offer(facts, text, lineOf);
    for (const found of [...text.matchAll(tuple)].slice(0, mostDependencies)) {
      const body = enclosed(text, found.index)?.text;
      if (body === undefined) continue;
      readDependency(facts, file.path, found[1] ?? "", body, lineOf(found.index));
    }
    return facts.toFileFacts();
  },
});

/** Hex demands `package:` with a licence of what is published there. */
function offer(facts: CollectedFacts, text: string, lineOf: (offset: number) => number): void {
  const found = app.exec(text);
  const name = found?.[1];
  if (found === null || name === undefined) return;
  const [, literal, attribute] = version.exec(text) ?? [];
  const value =
    attribute === undefined
      ? null
      : new RegExp(`^\\s{0,20}@${attribute}\\s{1,20}"([^"\\n]{1,60})"`, "m").exec(text)?.[1];
  facts.offer("hex", name, {
    kind: kindOfName(name.replaceAll("_", "-")),
    version: literal ?? value ?? null,
    isPrivate: !/\bpackage:/.test(text),
    line: lineOf(found.index),
  });
}

function readDependency(
  facts: CollectedFacts,
  path: string,
  name: string,
  body: string,
  line: number,
): void {
  const rest = body.slice(body.indexOf(",") + 1);
  const option = (key: string): string | undefined =>
    new RegExp(`\\b${key}:\\s{0,20}"([^"\\n]{1,300})"`).exec(rest)?.[1];
  const [git, github, local] = [option("git"), option("github"), option("path")];
  const isUmbrella = /\bin_umbrella:\s{0,20}true/.test(rest);
  const written = requirement.exec(rest)?.[1];
  const options = /\b(?:only|override|runtime|optional|organization|hex|env|manager|branch):/;
  // Other tuples of a project begin with an atom as well: `{:ok, _}`, `{:mod, []}`.
  if (
    [git, github, local, written].every((one) => one === undefined) &&
    !isUmbrella &&
    !options.test(rest)
  )
    return;
  const renamed = /\bhex:\s{0,20}:?"?([a-z]\w{0,100})/.exec(rest)?.[1];
  const origin = git === undefined ? hostedOrigin("github", github ?? "") : gitOrigin(git);
  facts.use("hex", renamed ?? name, {
    scope: scopeOf(rest),
    constraint: written ?? option("tag") ?? option("ref") ?? null,
    line,
    ...((git ?? github) === undefined || origin === null ? {} : { origin }),
    ...(local === undefined ? {} : pathTarget(path, local)),
    ...(isUmbrella ? pathTarget(path, `../${name}`) : {}),
  });
}

/** `only: :test`, `only: [:dev, :test]`; `runtime: false` without it is what the build alone needs. */
function scopeOf(options: string): Scope {
  const only = /\bonly:\s{0,20}(:\w{1,20}|\[[^\]\n]{0,100}\])/.exec(options)?.[1];
  if (only === undefined) return /\bruntime:\s{0,20}false/.test(options) ? "build" : "runtime";
  if (/:prod\b/.test(only)) return "runtime";
  return /:dev\b/.test(only) || !testNames.test(only) ? "development" : "test";
}
