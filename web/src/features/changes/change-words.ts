import { dateWords } from "#web/ui/words.ts";

/** A sentence's end: from what to what, days as a reader writes them. */
export function fromToWords(before: string | null, after: string | null): string {
  const [was, now] = [days(before), days(after)];
  if (was === null) return now === null ? "" : `new, ${isTime(now) ? "" : "now "}${now}`;
  if (now === null) return `gone, was ${isTime(was) ? "there " : ""}${was}`;
  return isTime(now) ? `was ${was}, ${now}` : `from ${was} to ${now}`;
}

const isTime = (words: string): boolean => /^(?:since|until) /.test(words);

const days = (words: string | null): string | null =>
  words?.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dateWords(`${day}T00:00:00Z`)) ?? null;
