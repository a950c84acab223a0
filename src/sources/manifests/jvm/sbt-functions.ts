import type { SbtModule, SbtReference } from "./sbt-modules.ts";
import { argumentName, SbtNames, type SbtValue } from "./sbt-values.ts";

/** One that makes modules of what it is called with: `def library(name: String, version: String) = Seq("org.acme" %% name % version)`. */
export interface SbtFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly value: SbtValue;
  /** What parameters are where nothing is given, by their number. */
  readonly usual: ReadonlyMap<number, string>;
}

/** A call puts a few modules in its place; a hostile file may call a long list many times. */
const mostPut = 3_000;
const placeholder = /\$\{([^${}]{1,300})\}/g;

/** Functions of a file whose modules are named by their parameters, by name. Of others the name of their list is enough. */
export function functionsOf(
  values: readonly SbtValue[],
  parameters: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, SbtFunction> {
  const found = new Map<string, SbtFunction>();
  if (parameters.size === 0) return found;
  const texts = new Map(values.map(({ name, text }) => [name, text]));
  for (const value of values) {
    const own = parameters.get(value.name);
    if (own === undefined || value.modules.length === 0) continue;
    if (!value.modules.some((one) => isNamedBy(one, own))) continue;
    const usual = new Map(
      own.flatMap((_, index) => {
        const text = texts.get(argumentName(value.name, index));
        return text == null ? [] : [[index, text] as const];
      }),
    );
    found.set(value.name, { name: value.name, parameters: own, value, usual });
  }
  return found;
}

/** Its name or group is a parameter: a version alone is mostly the same in all calls. */
function isNamedBy(one: SbtModule, parameters: readonly string[]): boolean {
  return (
    "group" in one &&
    [...`${one.group} ${one.name}`.matchAll(placeholder)].some(([, name = ""]) =>
      parameters.includes(name),
    )
  );
}

interface Called {
  readonly names: SbtNames;
  readonly functions: readonly SbtValue[];
  readonly value: SbtValue;
}
const calledIn = new WeakMap<SbtValue, Called>();

/** The value with what calls of functions make in place of the calls; itself where it calls none. */
export function withCalls(
  value: SbtValue,
  names: SbtNames,
  functions: ReadonlyMap<string, SbtFunction>,
): SbtValue {
  if (functions.size === 0) return value;
  const called = value.modules.flatMap((one) => calledBy(one, value.owner, names, functions) ?? []);
  if (called.length === 0) return value;
  const known = calledIn.get(value);
  const makers = called.map((one) => one.value);
  // Versions of a build mostly call the same functions: what was made of them is kept with the value.
  if (
    known?.names.sharesNames(names) === true &&
    known.functions.length === makers.length &&
    known.functions.every((one, at) => one === makers[at])
  )
    return known.value;
  const made = {
    ...value,
    modules: modulesWithCalls(value.modules, value.owner, names, functions),
  };
  calledIn.set(value, { names: new SbtNames(names), functions: makers, value: made });
  return made;
}

export function modulesWithCalls(
  modules: readonly SbtModule[],
  owner: string,
  names: SbtNames,
  functions: ReadonlyMap<string, SbtFunction>,
): readonly SbtModule[] {
  if (functions.size === 0) return modules;
  const found: SbtModule[] = [];
  for (const one of modules) {
    const called = calledBy(one, owner, names, functions);
    const made = called === null || !("reference" in one) ? [one] : call(called, one, owner, names);
    if (found.length + made.length > mostPut) return modules;
    for (const each of made) found.push(each);
  }
  return found;
}

function calledBy(
  one: SbtModule,
  owner: string,
  names: SbtNames,
  functions: ReadonlyMap<string, SbtFunction>,
): SbtFunction | null {
  if (!("reference" in one) || (one.asked?.length ?? 0) === 0) return null;
  return functions.get(names.full(one.reference, owner)) ?? null;
}

function call(
  { parameters, value, usual }: SbtFunction,
  { asked = [], scope, line }: SbtReference,
  owner: string,
  names: SbtNames,
): SbtModule[] {
  const given = new Map(usual);
  for (const [index, { name, text }] of asked.entries()) {
    const at = name === null ? index : parameters.indexOf(name);
    if (text !== null && at >= 0) given.set(at, names.text(text, owner));
  }
  const put = (text: string): string =>
    text.replace(placeholder, (whole, name: string) => {
      const at = parameters.indexOf(name);
      return at < 0 ? names.text(whole, value.owner) : (given.get(at) ?? whole);
    });
  return value.modules.map((one) =>
    "reference" in one
      ? // What the function names, it names where it stands.
        {
          ...one,
          reference: names.full(one.reference, value.owner),
          scope: scope ?? one.scope,
          line,
        }
      : {
          group: put(one.group),
          name: put(one.name),
          version: one.version === null ? null : put(one.version),
          scope: scope ?? one.scope,
          line,
        },
  );
}
