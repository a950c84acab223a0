import { numberOf } from "../declared-values.ts";
import { textOf } from "../untrusted-value.ts";

/** An item of the instrument as the reader needs it: what an answer may be. */
export interface ItemScale {
  readonly id: string;
  /** The question as it is asked: a column may be called after it. */
  readonly text?: string;
  readonly low: number;
  readonly high: number;
}

const five: readonly RegExp[] = [
  /^(?:strongly disagree|very dissatisfied|extremely dissatisfied|very difficult)$/i,
  /^(?:(?:somewhat )?disagree|(?:somewhat )?dissatisfied|(?:somewhat )?difficult)$/i,
  /^(?:neither.{0,40}|neutral|undecided)$/i,
  /^(?:(?:somewhat )?agree|(?:somewhat )?satisfied|(?:somewhat )?easy)$/i,
  /^(?:strongly agree|very satisfied|extremely satisfied|very easy)$/i,
];
const seven: readonly RegExp[] = [
  /^(?:strongly disagree|extremely difficult)$/i,
  /^(?:disagree|very difficult)$/i,
  /^(?:somewhat disagree|slightly disagree|difficult)$/i,
  /^(?:neither.{0,40}|neutral|undecided)$/i,
  /^(?:somewhat agree|slightly agree|easy)$/i,
  /^(?:agree|very easy)$/i,
  /^(?:strongly agree|extremely easy)$/i,
];
/** What tools write for a question that was seen and passed over, and what people choose who have no answer. */
const nothing =
  /^(?:n\/?a|not applicable|don.?t know|i don.?t know|no (?:answer|opinion|response)|prefer not to (?:say|answer)|-9{1,3}|-oth-|null|none|[-–—]+)$/i;

/** Null: not answered. Undefined: no answer on the scale. `10 - Extremely likely` and `Agree (4)` are numbers with their words, `4/5` and stars numbers of the scale. */
export function answerOf(cell: unknown, { low, high }: ItemScale): number | null | undefined {
  const text = textOf(cell);
  if (text === null || nothing.test(text)) return null;
  const onScale = (value: number): number | undefined =>
    value >= low && value <= high ? value : undefined;
  const number = numberOf(text);
  if (typeof number === "number") return onScale(number);
  const [, before, after] =
    /^(?:(\d{1,2})(?:\s{0,3}[-–—=:.)(]\s{0,3}|\s)[^\d\s].{0,200}|[^\d]{1,200}\((\d{1,2})\))$/.exec(
      text,
    ) ?? [];
  const labelled = before ?? after;
  if (labelled !== undefined) return onScale(Number(labelled));
  const share = /^(\d{1,2}) ?\/ ?(\d{1,2})$/.exec(text);
  if (share !== null) return Number(share[2]) === high ? onScale(Number(share[1])) : undefined;
  const stars = /^(?:★|⭐\uFE0F?){1,10}(☆{0,9})$/u.exec(text);
  if (stars !== null) {
    const count = text.match(/[★⭐]/gu)?.length ?? 0;
    const isWhole = stars[1] === "" || count + (stars[1]?.length ?? 0) === high;
    return isWhole ? onScale(count) : undefined;
  }
  const words = low !== 1 ? [] : high === 5 ? five : high === 7 ? seven : [];
  const place = words.findIndex((one) => one.test(text));
  return place < 0 ? undefined : place + 1;
}
