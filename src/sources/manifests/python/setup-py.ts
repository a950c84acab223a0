import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName, scopeOfGroup } from "../package-marks.ts";
import { PythonLiterals, type PythonArgument, type PythonValue } from "./python-literals.ts";
import { tokenizePython } from "./python-tokens.ts";
import { parseRequirement } from "./requirement.ts";
import { SetupFiles } from "./setup-files.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** setup.py: the literal arguments of `setup(…)`; a computed list of dependencies is a problem, never a guess. */
export const setupPy = manifestSource({
  id: "python-setup-py",
  version: 3,
  endings: ["py"],
  matches: (base) => base === "setup.py",
  read({ path, text }) {
    const collector = new ManifestCollector("pypi");
    const tokens = tokenizePython(text);
    if (tokens === null) {
      collector.problem("invalid", "a string never ends");
      return collector.facts();
    }
    const call = new PythonLiterals(tokens).keywordArguments("setup");
    if (call === null) return collector.facts();
    const elsewhere = new SetupFiles(path, tokens, collector);
    readPackage(collector, call, elsewhere);
    for (const [argument, scope] of lists) {
      const value = call.get(argument);
      if (value === undefined) continue;
      const isRuntime = scope === "runtime";
      const isElsewhere = !isComplete(value) && elsewhere.takeInRequirements(value, isRuntime);
      readList(collector, argument, value, value.line, scope, isElsewhere);
    }
    const extras = call.get("extras_require");
    if (extras?.kind === "table") {
      let length = 0;
      for (const [extra, value] of extras.entries) {
        if (value.kind === "texts") for (const one of value.texts) length += one.text.length + 1;
        if (length > mostCharacters) {
          collector.problem("truncated", "extras_require says more than is read", extras.line);
          break;
        }
        const scope = scopeOfGroup(extra) ?? "runtime";
        const isElsewhere = !isComplete(value) && elsewhere.takeInRequirements(extras);
        readList(collector, `extras_require ${extra}`, value, extras.line, scope, isElsewhere);
      }
    } else if (extras !== undefined && !elsewhere.takeInRequirements(extras)) {
      collector.problem("unsupported", "extras_require is computed", extras.line);
    }
    return collector.facts();
  },
});

const lists: readonly (readonly [argument: string, scope: Scope])[] = [
  ["install_requires", "runtime"],
  ["setup_requires", "build"],
  ["tests_require", "test"],
];

/** Of all extras together: one list may be that of any number of them. */
const mostCharacters = 1_000_000;

type Arguments = ReadonlyMap<string, PythonArgument>;

function isComplete(value: PythonValue): boolean {
  return value.kind === "texts" && value.isComplete;
}

function readPackage(collector: ManifestCollector, call: Arguments, elsewhere: SetupFiles): void {
  const name = textOf(call.get("name"));
  if (name === undefined) {
    if (call.has("name"))
      collector.problem("unsupported", "the name is computed", call.get("name")?.line);
    return;
  }
  const classifiers = call.get("classifiers");
  const isPrivate =
    classifiers?.kind === "texts" &&
    classifiers.texts.some(({ text }) => text.startsWith("Private ::"));
  const version = call.get("version");
  collector.package({
    name,
    kind: kindOfName(name),
    version: textOf(version) ?? (version === undefined ? null : elsewhere.takeInVersion(version)),
    isPrivate,
    description: textOf(call.get("description")),
    line: call.get("name")?.line ?? null,
  });
}

/** One literal text; a list of one is not told apart, and setuptools would refuse it. */
function textOf(value: PythonValue | undefined): string | undefined {
  return value?.kind === "texts" && value.isComplete && value.texts.length === 1
    ? value.texts[0]?.text
    : undefined;
}

function readList(
  collector: ManifestCollector,
  argument: string,
  value: PythonValue,
  line: number,
  scope: Scope,
  isElsewhere: boolean,
): void {
  if (!isElsewhere && !isComplete(value)) {
    collector.problem("unsupported", `${argument} is computed`, line);
  }
  if (value.kind !== "texts") return;
  for (const item of value.texts.flatMap(({ text, line: at }) =>
    text.split("\n").map((part) => ({ part: part.trim(), at })),
  )) {
    if (item.part === "" || item.part.startsWith("#")) continue;
    const requirement = parseRequirement(item.part);
    if (requirement === null) {
      collector.problem("invalid", `not a requirement: ${item.part}`, item.at);
    } else collector.dependency({ ...requirement, scope, line: item.at });
  }
}
