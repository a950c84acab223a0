const commit = /^(?:[0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64})$/i;
const number = String.raw`v?\d{1,6}(?:\.\d{1,6}){0,3}(?:[-+][\w.]{1,40})?`;
/** At the start, after `@` (ratchet, `pin@`), after `=` or `:` (renovate's `tag=`, pre-commit's `frozen:`). */
const marked = new RegExp(
  String.raw`^(?:(?:pin|tag|version|release|ref|frozen|pinned to|renovate)[=:@ ]\s?)*(${number})(?![\w-])`,
  "i",
);
const afterAt = new RegExp(String.raw`@(${number})(?![\w-])`);
/** Anywhere else only what cannot be a plain number: `see release v2.1`, `lint/1.4.0`. */
const unmistakable = new RegExp(
  String.raw`(?:^|[\s=:/(_-])(v\d{1,6}(?:\.\d{1,6}){0,3}(?:[-+][\w.]{1,40})?|\d{1,6}(?:\.\d{1,6}){1,3}(?:[-+][\w.]{1,40})?)(?![\w-])`,
);
const date = /\b\d{4}-\d{2}(?:-\d{2})?\b/g;

/** The version that a comment gives beside a pinned commit or digest; else the reference as it is. */
export function versionBeside(reference: string | null, comment: string | null): string | null {
  if (reference === null || !commit.test(reference) || comment === null) return reference;
  const text = comment.slice(0, 300).replace(date, " ").trim();
  const found = marked.exec(text) ?? afterAt.exec(text) ?? unmistakable.exec(text);
  return found?.[1] ?? reference;
}
