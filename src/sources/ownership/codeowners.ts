import type { OwnerRule, OwnersDialect, ParseProblem } from "#evidence/facts.ts";
import { tooManyAlike } from "#evidence/owner-rules.ts";
import { personOwner } from "#evidence/owner-name.ts";
import type { FileSource } from "#evidence/source.ts";

/** Every place where a forge looks; which file counts in which repository is for the reader of the facts. */
const paths: ReadonlyMap<string, readonly OwnersDialect[]> = new Map([
  [".github/CODEOWNERS", ["github"]],
  [".bitbucket/CODEOWNERS", ["github"]],
  [".gitlab/CODEOWNERS", ["gitlab"]],
  ["CODEOWNERS", ["github", "gitlab"]],
  ["docs/CODEOWNERS", ["github", "gitlab"]],
]);
const maximumRules = 20_000;
/** Of one rule, and of a section, whose owners each of its rules has: with more, a file would name millions. */
const mostOwners = 100;

/** CODEOWNERS of GitHub, GitLab and Bitbucket. Where two forges would read a line differently, both readings are given. */
export const codeowners: FileSource = {
  id: "codeowners",
  version: 5,
  namesOwners: true,
  detect: (path) => (paths.has(path) ? "head" : "none"),
  read: ({ path, text }) => {
    const [first = "github", second] = paths.get(path) ?? [];
    const one = parseCodeowners(text, first);
    const rules = second === undefined ? one : bothReadings(one, parseCodeowners(text, second));
    const problems: ParseProblem[] = [];
    if (rules.length > 2 * maximumRules)
      problems.push({ code: "truncated", text: `More than ${maximumRules} rules` });
    const crowded = lineWithMany(text);
    if (crowded !== null)
      problems.push({
        code: "truncated",
        text: `More than ${mostOwners} owners in one line`,
        line: crowded,
      });
    // The first file that a forge finds counts whole, also where it names nobody.
    const isEmpty = rules.length === 0;
    const ownerRules: readonly OwnerRule[] = isEmpty ? [nothing] : rules.slice(0, 2 * maximumRules);
    return problems.length === 0 ? { ownerRules } : { ownerRules, problems };
  },
};

/** The first line that names more owners than are read; null: none. */
function lineWithMany(text: string): number | null {
  const at = text
    .split("\n")
    .findIndex((line) => !line.startsWith("#") && wordsOf(line).length > mostOwners + 1);
  return at === -1 ? null : at + 1;
}

const nothing: OwnerRule = { pattern: "", owners: [], isSkipped: true, line: 1 };

/** Lines that both forges read alike stand once. */
function bothReadings(one: readonly OwnerRule[], other: readonly OwnerRule[]): OwnerRule[] {
  const plain = ({ dialect, ...rule }: OwnerRule): string =>
    JSON.stringify({ ...rule, dialect: dialect && "" });
  const byLine = new Map(other.map((rule) => [rule.line, rule]));
  const merged: OwnerRule[] = [];
  for (const rule of one) {
    const twin = byLine.get(rule.line);
    byLine.delete(rule.line);
    if (twin !== undefined && plain(twin) === plain(rule)) {
      const { dialect: _, ...shared } = rule;
      merged.push(shared);
    } else merged.push(rule, ...(twin === undefined ? [] : [twin]));
  }
  return [...merged, ...byLine.values()].sort((a, b) => a.line - b.line);
}

interface Section {
  readonly name: string;
  readonly isOptional: boolean;
  readonly owners: readonly string[];
}

/** `^[Name][2] @default`: optional, named, two approvals, default owners. */
const sectionHeader = /^(\^)?\[([^\]]{1,200})\](?:\[\d{1,4}\])?(?:\s+(.*))?$/;

/** The rules as one forge reads them, in the order of the file; each carries the dialect. */
export function parseCodeowners(text: string, dialect: OwnersDialect): readonly OwnerRule[] {
  const rules: OwnerRule[] = [];
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
        owners: gitlabOwners(wordsOf(header[3] ?? "").slice(0, mostOwners)),
      };
      continue;
    }
    if (rules.length > maximumRules) break;
    const words = wordsOf(trimmed);
    rules.push({
      ...(dialect === "github" ? githubRule(words) : gitlabRule(words, section)),
      line,
      dialect,
    });
  }
  const beyond = tooManyAlike(rules, dialect);
  return rules.map((rule, place) =>
    beyond.has(place) ? { ...rule, isSkipped: true, mistake: tooMany } : rule,
  );
}

