import type { Definition } from "#evidence/facts.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { defineModule, useModule } from "./coordinates.ts";
import type { SbtModule } from "./sbt-modules.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** A value of a build: a text, modules, or what the settings that it holds add. */
export interface SbtValue {
  /** Objects and functions around it, each with a dot behind. */
  readonly owner: string;
  readonly name: string;
  readonly text: string | null;
  readonly modules: readonly SbtModule[];
}

/** What the modules of a value define, and what they call functions with. */
interface Said {
  readonly names: SbtNames;
  readonly definitions: readonly Definition[];
}
const saidOf = new WeakMap<SbtValue, Said>();

/** Versions of a build mostly have the same names; a name may hold on to the text of its file, so few are kept. */
const namesKnown = new Map<string, ReadonlySet<string>>();
const mostKnown = 50;

function knownNames(names: readonly string[]): ReadonlySet<string> {
  const key = names.join("\n");
  const before = namesKnown.get(key);
  if (before !== undefined) return before;
  const all = new Set<string>();
  for (const name of names) {
    if (all.has(name)) continue;
    const parts = name.split(".").slice(0, 20);
    for (let end = 1; end <= parts.length; end += 1) all.add(parts.slice(0, end).join("."));
  }
  if (namesKnown.size >= mostKnown) namesKnown.clear();
  namesKnown.set(key, all);
  return all;
}

/** Names of a file, so that what stands in an object can be asked for there without it. */
export class SbtNames {
  readonly #names: ReadonlySet<string>;
  /** Texts that functions are called with: of several for one place the greatest, mostly the newest. */
  readonly #given = new Map<string, string>();

  /** `names`: each makes those of the objects around it known. */
  constructor(names: readonly string[] | SbtNames) {
    this.#names = names instanceof SbtNames ? names.#names : knownNames(names);
  }

  /** Do both know the same names? */
  sharesNames(other: SbtNames): boolean {
    return this.#names === other.#names;
  }

  /** The name as definitions have it, asked for inside `owner`. */
  full(name: string, owner: string): string {
    const dot = name.indexOf(".");
    const first = dot < 0 ? name : name.slice(0, dot);
    for (let end = owner.lastIndexOf("."); end >= 0; end = owner.lastIndexOf(".", end - 1)) {
      const around = owner.slice(0, end + 1);
      if (this.#names.has(around + first)) return around + name;
      if (end === 0) break;
    }
    return name;
  }

  text(text: string, owner: string): string {
    return text.includes("${")
      ? text.replace(
          /\$\{([^${}]{1,300})\}/g,
          (_whole, name: string) => `\${${this.full(name, owner)}}`,
        )
      : text;
  }

  /** Remembers what a function is called with. */
  call(name: string, given: readonly string[], owner: string): void {
    for (const [index, text] of given.slice(0, 10).entries()) {
      this.#give(argumentName(name, index), this.text(text, owner));
    }
  }

  #give(key: string, value: string): void {
    const known = this.#given.get(key);
    if (known === undefined || (!value.includes("${") && (known.includes("${") || value > known)))
      this.#given.set(key, value);
  }

  /** Defines the modules of a value, which say the same in every version of a build that has the same names. */
  define(facts: CollectedFacts, value: SbtValue): void {
    let said = saidOf.get(value);
    if (said === undefined || said.names.#names !== this.#names) {
      const names = new SbtNames(this);
      const collected = new CollectedFacts();
      defineModules(collected, names, value);
      const { definitions = [], problems = [] } = collected.toFileFacts();
      if (problems.length > 0) {
        defineModules(facts, this, value);
        return;
      }
      said = { names, definitions };
      saidOf.set(value, said);
    }
    facts.takeDefinitions(said.definitions);
    for (const [key, given] of said.names.#given) this.#give(key, given);
  }

  defineGiven(facts: CollectedFacts): void {
    for (const [name, value] of this.#given) facts.define(name, value);
  }
}

export function argumentName(name: string, index: number): string {
  return `${name}.argument-${String(index)}`;
}

/** Modules of one name: a list, whose members are defined beside it. */
export function defineModules(
  facts: CollectedFacts,
  names: SbtNames,
  { name, owner, modules }: Pick<SbtValue, "name" | "owner" | "modules">,
): void {
  const members = modules.map((one, index) => {
    const member = `${name}#${String(index)}`;
    if ("reference" in one) {
      const asked = names.full(one.reference, owner);
      names.call(asked, one.given, owner);
      if (one.scope === null) return `\${${asked}}`;
      facts.define(member, `\${${asked}}`, one.scope);
    } else
      defineModule(
        facts,
        member,
        {
          group: names.text(one.group, owner),
          name: names.text(one.name, owner),
          version: one.version === null ? "" : names.text(one.version, owner),
        },
        one.scope ?? undefined,
      );
    return `\${${member}}`;
  });
  facts.define(name, members.join(""));
}

/** What a project, or the whole file, uses. `isOptional`: a name that may hold modules and may not. */
export function useModules(
  facts: CollectedFacts,
  names: SbtNames,
  modules: readonly SbtModule[],
  place: {
    readonly project: string | undefined;
    readonly scope: Scope | null;
    readonly isOptional?: boolean;
  },
): void {
  for (const one of modules) {
    const scope = place.scope ?? one.scope ?? "runtime";
    const { project } = place;
    if ("reference" in one) {
      names.call(one.reference, one.given, "");
      const reference = place.isOptional === true ? `settings:${one.reference}` : one.reference;
      facts.use("generic", reference, { scope, project, line: one.line, reference });
    } else
      useModule(
        facts,
        { group: one.group, name: one.name, version: one.version ?? "" },
        { scope, project, line: one.line },
      );
  }
}
