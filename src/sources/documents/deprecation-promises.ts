import type { DeprecationPromise } from "#evidence/facts.ts";

const about =
  /\b(?:deprecat\w{1,6}|will be (?:removed|dropped|retired|discontinued|withdrawn|(?:switched|turned) off)|to be removed|end[- ]of[- ]life|sunset)\b/i;
const toCome =
  /\b(?:will|to be|planned|scheduled|until|by|from|on|after|in|before|end[- ]of[- ]life|sunset)\b/i;
const removal =
  /\b(?:remov|drop|retir|discontinu|withdraw|(?:switch|turn)(?:ed)? off|end[- ]of[- ]life|sunset|support(?:ed)? until|unsupported)/i;
const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const isoDay = /\b(20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b/;
const dayMonthYear = new RegExp(
  `\\b([0-3]?\\d)(?:st|nd|rd|th)?(?: of)? (${months})[a-z]{0,6},? (20\\d\\d)\\b`,
  "i",
);
const monthDayYear = new RegExp(
  `\\b(${months})[a-z]{0,6} ([0-3]?\\d)(?:st|nd|rd|th)?,? (20\\d\\d)\\b`,
  "i",
);
const monthYear = new RegExp(`\\b(${months})[a-z]{0,6},? (20\\d\\d)\\b`, "i");
const quarter = /\bQ([1-4])[ /-]?(20\d\d)\b/i;
const year = /\b(?:by|in|during|end of|until|before) (?:the end of )?(20\d\d)\b/i;
const inVersion =
  /\b(?:in|with|by|until|from) (?:version |release |v)?(\d{1,4}(?:\.\d{1,4}){0,3}|\d{1,4}\.x)\b(?![-/]\d)/i;
const named = /`([^`\n]{1,120})`/g;
/** `not expected to be removed before January`: what follows is no last day. */
const notBefore =
  /\b(?:not|never|no plans?|[a-z]{2,10}n['’]t)\b[^.;:!?\n]{0,100}\b(?:before|until|prior to|(?:earlier|sooner) than)\b|\bno (?:earlier|sooner) than\b/i;
const mostPromises = 50;
const mostNames = 10;

/**
 * Lines that promise an end: something is deprecated or will be removed, by a day or in a version. A month stands for its
 * last day, a quarter and a year likewise: nobody is late before. A day before which nothing will end is no end.
 */
export function deprecationPromises(
  lines: readonly string[],
  numbers: readonly number[],
): DeprecationPromise[] {
  const found: DeprecationPromise[] = [];
  for (const [index, full] of lines.entries()) {
    if (found.length >= mostPromises) break;
    const line = full.slice(0, 1_000);
    if (!about.test(line) || !toCome.test(line) || !removal.test(line)) continue;
    const day = dateIn(line);
    const inRelease = day === null ? (inVersion.exec(line)?.[1] ?? null) : null;
    if (day === null && inRelease === null) continue;
    const isOpen = notBefore.test(line);
    const by = isOpen ? null : day;
    const version = isOpen ? null : inRelease;
    found.push({
      text: line.trim().replace(/\s+/g, " ").slice(0, 300),
      line: numbers[index] ?? 1,
      by,
      version,
      names: Array.from(line.matchAll(named), ([, name = ""]) => name).slice(0, mostNames),
    });
  }
  return found;
}

/** The end of the day, month, quarter or year that a line names, in seconds since the epoch, UTC; null for none. */
function dateIn(line: string): number | null {
  const iso = isoDay.exec(line);
  if (iso !== null) return endOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const day = dayMonthYear.exec(line);
  if (day !== null) return endOf(Number(day[3]), monthOf(day[2]), Number(day[1]));
  const american = monthDayYear.exec(line);
  if (american !== null)
    return endOf(Number(american[3]), monthOf(american[1]), Number(american[2]));
  const month = monthYear.exec(line);
  if (month !== null) return endOf(Number(month[2]), monthOf(month[1]) + 1, 0);
  const third = quarter.exec(line);
  if (third !== null) return endOf(Number(third[2]), Number(third[1]) * 3 + 1, 0);
  const whole = year.exec(line);
  return whole === null ? null : endOf(Number(whole[1]), 13, 0);
}

function monthOf(name: string | undefined): number {
  return months.split("|").indexOf((name ?? "").toLowerCase().slice(0, 3)) + 1;
}

/** Month 1 to 13; day 0 is the last of the month before. */
function endOf(inYear: number, month: number, day: number): number {
  return Date.UTC(inYear, month - 1, day + 1) / 1000;
}
