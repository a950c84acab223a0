import { countAxis, timeAxis } from "#web/ui/chart/axis.ts";
import type { EventLine } from "#web/ui/chart/event-rows.ts";
import type { EndLabel } from "#web/ui/chart/plot-geometry.ts";
import type { Tone } from "#web/ui/chart/tone.ts";

/** A series of quarters as a plot draws it. */
interface PlotState {
  readonly title: string;
  readonly series: readonly {
    readonly tone: Tone;
    readonly words: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly events?: readonly EventLine[];
  /** The last quarter is not over. */
  readonly isPartial?: boolean;
  readonly hasBand?: boolean;
}

export const quarterAt = (index: number): number => Date.UTC(2023, 3 * index);

const grown = [2, 3, 5, 9, 14, 18, 21, 22, 24, 25, 25, 26];
const release = (index: number, word: string): EventLine => ({
  at: quarterAt(index),
  word,
  kind: "release",
});
const long = "unverhältnismäßig-ausführlich-benannter-dienst und 釜飯の釜 beside it";

export const plotStates: readonly PlotState[] = [
  { title: "Empty", series: [{ tone: "use", words: "nobody", values: [] }] },
  { title: "One point", series: [{ tone: "use", words: "4 use it", values: [4] }] },
  {
    title: "Constant, at zero and above",
    series: [
      { tone: "use", words: "3 use it", values: grown.map(() => 3) },
      { tone: "owners", words: "no team", values: grown.map(() => 0) },
    ],
  },
  {
    title: "Gaps, and a point between them",
    series: [
      {
        tone: "use",
        words: "26 use it",
        values: grown.map((value, index) => ([2, 3, 5, 9].includes(index) ? null : value)),
      },
    ],
  },
  {
    title: "Five lines that end together",
    series: (["use", "owners", "eligible", "stay", "leave"] as const).map((tone, index) => ({
      tone,
      words: `${26 - index} ${tone}`,
      values: grown.map((value) => Math.max(0, value - index)),
    })),
  },
  {
    title: "Long words",
    series: [{ tone: "use", words: long, values: grown }],
    events: [{ at: quarterAt(11), word: `as of the ${long}`, kind: "as-of" }],
  },
  {
    title: "Many events",
    series: [{ tone: "use", words: "26 use it", values: grown }],
    events: [
      ...Array.from({ length: 24 }, (_, index) => release(index / 2.2, `v${index + 1}.0`)),
      { at: quarterAt(4), word: "mandate", kind: "mandate" },
      { at: quarterAt(4.2), word: "wave", kind: "wave" },
      { at: quarterAt(11), word: "as of 1 Oct 2025", kind: "as-of" },
    ],
  },
  {
    title: "The last quarter is not over",
    series: [{ tone: "use", words: "25 a quarter", values: [...grown.slice(0, -1), 7] }],
    isPartial: true,
    events: [{ at: quarterAt(11.4), word: "as of 6 Nov 2025", kind: "as-of" }],
  },
  {
    title: "With a band",
    series: [{ tone: "stay", words: "26 likely", values: grown }],
    hasBand: true,
  },
];

const known = (values: readonly (number | null)[]): readonly number[] =>
  values.flatMap((value) => value ?? []);

/** What a plot and its frame need of a state. */
export function plotOf({ series, isPartial = false, events = [] }: PlotState) {
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  const whole = isPartial ? count - 1 : count;
  const ends = [quarterAt(0), quarterAt(Math.max(0, isPartial ? count : count - 1))] as const;
  return {
    whole,
    xAxis: timeAxis([Math.min(...ends), Math.max(...ends, ...events.map(({ at }) => at))]),
    yAxis: countAxis(Math.max(0, ...series.flatMap(({ values }) => known(values))) * 1.1),
    rows: Array.from({ length: count }, (_, index) => ({
      x: quarterAt(index),
      ys: series.flatMap(({ values }) => values[index] ?? []),
    })),
    labels: series.flatMap(({ tone, words, values }): readonly EndLabel[] => {
      const last = values.slice(0, whole).findLastIndex((value) => value !== null);
      const y = values[last];
      return y === undefined || y === null ? [] : [{ x: quarterAt(last), y, words, tone }];
    }),
    events,
  };
}
