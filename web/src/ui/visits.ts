/** What is kept with an entry of the browser's history, beside its address. */
interface Visit {
  readonly visit: number;
  /** The entry before it is the same screen without what this one opened over it. */
  readonly isOver: boolean;
}

let newest = 0;
let current = 0;
/** Another screen is on its way: what the one that stands there scrolls is no place on it. */
let isAwaited = false;
const heights = new Map<number, number>();

function visitOf(state: unknown): Visit | null {
  if (typeof state !== "object" || state === null || !("visit" in state)) return null;
  const { visit } = state;
  const isOver = "isOver" in state && state.isOver === true;
  return typeof visit === "number" ? { visit, isOver } : null;
}

/** Called whenever the address has changed. An entry that was there before keeps its place; a new one begins at its top. */
export function arrive(isOver: boolean, isElsewhere: boolean): void {
  isAwaited = isElsewhere;
  const known = visitOf(history.state);
  if (known === null) {
    newest = Math.max(newest, current) + 1;
    const kept = isOver ? (heights.get(current) ?? 0) : 0;
    current = newest;
    heights.set(current, kept);
    history.replaceState({ visit: current, isOver } satisfies Visit, "");
    return;
  }
  current = known.visit;
  newest = Math.max(newest, current);
}

/** Where the reader was on this entry, in pixels from the top: asked by its screen, which stands there from now on. */
export function heightHere(): number {
  isAwaited = false;
  return heights.get(current) ?? 0;
}

/** Takes what was opened over a screen away: one step back where one step led here. False: the address must be changed. */
export function leaveOver(): boolean {
  if (visitOf(history.state)?.isOver !== true) return false;
  history.back();
  return true;
}

/** Keeps where the reader is, and puts the browser's own guess aside. Returns what ends it. */
export function followHeights(): () => void {
  history.scrollRestoration = "manual";
  const keep = (): void => {
    if (!isAwaited) heights.set(current, globalThis.scrollY);
  };
  globalThis.addEventListener("scroll", keep, { passive: true });
  return () => globalThis.removeEventListener("scroll", keep);
}
