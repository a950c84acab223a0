import type { SignalId } from "./indicator.ts";
import type { SignalsOptions } from "./options.ts";
import type { Assessed, Size, Verdict } from "./result.ts";
import type { SignalState, VerdictAnswer } from "#vocabulary/decision.ts";
import type { Level } from "#vocabulary/evidence.ts";

/** Points from which the answer is soon, and needed. The larger the organisation, the fewer (uncalibrated). */
const bounds: Readonly<Record<Size, { readonly soonFrom: number; readonly neededFrom: number }>> = {
  small: { soonFrom: 2, neededFrom: 4 },
  medium: { soonFrom: 1.5, neededFrom: 3 },
  large: { soonFrom: 1, neededFrom: 2 },
};
const establishedStep = 0.5;
const pointsOf: Readonly<Record<SignalState, number>> = {
  absent: 0,
  emerging: 0.5,
  present: 1,
  unknown: 0,
};
/** With fewer signals known an absence of points says nothing, and below the least nothing says anything. */
const majority = 4;
const least = 2;
/** Share of the distance between its two points by which every indicator is moved to see what follows. */
const shift = 0.25;

type Signal = Pick<Assessed<SignalId>, "id" | "title" | "state">;

/**
 * Needed, soon or not yet, from the signals that are there and the size and stage of the organisation. A signal that is
 * unknown adds nothing, so that more evidence can only raise an answer that few signals gave.
 */
export function verdictOf(
  signals: readonly Signal[],
  options: Pick<SignalsOptions, "size" | "sizeReason" | "isEstablished">,
  reassess: (shift: number) => readonly Signal[],
): Verdict {
  const { soonFrom, neededFrom } = boundsOf(options.size, options.isEstablished);
  const judged = judge(signals, options.size, options.isEstablished);
  const sensitivity = sensitivityOf(signals, options, reassess);
  return {
    ...judged,
    confidence: confidenceOf(signals, judged.answer, sensitivity, options.size),
    reasons: reasonsOf(signals, judged.points, { soonFrom, neededFrom }, options),
    neededFrom,
    soonFrom,
    size: options.size,
    sensitivity,
  };
}

function boundsOf(size: Size | null, isEstablished: boolean) {
  const { soonFrom, neededFrom } = bounds[size ?? "medium"];
  const step = isEstablished ? establishedStep : 0;
  return {
    soonFrom: Math.max(establishedStep, soonFrom - step),
    neededFrom: Math.max(1, neededFrom - step),
  };
}

function judge(
  signals: readonly Signal[],
  size: Size | null,
  isEstablished: boolean,
): { readonly points: number; readonly answer: VerdictAnswer } {
  const { soonFrom, neededFrom } = boundsOf(size, isEstablished);
  const points = signals.reduce((sum, { state }) => sum + pointsOf[state], 0);
  const known = signals.filter(({ state }) => state !== "unknown").length;
  if (known < least) return { points, answer: "unknown" };
  if (points >= neededFrom) return { points, answer: "needed" };
  if (points >= soonFrom) return { points, answer: "soon" };
  return { points, answer: known >= majority ? "not-yet" : "unknown" };
}

function sensitivityOf(
  signals: readonly Signal[],
  { size, isEstablished }: Pick<SignalsOptions, "size" | "isEstablished">,
  reassess: (shift: number) => readonly Signal[],
): Verdict["sensitivity"] {
  const unknown = signals.filter(({ state }) => state === "unknown");
  const withState = (ids: readonly SignalId[], state: SignalState): Signal[] =>
    signals.map((one) => (ids.includes(one.id) ? { ...one, state } : one));
  const row = (
    change: string,
    list: readonly Signal[],
    of = size,
    established = isEstablished,
  ) => ({
    change,
    ...judge(list, of, established),
  });
  const sizes: readonly Size[] = ["small", "medium", "large"];
  return [
    ...(unknown.length > 0
      ? [
          row(
            "every unknown signal were absent",
            withState(
              unknown.map(({ id }) => id),
              "absent",
            ),
          ),
          row(
            "every unknown signal were present",
            withState(
              unknown.map(({ id }) => id),
              "present",
            ),
          ),
        ]
      : []),
    ...unknown.map(({ id }) =>
      row(`signal ${String(id)}, now unknown, were present`, withState([id], "present")),
    ),
    ...signals
      .filter(({ state }) => state === "present" || state === "emerging")
      .map(({ id, state }) =>
        row(`signal ${String(id)}, now ${state}, were absent`, withState([id], "absent")),
      ),
    row("every indicator took a quarter more to count", reassess(shift)),
    row("every indicator took a quarter less to count", reassess(-shift)),
    ...sizes
      .filter((one) => one !== size)
      .map((one) => row(`the organisation were ${one}`, signals, one)),
    row(
      isEstablished ? "the platform were at an early stage" : "the platform were established",
      signals,
      size,
      !isEstablished,
    ),
  ];
}

/** High: six signals known and no row that moves a threshold changes the answer; medium: four known; else low. */
function confidenceOf(
  signals: readonly Signal[],
  answer: VerdictAnswer,
  sensitivity: Verdict["sensitivity"],
  size: Size | null,
): Level {
  const known = signals.filter(({ state }) => state !== "unknown").length;
  const isSteady = sensitivity
    .filter(({ change }) => change.startsWith("every indicator"))
    .every((one) => one.answer === answer);
  if (answer === "unknown" || size === null || known < majority) return "low";
  return known >= 6 && isSteady ? "high" : "medium";
}

function reasonsOf(
  signals: readonly Signal[],
  points: number,
  { soonFrom, neededFrom }: { readonly soonFrom: number; readonly neededFrom: number },
  {
    size,
    sizeReason,
    isEstablished,
  }: Pick<SignalsOptions, "size" | "sizeReason" | "isEstablished">,
): string[] {
  const named = (state: SignalState): string[] =>
    signals.filter((one) => one.state === state).map(({ id }) => String(id));
  const line = (state: SignalState, words: string): string[] => {
    const ids = named(state);
    return ids.length === 0
      ? []
      : [`${ids.length === 1 ? "Signal" : "Signals"} ${ids.join(", ")} ${words}.`];
  };
  return [
    ...line("present", "present: 1 point each"),
    ...line("emerging", "emerging: ½ point each"),
    ...line("absent", "absent"),
    ...line("unknown", "unknown: they add nothing, and may hide something"),
    `${String(points)} ${points === 1 ? "point" : "points"}; ${String(neededFrom)} make it needed and ${String(soonFrom)} soon in ${
      size === null
        ? "an organisation whose size is not known (taken as medium)"
        : `a ${size} organisation`
    }${isEstablished ? " with an established platform" : ""}.`,
    ...(sizeReason === "" ? [] : [sizeReason]),
  ];
}
