import type { Report } from "#sections/report.ts";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import { rangeWords } from "./decision.ts";

type Verdict = Report["signals"]["verdict"];
type Signal = Report["signals"]["signals"][number];

const strongestShown = 3;

/** Ten lines at most, each a sentence or two that a person says. */
export function verdictLines(
  { verdict, signals }: Report["signals"],
  staffing: Report["staffing"],
): string[] {
  return [
    verdict.sentence,
    `Needed ${percentOf(verdict.chances.needed)}, soon ${percentOf(verdict.chances.soon)}, not yet ${percentOf(verdict.chances["not-yet"])}. ${number(verdict.neededFrom)} signs make it needed with ${counted(verdict.teams.count, "team")}, ${number(verdict.soonFrom)} make it soon.`,
    ...strongest(signals),
    seenLine(verdict, signals),
    costLine(verdict),
    staffing.high === 0
      ? "Nothing that several teams build on was seen: there is nobody to look after it for."
      : `If you do: ${rangeWords(staffing)} to look after the platform as a product.`,
    settleLine(verdict),
  ];
}

function strongest(signals: readonly Signal[]): string[] {
  return signals
    .filter(({ chance, prior, strongest: figure }) => chance > prior && figure !== null)
    .toSorted((a, b) => b.chance - a.chance)
    .slice(0, strongestShown)
    .map(
      ({ id, title, chance, strongest: figure }) =>
        `Sign ${String(id)} (${percentOf(chance)}): ${title.charAt(0).toLowerCase()}${title.slice(1)}. ${figure ?? ""}.`,
    );
}

function seenLine({ evidenceMass }: Verdict, signals: readonly Signal[]): string {
  const named = (state: Signal["state"]): string | null => {
    const ids = signals.filter((one) => one.state === state).map(({ id }) => String(id));
    return ids.length === 0 ? null : `sign${ids.length === 1 ? "" : "s"} ${some(ids, 7)}`;
  };
  const [unlikely, unseen] = [named("unlikely"), named("not-looked-at")];
  return [
    `${percentOf(evidenceMass)} of what could be looked at was; half is needed for an answer.`,
    ...(unlikely === null ? [] : [`Unlikely: ${unlikely}.`]),
    ...(unseen === null ? [] : [`Hardly looked at: ${unseen}.`]),
  ].join(" ");
}

function costLine({
  avoidablePersonMonths: avoidable,
  rolePersonMonths,
  isCostCovered,
}: Verdict): string {
  if (avoidable === null)
    return `What could be avoided was not counted; the role costs ${number(rolePersonMonths)} person-months a year.`;
  const range = `${number(avoidable.low)} to ${number(avoidable.high)} person-months a year could be avoided (likely ${number(avoidable.likely)}), and the role costs ${number(rolePersonMonths)}`;
  if (isCostCovered === null) return `${range}: not shown yet to pay for itself.`;
  return `${range}: it ${isCostCovered ? "pays" : "does not pay"} for itself by that alone.`;
}

function settleLine({ nextSteps, isNothingCheap }: Verdict): string {
  const steps = nextSteps
    .map(
      ({ what, hours, changeChance }) =>
        `ask ${what} (${hoursWords(hours)}, ${percentOf(changeChance)})`,
    )
    .join("; ");
  if (isNothingCheap) return "Nothing cheap would change this.";
  return `What would settle it, with the chance of another answer: ${steps}.`;
}

function hoursWords(hours: number): string {
  if (hours < 1) return `${String(Math.round(hours * 60))} minutes`;
  return `${number(hours)} ${hours === 1 ? "hour" : "hours"}`;
}

function number(value: number): string {
  return String(Number(value.toFixed(value < 10 ? 1 : 0)));
}
