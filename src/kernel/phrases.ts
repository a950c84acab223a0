/** Figures and dates as sentences of summaries and explanations write them. Instants are UTC ISO 8601. */

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
/** Made when first asked for: each costs a command that needs none several milliseconds. */
const formats = new Map<number, Intl.NumberFormat>();

function format(value: number, digits: number): string {
  const known = formats.get(digits);
  const made = known ?? new Intl.NumberFormat("en-GB", { maximumFractionDigits: digits });
  if (known === undefined) formats.set(digits, made);
  return made.format(value);
}

/** 3 Mar 2026 */
export function dayOf(instant: string | number): string {
  const date = new Date(instant);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}

/** The last day inside [from, to): 30 Jun 2026 for an end at the first instant of July. */
export function lastDayBefore(instant: string): string {
  return dayOf(Date.parse(instant) - 1);
}

export function numberOf(value: number): string {
  const isPlain = Number.isSafeInteger(value) && value >= 0;
  return isPlain ? String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ",") : format(value, 0);
}

/** 7.1; 20,200,000; −0.25: to a hundredth. */
export function decimalOf(value: number): string {
  return format(value, 2).replace("-", "−");
}

/** 22 components; 1 component */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberOf(count)} ${count === 1 ? one : many}`;
}

/** 82 %; never more certain than it is: 99.7 % is not 100 %. */
export function percentOf(fraction: number): string {
  const rounded = Math.round(fraction * 100);
  if (rounded === 100 && fraction < 1) return "over 99 %";
  if (rounded === 0 && fraction > 0) return "under 1 %";
  return `${rounded} %`;
}

export function lengthOf(days: number): string {
  if (days < 60) return counted(Math.round(days), "day");
  if (days < 730) return counted(Math.round(days / 30.44), "month");
  return `${format(days / 365.25, 1)} years`;
}

/** a, b and 3 more */
export function some(words: readonly string[], most: number): string {
  if (words.length > most)
    return `${words.slice(0, most).join(", ")} and ${numberOf(words.length - most)} more`;
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** "Nobody answered. To know it: an answer." Reasons and needs may be phrases or sentences. */
export function reasonAndNeeds(unknown: {
  readonly reason: string;
  readonly needs: string;
}): string {
  const { reason, needs } = unknown;
  return `${reason.charAt(0).toUpperCase()}${ended(reason.slice(1))} To know it: ${ended(needs)}`;
}

/** With a full stop, where it ends with none. */
function ended(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
