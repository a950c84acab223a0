/*
 * PostgreSQL's text holds no NUL, and its jsonb no half of a surrogate pair either; texts of repositories have both. Each is
 * written as a mark, a character that Unicode promises never to give a meaning, and letters behind it.
 */
const mark = "\ufdd0";

/** JSON text as jsonb takes it. */
export function storableJson(text: string): string {
  // A backslash that is written as two stands for itself, whatever follows it.
  return text.replace(/\\\\|\\u0000|\\u(d[89a-f][\da-f]{2})|\ufdd0/g, (found, half?: string) => {
    if (half !== undefined) return `${mark}s${half}`;
    if (found === mark) return `${mark}m`;
    return found === "\\u0000" ? `${mark}z` : found;
  });
}

/** What `storableJson` was given, as text that `JSON.parse` takes. */
export function originalJson(text: string): string {
  return text.replace(/\ufdd0(?:s(d[89a-f][\da-f]{2})|m|z)/g, (found, half?: string) => {
    if (half !== undefined) return `\\u${half}`;
    return found === `${mark}m` ? mark : "\\u0000";
  });
}

/** A value as jsonb takes it. */
export function jsonOf(value: object): string {
  return storableJson(JSON.stringify(value));
}

/** The value that `jsonOf` was given, of whatever shape: schemas say which. */
export function valueOf(text: string): unknown {
  return JSON.parse(originalJson(text));
}

/** A string as a column of text takes it; the same string is always the same. */
export function storableText(text: string): string {
  return String(JSON.parse(storableJson(JSON.stringify(text))));
}

/** What `storableText` was given. */
export function originalText(text: string): string {
  return String(JSON.parse(originalJson(JSON.stringify(text))));
}