const tooMany =
  "so many patterns have to be tried on the same paths that only the last of them count";

/** An address of mail, after RFC 5322's atoms: `§@acme/bakers` is none. */
const address = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,100}@[\p{L}\p{N}.-]{1,200}$/u;

/** Where a pattern is to stand: `@acme`, `@acme/bakers`. A path of a scope has more behind it. */
const isOwnerAlone = /^@[\w-]{1,100}(?:\/[\w.-]{1,100})?$/;

type Reading = Omit<OwnerRule, "line" | "dialect">;

/** One mistake and GitHub skips the line as a whole, so that the rules before it stand. */
function githubRule(words: readonly string[]): Reading {
  const comment = words.findIndex((word) => word.startsWith("#"));
  const [pattern = "", ...all] = comment === -1 ? words : words.slice(0, comment);
  const written = all.slice(0, mostOwners);
  const owners = written.map(githubOwner);
  const mistake =
    githubMistake(pattern) ??
    (owners.includes(null) ? "an owner is neither a handle nor a team nor an address" : null);
  if (mistake !== null) return { pattern, owners: [], mistake, isSkipped: true };
  const isLonely = owners.length === 0 && isOwnerAlone.test(pattern);
  return {
    pattern,
    owners: owners.filter((owner) => owner !== null),
    ...(isLonely ? { mistake: "it names an owner but no files" } : {}),
  };
}

function githubMistake(pattern: string): string | null {
  if (pattern.startsWith("!")) return "a pattern cannot begin with ! here";
  if (pattern.startsWith("\\#")) return "a pattern cannot begin with # here, not even behind \\";
  if (/(?:^|[^\\])[[\]]/.test(pattern)) return "a pattern cannot have [ ] here";
  if (pattern.includes("***")) return "a pattern cannot have three * in a row";
  return null;
}

/** Bitbucket writes how many of a group are asked behind a colon: `@acme/bakers:random(2)`. */
function githubOwner(word: string): string | null {
  const owner = word.replace(/:[a-z_]{1,20}(?:\(\d{1,4}\))?$/, "");
  if (
    /^@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,100}(?:\/[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,100})?$/u.test(owner)
  )
    return owner;
  return address.test(word) ? personOwner : null;
}

/** GitLab leaves out the owners that it cannot read, and reads on; the rest of the line stands. */
function gitlabRule(words: readonly string[], section: Section | null): Reading {
  const [first = "", ...all] = words;
  const written = all.slice(0, mostOwners);
  const isExclusion = first.startsWith("!");
  const own = isExclusion ? [] : gitlabOwners(written);
  const comment = written.findIndex((word) => word.startsWith("#"));
  const meant = comment === -1 ? written : written.slice(0, comment);
  const isLost =
    !isExclusion &&
    meant.some((word) => !word.startsWith("@@") && gitlabOwners([word]).length === 0);
  const isLonely = !isExclusion && own.length === 0 && section === null && isOwnerAlone.test(first);
  return {
    pattern: isExclusion ? first.slice(1) : first,
    owners: own.length === 0 && !isExclusion && section !== null ? section.owners : own,
    ...(section === null ? {} : { section: section.name }),
    ...(section?.isOptional === true ? { isOptional: true } : {}),
    ...(isExclusion ? { isExclusion } : {}),
    ...(isLonely ? { mistake: "it names an owner but no files" } : {}),
    ...(isLost ? { mistake: "an owner is neither a handle nor a group nor an address" } : {}),
  };
}

/** Roles (`@@maintainer`) are neither a team nor a person; words behind # count, for GitLab knows no comments there. */
function gitlabOwners(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    if (/^@[\p{L}\p{N}_][^@\s]*$/u.test(word)) return [word];
    return address.test(word) ? [personOwner] : [];
  });
}

/** Words between blanks; a blank after `\` belongs to its word. */
function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:\\.|[^\s\\]|\\$)+/g)].map(([word]) => word);
}
