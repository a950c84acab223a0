import type { Report } from "#contract/report.ts";
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

const leftOutWords: Readonly<Record<string, string>> = {
  vendored: "vendored files",
  imports: "import lines",
  "unknown-language": "files in no known language",
  data: "data files",
  generated: "generated files",
  fixture: "test fixtures",
  "data-table": "tables of data",
  "lock-file": "lock files",
  "licence-header": "licence headers",
  minified: "minified files",
  "too-large": "files over 2 MB",
  binary: "binary files",
};

/** "3,142 vendored files, 627 generated files (7,735 lines) and 37 lock files" */
export function leftOutSentence(leftOut: Duplication["summary"]["leftOut"]): string {
  return listWords(
    leftOut.map(({ reason, files, lines }) => {
      const what = leftOutWords[reason] ?? reason.replaceAll("-", " ");
      if (reason === "imports" || reason === "licence-header" || reason === "data-table") {
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
