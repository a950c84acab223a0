import { useSyncExternalStore } from "react";
import { keepSetting, keptSetting } from "#web/ui/settings.ts";
import { sameSubject, type Correction } from "./correction-lines.ts";

/** What this reader decided on a proposal, on a day. */
export interface Taken {
  readonly proposalId: string;
  readonly title: string;
  readonly answer: "accepted" | "not-now";
  /** Why not now, or who takes it. */
  readonly note: string;
  readonly on: string;
}

/** What was put right or decided on these screens, and is not yet in fulcrum.yaml or anywhere else: kept in this browser. */
export interface Basket {
  readonly corrections: readonly Correction[];
  readonly taken: readonly Taken[];
}

const setting = "basket";
const empty: Basket = { corrections: [], taken: [] };
const listeners = new Set<() => void>();
let basket: Basket | null = null;

function now(): Basket {
  basket ??= parsed(keptSetting(setting));
  return basket;
}

/** What another version, or another program, left there is no basket. */
function parsed(text: string | null): Basket {
  if (text === null) return empty;
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== "object" || found === null) return empty;
    const list = (key: string): unknown[] => {
      const value: unknown = Reflect.get(found, key);
      return Array.isArray(value) ? value : [];
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these screens wrote it
    return { corrections: list("corrections"), taken: list("taken") } as Basket;
  } catch (error) {
    if (error instanceof SyntaxError) return empty;
    throw error;
  }
}

function put(next: Basket): void {
  basket = next;
  keepSetting(setting, JSON.stringify(next));
  for (const listener of listeners) listener();
}

export function useBasket(): Basket {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, now);
}

export function correct(one: Correction): void {
  const { corrections, taken } = now();
  put({ taken, corrections: [...corrections.filter((other) => !sameSubject(one, other)), one] });
}

export function takeBack(one: Correction): void {
  const { corrections, taken } = now();
  put({ taken, corrections: corrections.filter((other) => other !== one) });
}

export function decide(one: Taken): void {
  const { corrections, taken } = now();
  put({
    corrections,
    taken: [...taken.filter(({ proposalId }) => proposalId !== one.proposalId), one],
  });
}

export function undecide(proposalId: string): void {
  const { corrections, taken } = now();
  put({ corrections, taken: taken.filter((one) => one.proposalId !== proposalId) });
}

export function emptyBasket(): void {
  put(empty);
}

/** The day on which a reader says something, where they are. */
export function today(): string {
  const day = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
