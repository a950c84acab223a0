import type { z } from "zod";
import { configuration } from "#contract/configuration.ts";
import { nearestWord } from "#kernel/nearest-word.ts";
import { keysAt } from "./schema-keys.ts";

export interface Finding {
  readonly line: number;
  /** What is wrong, without a full stop. */
  readonly what: string;
  /** What to do about it, a sentence. */
  readonly next: string;
}

type Words = Omit<Finding, "line"> & {
  /** The key inside the issue's place that is meant; null: the place itself. */
  readonly key: string | null;
};

const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
  string: "text",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
};

const guide = "docs/configuration.md describes every key.";

/** An issue of the schema in words for the person who wrote the file; `root` is the whole file's value. */
export function describeIssue(issue: z.core.$ZodIssue, root: unknown): readonly Words[] {
  if (issue.code !== "unrecognized_keys") return [describeValue(issue, root)];
  const known = keysAt(configuration, issue.path, root);
  return issue.keys.map((key) => unknownKey(key, issue.path, known));
}

function describeValue(issue: z.core.$ZodIssue, root: unknown): Words {
  const name = nameOf(issue.path);
  const value = valueAt(root, issue.path);
  if (value === undefined) {
    const next = `Add \`${String(issue.path.at(-1))}: …\` there; ${guide}`;
    return { key: null, what: `${name} is missing`, next };
  }
  const mustBe = requirementOf(issue);
  if (mustBe === null) return { key: null, what: `${name}: ${issue.message}`, next: guide };
  const near =
    typeof value === "string" && issue.code !== "invalid_format"
      ? nearestWord(value, optionsOf(issue))
      : null;
  return {
    key: null,
    what: `${name} must be ${mustBe}, not ${shown(value)}`,
    next: near === null ? `Correct the value; ${guide}` : `Did you mean \`${near}\`?`,
  };
}

function unknownKey(key: string, path: readonly PropertyKey[], known: readonly string[]): Words {
  const near = nearestWord(key, known);
  const where = path.length === 0 ? "" : ` in ${nameOf(path)}`;
  return {
    key,
    what: `there is no key ${shown(key)}${where}`,
    next:
      near === null
        ? `Remove it. What can stand there: ${known.join(", ")}.`
        : `Did you mean \`${near}\`?`,
  };
}

function requirementOf(issue: z.core.$ZodIssue): string | null {
  if (issue.code === "invalid_type") return kinds[issue.expected] ?? issue.expected;
  if (issue.code === "invalid_format")
    return issue.format === "date" ? "a date such as 2026-03-31" : issue.format;
  if (issue.code === "too_small") return leastOf(issue);
  if (issue.code === "too_big") return mostOf(issue);
  const options = optionsOf(issue);
  return options.length === 0 ? null : `one of ${options.join(", ")}`;
}

function leastOf({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (origin === "string") return "text that is not empty";
  if (origin === "array") return `a list of at least ${minimum}`;
  return `${inclusive === true ? "at least" : "more than"} ${minimum}`;
}

function mostOf({ origin, maximum }: z.core.$ZodIssueTooBig): string {
  if (origin === "string") return `at most ${maximum} characters`;
  return origin === "array" ? `a list of at most ${maximum}` : `at most ${maximum}`;
}

function optionsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options))
    return issue.options.map(String);
  return [];
}

/** `corrections[2].since`; the whole file has no name. */
function nameOf(path: readonly PropertyKey[]): string {
  const words = path.map((step, index) =>
    typeof step === "number" ? `[${step + 1}]` : `${index === 0 ? "" : "."}${String(step)}`,
  );
  return words.length === 0 ? "the file" : `\`${words.join("")}\``;
}

function shown(value: unknown): string {
  if (typeof value === "string") return `\`${value.slice(0, 60)}\``;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return value === null ? "empty" : "a group of keys";
  return JSON.stringify(value) ?? "nothing";
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let at = root;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}
