import type { OwnerRule, ParseProblem } from "#evidence/facts.ts";
import { personOwner } from "#evidence/owner-name.ts";
import type { FileSource } from "#evidence/source.ts";

type Dialect = NonNullable<OwnerRule["dialect"]>;

/** Where GitHub looks (all but the last) and where GitLab looks (all but `.github/`). */
const paths: ReadonlySet<string> = new Set([
  ".github/CODEOWNERS",
  "CODEOWNERS",
  "docs/CODEOWNERS",
  ".gitlab/CODEOWNERS",
]);
const maximumRules = 20_000;

/** CODEOWNERS of GitHub and GitLab. Which file counts where a repository has several is for the reader of the facts. */
export const codeowners: FileSource = {
  id: "codeowners",
  version: 1,
  namesOwners: true,
  detect: (path) => (paths.has(path) ? "head" : "none"),
  read: ({ path, text }) => parseCodeowners(text, dialectOf(path, text)),
};

function dialectOf(path: string, text: string): Dialect {
  if (path.startsWith(".gitlab/")) return "gitlab";
  if (path.startsWith(".github/")) return "github";
  // GitHub has neither sections nor brackets in patterns.
  return /^\^?\[[^\]\n]{1,200}\]/m.test(text) ? "gitlab" : "github";
}

interface Section {
  readonly name: string;
  readonly isOptional: boolean;
  readonly owners: readonly string[];
}

/** `^[Name][2] @default`: optional, named, two approvals, default owners. */
const sectionHeader = /^(\^)?\[([^\]]{1,200})\](?:\[\d{1,4}\])?(?:\s+(.*))?$/;

export function parseCodeowners(
  text: string,
  dialect: Dialect,
): { readonly ownerRules: readonly OwnerRule[]; readonly problems?: readonly ParseProblem[] } {
  const ownerRules: OwnerRule[] = [];
  const problems: ParseProblem[] = [];
  let section: Section | null = null;
  for (const [index, raw] of text.split("\n").entries()) {
    const trimmed = raw.trim();
    const line = index + 1;
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const header = dialect === "gitlab" ? sectionHeader.exec(trimmed) : null;
    if (header !== null) {
      section = {
        name: header[2] ?? "",
        isOptional: header[1] !== undefined,
        owners: ownersIn(wordsOf(header[3] ?? ""), line, problems),
      };
      continue;
    }
    if (ownerRules.length >= maximumRules) {
      problems.push({ code: "truncated", text: `More than ${maximumRules} rules`, line });
      break;
    }
    const rule = ruleOf(trimmed, line, dialect, section, problems);
    if (rule !== null) ownerRules.push(rule);
  }
  return problems.length === 0 ? { ownerRules } : { ownerRules, problems };
}

function ruleOf(
  text: string,
  line: number,
  dialect: Dialect,
  section: Section | null,
  problems: ParseProblem[],
): OwnerRule | null {
  const [pattern = "", ...words] = wordsOf(text);
  if (pattern.startsWith("!")) {
    problems.push({ code: "unsupported", text: "A pattern that begins with ! is not read", line });
    return null;
  }
  const own = ownersIn(words, line, problems);
  return {
    pattern,
    owners: own.length === 0 && section !== null ? section.owners : own,
    line,
    dialect,
    ...(section === null ? {} : { section: section.name }),
    ...(section?.isOptional === true ? { isOptional: true } : {}),
  };
}

/** Words between blanks; a blank after `\` belongs to its word; a word that begins with `#` begins a comment. */
function wordsOf(text: string): readonly string[] {
  const words = [...text.matchAll(/(?:\\.|[^\s\\]|\\$)+/g)].map(([word]) => word);
  const comment = words.findIndex((word) => word.startsWith("#"));
  return comment === -1 ? words : words.slice(0, comment);
}

function ownersIn(
  words: readonly string[],
  line: number,
  problems: ParseProblem[],
): readonly string[] {
  const owners: string[] = [];
  for (const word of words) {
    if (/^@@?[\p{L}\p{N}_][^@]*$/u.test(word)) owners.push(word);
    else if (/[^@]@./.test(word)) owners.push(personOwner);
    else problems.push({ code: "invalid", text: "An owner is neither @name nor an address", line });
  }
  return owners;
}
