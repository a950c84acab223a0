import type { Clock, Progress } from "#ports/context.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import { fitText } from "./format/fit-text.ts";
import { LiveLine } from "./live-line.ts";
import type { Screen } from "./terminal.ts";

/** A progress that other lines may be written through without tearing it. */
export interface ShownProgress extends Progress {
  /** Writes a line above the bar, where there is one. */
  above(text: string): void;
}

/** Bars where a person watches, a line for every tenth in a log, nothing when quiet. */
export function createProgress(screen: Screen, clock: Clock, isQuiet: boolean): ShownProgress {
  if (isQuiet) return silentProgress(screen);
  return screen.isWatched ? barProgress(screen, clock) : lineProgress(screen, clock);
}

function silentProgress(screen: Screen): ShownProgress {
  return { start() {}, advance() {}, finish() {}, above: (text) => screen.line(text) };
}

/** What is going on, and how far. */
interface Stretch {
  readonly label: string;
  readonly unit: string;
  readonly total: number;
  readonly startedAt: number;
  done: number;
  /** What was done when it began: work found finished says nothing about speed. */
  base: number | null;
  detail: string;
}

function begin(label: string, total: number, unit: string, clock: Clock): Stretch {
  return { label, unit, total, startedAt: clock.now(), done: 0, base: null, detail: "" };
}

function advanceTo(stretch: Stretch, done: number, detail: string | undefined): void {
  stretch.base ??= done;
  stretch.done = done;
  stretch.detail = terminalText(detail ?? "");
}

/** Units per second and seconds left; null until something was done. */
function paceOf(stretch: Stretch, now: number): { rate: number; left: number } | null {
  const seconds = (now - stretch.startedAt) / 1000;
  const worked = stretch.done - (stretch.base ?? 0);
  if (worked <= 0 || seconds <= 0) return null;
  const rate = worked / seconds;
  return { rate, left: (stretch.total - stretch.done) / rate };
}

function lineProgress(screen: Screen, clock: Clock): ShownProgress {
  let stretch: Stretch | null = null;
  let saidTenths = 0;
  return {
    start(label, total, unit) {
      stretch = begin(label, total, unit, clock);
      saidTenths = 0;
      screen.line(`${label}: ${total} ${unit}`);
    },
    advance(done, detail) {
      if (stretch === null || stretch.total === 0) return;
      advanceTo(stretch, done, detail);
      const tenths = Math.floor((done / stretch.total) * 10);
      if (tenths <= saidTenths) return;
      saidTenths = tenths;
      const pace = paceOf(stretch, clock.now());
      const left = pace === null || tenths === 10 ? "" : `, ${durationWords(pace.left)} left`;
      screen.line(
        `${stretch.label}: ${done} of ${stretch.total} ${stretch.unit} (${tenths * 10} %)${left}`,
      );
    },
    finish: () => {
      stretch = null;
    },
    above: (text) => screen.line(text),
  };
}

function barProgress(screen: Screen, clock: Clock): ShownProgress {
  let stretch: Stretch | null = null;
  let bar: LiveLine | null = null;
  const finish = (): void => {
    bar?.stop();
    bar = null;
    stretch = null;
  };
  return {
    start(label, total, unit) {
      finish();
      const current = begin(label, total, unit, clock);
      stretch = current;
      bar = new LiveLine(screen, () => barLine(current, clock.now(), screen.width - 1));
    },
    advance(done, detail) {
      if (stretch !== null) advanceTo(stretch, done, detail);
    },
    finish,
    above: (text) => (bar === null ? screen.line(text) : bar.above(text)),
  };
}

/** Reading repositories ━━━━━━╌╌╌╌ 12 of 31 repositories, 3.1/s, 6 s left  dough-kit */
export function barLine(stretch: Stretch, now: number, width: number): string {
  const { label, done, total, unit, detail } = stretch;
  const pace = paceOf(stretch, now);
  const speed =
    pace === null ? "" : `, ${pace.rate.toFixed(1)}/s, ${durationWords(pace.left)} left`;
  const counts = `${done} of ${total} ${unit}${done === total ? "" : speed}`;
  const barWidth = Math.min(24, Math.max(0, width - label.length - counts.length - 2));
  const filled = total === 0 ? barWidth : Math.round((done / total) * barWidth);
  const drawn = `${"━".repeat(filled)}${"╌".repeat(barWidth - filled)}`;
  const line = [label, drawn, counts].filter((part) => part !== "").join(" ");
  const room = width - line.length - 2;
  return fitText(room < 8 || detail === "" ? line : `${line}  ${fitText(detail, room)}`, width);
}

/** 45 s; 3 min; 1 h 5 min */
export function durationWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
