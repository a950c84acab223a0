import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { readObjectives } from "#sources/objectives/objective-documents.ts";

/**
 * Reads every example in a folder, such as a clone of the OpenSLO specification, and says what was refused and why:
 * `npm run bench -- objective-examples FOLDER [--all]`. Examples are the documents of YAML files and of the YAML blocks of
 * Markdown. A block that shows only a part (`ratioMetric:`, `objectives:`) is put into the smallest whole document.
 */
interface Example {
  readonly where: string;
  readonly text: string;
}

/** `notation` is a schema in the specification's own words, `string` in place of a name: no example. */
type Outcome = "read" | "read with remarks" | "refused" | "notation" | "another format";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: "boolean", default: false } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("usage: objective-examples FOLDER [--all]");

const wrapped = [
  [/^(?:ratioMetric|thresholdMetric):/m, "kind: SLI\nmetadata: {name: part}\nspec:"],
  [
    /^objectives:/m,
    `kind: SLO
metadata: {name: part}
spec:
  timeWindow: [{duration: 28d, isRolling: true}]
  budgetingMethod: Occurrences
  indicatorRef: other`,
  ],
] as const;

function documentsOf(path: string): readonly Example[] {
  const text = readFileSync(path, "utf8");
  const where = relative(folder ?? "", path);
  const version = /apiVersion: ?(openslo\S{1,30})/.exec(text)?.[1] ?? "openslo/v1";
  if (!path.endsWith(".md")) return split(text, where, version, 1);
  return [...text.matchAll(/^([ \t]*)```ya?ml\n([\s\S]*?)^\1```/gm)].flatMap((match) =>
    split(match[2] ?? "", where, version, text.slice(0, match.index).split("\n").length + 1),
  );
}

function split(
  text: string,
  where: string,
  version: string,
  firstLine: number,
): readonly Example[] {
  let line = firstLine;
  return text.split(/^---[ \t]*$/m).flatMap((part) => {
    const here = { where: `${where}:${String(line)}`, text: whole(part, version) };
    line += part.split("\n").length - 1;
    return part.trim() === "" ? [] : [here];
  });
}

function whole(part: string, version: string): string {
  if (/^(?:apiVersion|version|- apiVersion):/m.test(part)) return part;
  const head = wrapped.find(([key]) => key.test(part))?.[1];
  if (head === undefined) return part;
  return `apiVersion: ${version}\n${head}\n${part.replace(/^/gm, "  ")}`;
}

function isNotation(text: string): boolean {
  const placeholders = text.match(/: (?:string|boolean|number|numeric|enum|object)\b/g) ?? [];
  return placeholders.length > 2 || /: ?\w+ \| \w+|: # required|^ {2}optional/m.test(text);
}

function outcomeOf(text: string): readonly [Outcome, readonly string[]] {
  const { objectives, problems } = readObjectives(text);
  const said = problems.map((one) => one.text);
  if (isNotation(text)) return ["notation", said];
  if (objectives.length > 0) return [said.length === 0 ? "read" : "read with remarks", said];
  return said.length === 0 ? ["another format", []] : ["refused", said];
}

const counts = new Map<Outcome, number>();
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !/\.(?:ya?ml|md)$/.test(path) || path.includes(".git/")) continue;
  for (const { where, text } of documentsOf(path)) {
    const [outcome, said] = outcomeOf(text);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (outcome !== "another format" && (values.all || outcome !== "read"))
      console.log(`${outcome}: ${where}${said.map((one) => `\n    ${one}`).join("")}`);
  }
}
console.log([...counts].map(([outcome, count]) => `${outcome}: ${String(count)}`).join(", "));
