import { createHash } from "node:crypto";

/** What the first line of a commit message says about the kind of change. */
export interface SubjectMarks {
  /** Takes an earlier change back; a revert of a revert brings it in again and is none. */
  readonly isRevert: boolean;
  readonly isHotfix: boolean;
  /** Number of the pull request that it merged: `(#12)`, `Merge pull request #12`, `(pull request #12)`. */
  readonly request: number | null;
}

const requestNumber =
  /(?:\((?:pull request )?#(\d{1,9})\)\s{0,4}$|^Merge pull request #(\d{1,9})\b)/;
/** `hotfix: …`, `[Hotfix] …`, `fix(hotfix): …`, and merges of branches called so. */
const hotfix =
  /^(?:\[hot-?fix\]|(?:fix\()?hot-?fix\b[):!/ -]|Merge (?:pull request #\d{1,9} from \S{1,200}?\/|(?:remote-tracking )?branch ')hot-?fix\b)/i;

export function marksOf(subject: string): SubjectMarks {
  const first = subject.charCodeAt(0) | 0x20;
  const isAboutReverting = first === 0x72; // r: most subjects are done with here
  const numbered = subject.includes("#") ? requestNumber.exec(subject) : null;
  const request = numbered?.[1] ?? numbered?.[2];
  return {
    isRevert: isAboutReverting && isRevertSubject(subject),
    isHotfix: /hot-?fix/i.test(subject) && hotfix.test(subject),
    request: request === undefined ? null : Number(request),
  };
}

function isRevertSubject(subject: string): boolean {
  const nested = /^(?:Revert "){1,20}/.exec(subject)?.[0];
  if (nested !== undefined) return (nested.length / 'Revert "'.length) % 2 === 1;
  return /^revert(?:\([^)]{1,60}\))?!?: /i.test(subject);
}

/** Bits of what a first line says of runs and changes that did not do what they should. */
export const repairMarks = { revert: 1, flaky: 2, waiting: 4 } as const;

const flaky = /\bflak(?:e?y(?:ness)?|iness|ing)\b/i;
/** Words of products as well: they tell of a run only where nothing but pipelines and tests is changed. */
const waiting =
  /\b(?:re-?tr(?:y|ies|ied|ying)|re-?runs?|re-?running|time[- ]?outs?|timed[- ]out|intermittent(?:ly)?|non-?deterministic)\b/i;

export function repairsOf(subject: string): number {
  const isAboutReverting = (subject.charCodeAt(0) | 0x20) === 0x72;
  return (
    (isAboutReverting && isRevertSubject(subject) ? repairMarks.revert : 0) |
    (flaky.test(subject) ? repairMarks.flaky : 0) |
    (waiting.test(subject) ? repairMarks.waiting : 0)
  );
}

const shortestSubject = 12;
const markLength = 16;
const fewestWords = 3;

/**
 * A mark of a subject that says enough to be known again in another repository: three words or more, without the number of its
 * request and the case of its letters; null for others, and for what takes something back. The words themselves are not kept:
 * people write names into them.
 */
export function subjectMark(subject: string): string | null {
  const plain = subject
    .replace(/\s{0,4}\((?:pull request )?#\d{1,9}\)\s{0,4}$/, "")
    .replace(/\s{1,300}/g, " ")
    .trim();
  if (plain.length < shortestSubject || plain.split(" ").length < fewestWords) return null;
  if (/^revert\b/i.test(plain)) return null;
  return createHash("sha256").update(plain.toLowerCase()).digest("base64url").slice(0, markLength);
}

/** What the body of a revert says it takes back: the beginning of a commit id, or the number of a pull request. */
export function revertedBy(body: string): {
  readonly commits: string[];
  readonly requests: number[];
} {
  const commits = [...body.matchAll(/\b(?:reverts? commit|Refs?:)\s{1,4}([0-9a-f]{7,64})\b/gi)].map(
    (match) => (match[1] ?? "").toLowerCase(),
  );
  const requests = [...body.matchAll(/^Reverts [\w./-]{0,200}#(\d{1,9})\b/gim)].map((match) =>
    Number(match[1]),
  );
  return { commits: commits.slice(0, 50), requests: requests.slice(0, 50) };
}
