import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { unknownPart } from "../docker/image-reference.ts";
import { expandVariables } from "../docker/shell-variables.ts";
import type { Values } from "../layered-values.ts";
import type { YamlView } from "../yaml-view.ts";

const expression = /\$\{\{([^{}]{0,300})\}\}/g;
const deepest = 4;
const mostRows = 64;
/** Of one matrix, and of what one of its values is made of. */
const mostKeys = 40;
const mostReplacements = 200;
/** Of all that is put into one text. */
const longestPut = 16_000;

/** What the repository's own names are: unknown to the file, so that stand-ins go into the purl. */
const context: ReadonlyMap<string, string> = new Map([
  ["github.repository", `${ownOwner}/${ownRepository}`],
  ["github.repository_owner", ownOwner],
  ["github.event.repository.name", ownRepository],
  ["github.event.repository.full_name", `${ownOwner}/${ownRepository}`],
]);

/** Names a job's texts may use: `env.NAME`, `matrix.name`, `inputs.name` (their literal defaults). */
export type Names = Values;

/** Replaces `${{ … }}` and shell variables by their literal values; the rest becomes `unknownPart`. */
export function expandExpressions(text: string, names: Names): string {
  let left = mostReplacements;
  let room = longestPut;
  const expand = (part: string, depth: number): string => {
    if (!part.includes("$")) return part;
    // Shell first: `$IMAGE` may stand for `ghcr.io/${{ github.repository }}`.
    const shelled = expandVariables(part, shellNames(names), unknownPart);
    return shelled.replace(expression, (_whole, inside: string) => {
      left -= 1;
      const name = inside.trim();
      const value = context.get(name) ?? names.get(name);
      if (value === undefined || left < 0 || depth > deepest || value.length > room)
        return unknownPart;
      const put = expand(value, depth + 1);
      room -= put.length;
      return put;
    });
  };
  return expand(text, 0);
}

/** Every literal row of `strategy.matrix`, up to bounds, as names `matrix.key`; one empty row without a matrix. */
export function matrixRows(job: YamlView): readonly Names[] {
  const matrix = job.get("strategy")?.get("matrix") ?? null;
  let rows: Map<string, string>[] = [new Map()];
  const includes: Map<string, string>[] = [];
  for (const [key, values] of matrix?.entries().slice(0, mostKeys) ?? []) {
    const choices = values
      .items()
      .slice(0, mostRows)
      .map((value) => literals(key === "include" ? "" : key, value));
    if (key === "include") for (const each of choices) includes.push(each);
    else if (key !== "exclude" && choices.length > 0) rows = combined(rows, choices);
  }
  // GitHub adds an include to the rows it does not contradict, and otherwise as a row of its own.
  for (const include of includes) {
    const fitting = rows.filter((row) =>
      [...include].every(([name, value]) => (row.get(name) ?? value) === value),
    );
    if (fitting.length > 0 && [...include.keys()].some((name) => rows[0]?.has(name) === true))
      for (const row of fitting) for (const [name, value] of include) row.set(name, value);
    else rows.push(new Map(include));
  }
  return rows.slice(0, mostRows * 2);
}

/** Each row with each choice, as many as are kept. */
function combined(
  rows: readonly Map<string, string>[],
  choices: readonly Map<string, string>[],
): Map<string, string>[] {
  const found: Map<string, string>[] = [];
  for (const row of rows)
    for (const choice of choices) {
      if (found.length === mostRows) return found;
      found.push(new Map([...row, ...choice]));
    }
  return found;
}

export function environment(view: YamlView | null): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, value] of view?.get("env")?.entries() ?? [])
    if (value.text !== null) names.set(`env.${name}`, value.text);
  return names;
}

function literals(prefix: string, value: YamlView): Map<string, string> {
  const names = new Map<string, string>();
  const name = prefix === "" ? "matrix" : `matrix.${prefix}`;
  if (value.text !== null) names.set(name, value.text);
  for (const [key, inner] of value.entries().slice(0, mostKeys))
    if (inner.text !== null) names.set(`${name}.${key}`, inner.text);
  return names;
}

/** In a script `env.NAME` is `$NAME`. */
function shellNames(names: Names): Values {
  return { get: (name) => names.get(`env.${name}`) };
}
