import type { Report } from "#sections/report.ts";
import { listWords, numberWords, plural } from "#web/ui/words.ts";

export type Duplication = NonNullable<Report["duplication"]>;
export type CloneClass = Duplication["classes"][number];
export type Copy = CloneClass["copies"][number];

export const cloneKindWords: Readonly<Record<CloneClass["kind"], string>> = {
  code: "code",
  template: "from a template",
  fork: "between forks",
  "identical-file": "same file",
};

const leftOutWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    vendored: "vendored files",
    imports: "imports",
    "unknown-language": "files in no known language",
    data: "data files",
    generated: "generated files",
    fixture: "test fixtures",
    migration: "database migrations",
    "dependency-list": "lists of dependencies",
    "data-table": "tables of data",
    "lock-file": "lock files",
    "licence-header": "licence headers",
    "alike-in-form": "copies alike in form only",
    minified: "minified files",
    "too-large": "files over 2 MB",
    binary: "binary files",
  }),
);

/** Reasons for leaving out lines of files that take part otherwise. */
const reasonsWithin = new Set(["imports", "licence-header", "data-table", "alike-in-form"]);

/** "3,142 vendored files, 627 generated files (7,735 lines) and 37 lock files" */
export function leftOutSentence(leftOut: Duplication["summary"]["leftOut"]): string {
  return listWords(
    leftOut.map(({ reason, files, lines }) => {
      const what = leftOutWords.get(reason) ?? reason.replaceAll("-", " ");
      if (reasonsWithin.has(reason)) {
        return `${numberWords(lines)} lines of ${what} in ${plural(files, "file")}`;
      }
      return `${numberWords(files)} ${what}`;
    }),
  );
}

/** `whitehall:app/models/page.rb:10–42` */
export function placeWords(copy: Copy): string {
  return `${repositoryName(copy.repositoryId)}:${copy.path}:${copy.start}–${copy.end}`;
}

/** The repository, and the end of the path: what stands before it is the same for many. */
export function shortPlaceWords(copy: Copy, most: number): string {
  const whole = placeWords(copy);
  if (whole.length <= most) return whole;
  const repository = `${repositoryName(copy.repositoryId)}:`;
  const room = Math.max(12, most - repository.length - 1);
  return `${repository}…${whole.slice(-room)}`;
}

export function repositoryName(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1).replace(/^repository:/, "");
}

/** The representative and the first copy elsewhere: what a reader compares first. */
export function pairOf(found: CloneClass): readonly [Copy | undefined, Copy | undefined] {
  const [first] = found.copies;
  const other =
    found.copies.find((copy) => copy.repositoryId !== first?.repositoryId) ?? found.copies[1];
  return [first, other];
}

/** Scaffolding and forks call for another remedy than sharing code. */
export function isApart({ kind }: CloneClass): boolean {
  return kind === "template" || kind === "fork";
}

/** Cross-owner lines of code proper, and of what is set apart. */
export function linesByRemedy({ byKind }: Duplication["summary"]): {
  readonly shared: number;
  readonly apart: number;
} {
  const sum = (isWanted: boolean): number =>
    byKind
      .filter(({ kind }) => (kind === "template" || kind === "fork") === isWanted)
      .reduce((lines, one) => lines + one.crossOwnerLines, 0);
  return { shared: sum(false), apart: sum(true) };
}
