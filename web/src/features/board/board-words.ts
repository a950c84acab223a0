import type { Report } from "#sections/report.ts";
import { decimalWords, percentWords, plural } from "#web/ui/words.ts";
import { monthsWords, spanWords } from "../value/value-words.ts";
import { rangeWords } from "../staffing/range-picture.tsx";
import { fitWords } from "../sourcing/sourcing-words.ts";

type Verdict = Report["signals"]["verdict"];
type Signal = Report["signals"]["signals"][number];
type Staffing = Report["staffing"];
type Option = Report["sourcing"]["options"][number];

/** What the board is asked, by what the verdict says. */
export function decisionWords(
  { answer, leaning, firstStep }: Pick<Verdict, "answer" | "leaning" | "firstStep">,
  staffing: Pick<Staffing, "low" | "high" | "recommended">,
): string {
  if (answer === "not-looked-at")
    return `Nothing yet: hardly anything was looked at. First: ${firstStep}.`;
  if (answer === "filled")
    return "Whether one person is enough, and who takes over what the role leaves open.";
  if (answer === "not-yet" || (answer === "undecided" && leaning === "not-yet"))
    return `To wait, and to look again in a quarter. Meanwhile: ${firstStep}.`;
  const people = staffing.high === null || staffing.high === 0 ? "somebody" : rangeWords(staffing);
  const when = leaning === "soon" ? "within a year" : "now";
  return `Whether ${people} should look after the platform as a product ${when}, or whether it is tried for a quarter first.`;
}

const mostFacts = 3;

/** The signals that moved the chance most, in either direction, with the figure behind each. */
export function boardFacts(signals: readonly Signal[]): readonly Signal[] {
  const moved = ({ chance, prior }: Signal): number => Math.abs(chance - prior);
  return signals
    .filter(({ strongest, state }) => strongest !== null && state !== "not-looked-at")
    .toSorted((a, b) => moved(b) - moved(a))
    .slice(0, mostFacts);
}

/** "Platform work is put off (96 %)", "Unlikely that platform work is put off (1 %)" */
export function factWords({
  title,
  chance,
  prior,
}: Pick<Signal, "title" | "chance" | "prior">): string {
  const words = chance < prior ? `Unlikely that ${lowerFirst(title)}` : title;
  return `${words} (${percentWords(chance)})`;
}

export interface BoardOption {
  readonly title: string;
  readonly cost: string;
  readonly risk: string;
}

const monthsOfYear = 12;
const quarterOfYear = 4;
/** A day a week for a quarter, in person-months. */
const trial = 3 / 5;
const mostMonthsOfInterim = 9;

/** To wait, to try, or one of the ways to find somebody: what each costs, and what can go wrong. */
export function boardOptions(
  { avoidablePersonMonths: avoidable, rolePersonMonths, firstStep }: Verdict,
  { low, high, recommended }: Staffing,
  options: readonly Option[],
): readonly BoardOption[] {
  const waiting: BoardOption = {
    title: "Wait a quarter",
    cost:
      avoidable === null
        ? "not counted"
        : `${monthsWords(avoidable.likely / quarterOfYear)} (${spanWords({ low: avoidable.low / quarterOfYear, high: avoidable.high / quarterOfYear })}) of what was counted`,
    risk: "What holds today goes on; the signals are counted again then.",
  };
  if (high === 0) return [waiting];
  const isTrial = firstStep.endsWith("a day a week for a quarter");
  const trying: BoardOption = {
    title: `${firstStep.charAt(0).toUpperCase()}${firstStep.slice(1)}`,
    cost: isTrial ? monthsWords(trial) : "some hours",
    risk: isTrial
      ? "A day a week shows where the work is, not what the whole role could do. It can be taken back."
      : "Answers may still leave it open. It can be taken back.",
  };
  const people = recommended ?? low ?? 1;
  const finding = options.map(({ kind, title, fit, fitRange, risks }): BoardOption => {
    const [first] = risks;
    const months =
      kind === "interim"
        ? (rolePersonMonths * people * mostMonthsOfInterim) / monthsOfYear
        : rolePersonMonths * people;
    return {
      title: `${title} (fit ${fitWords({ fit, fitRange })})`,
      cost:
        kind === "interim"
          ? `${monthsWords(months)}, for ${decimalWords(mostMonthsOfInterim)} months at most`
          : `${monthsWords(months)} a year, for ${plural(people, "person", "people")}`,
      risk:
        first === undefined
          ? "None is known."
          : `${first.risk}. Against it: ${lowerFirst(first.containment)}`,
    };
  });
  return [waiting, trying, ...finding];
}

export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
