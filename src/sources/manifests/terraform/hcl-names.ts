import type { HclBody } from "./hcl-body.ts";

/** `local.track` → its text, which may hold `${…}`; `from.common` → the file that a name of Terragrunt reads. */
export type HclNames = ReadonlyMap<string, string>;

const mostReplacements = 50;
const longest = 2_000;
const reference = /\$\{\s{0,20}([\w.-]{1,200})\s{0,20}\}/;
const bareReference = /^(?:local|var|include|dependency)\.[\w.-]{1,200}$/;
const readFile = /^read_terragrunt_config\(.{0,300}?"([^"$]{1,200})"/s;

/**
 * Literal values of `locals`, defaults of variables, and the files that Terragrunt's `include` and
 * `read_terragrunt_config` name. `local.common.locals.ref` and `include.root.locals.ref` are called `local.common.ref`, `include.root.ref`.
 */
export function namesOf(root: HclBody): HclNames {
  const names = new Map<string, string>();
  for (const { type, labels, body } of root.blocks) {
    if (type === "locals")
      for (const [name, { expression }] of body.attributes) {
        const text = templateOf(expression);
        if (text !== null) names.set(`local.${name}`, text);
        const file = readFile.exec(expression)?.[1];
        if (file !== undefined) names.set(`from.local.${name}`, lastSegment(file));
      }
    if (type === "variable" && labels[0] !== undefined) {
      const text = body.attributes.get("default")?.text ?? null;
      if (text !== null) names.set(`var.${labels[0]}`, text);
    }
    if (type === "include") {
      const path = body.attributes.get("path")?.expression ?? "";
      const [file] =
        path
          .slice(0, longest)
          .match(/[\w.-]{1,100}\.hcl(?=")/g)
          ?.slice(-1) ?? [];
      names.set(`from.include.${labels[0] ?? ""}`, file ?? "terragrunt.hcl");
    }
  }
  return names;
}

/** The text of a quoted template or of a reference; null for every other expression. */
export function templateOf(expression: string): string | null {
  const written = expression.trim();
  if (written.length > longest) return null;
  if (bareReference.test(written)) return `\${${written}}`;
  const quoted = /^"((?:[^"\\\n]|\\.)*)"$/.exec(written)?.[1];
  return quoted === undefined ? null : quoted;
}

/** Puts in what the file itself knows; what it does not keeps its place, under the name that other files define it by. */
export function expandNames(template: string, names: HclNames): string {
  let text = template;
  let done = "";
  for (let left = mostReplacements; left > 0 && text.length < longest; left -= 1) {
    const found = reference.exec(text);
    if (found === null) break;
    const name = (found[1] ?? "").replace(/\.locals\./, ".");
    const value = names.get(name);
    done += text.slice(0, found.index);
    text = text.slice(found.index + found[0].length);
    if (value === undefined) done += `\${${name}}`;
    else text = value + text;
  }
  return (done + text).slice(0, longest);
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
