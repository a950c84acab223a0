import { useSyncExternalStore } from "react";
import { keepSetting, keptJson, ofOrganisation } from "#web/ui/settings.ts";
import { subjectOf, type Correction } from "./correction-lines.ts";
import { keptCorrections, keptTaken, type Taken } from "./kept-basket.ts";

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
  basket ??= keptBasket();
  return basket;
}

function keptBasket(): Basket {
  const kept = keptJson(ofOrganisation(setting));
  if (typeof kept !== "object" || kept === null) return empty;
  return {
    corrections: keptCorrections(Reflect.get(kept, "corrections")),
    taken: keptTaken(Reflect.get(kept, "taken")),
  };
}

function put(next: Basket): void {
  basket = next;
  keepSetting(ofOrganisation(setting), JSON.stringify(next));
  for (const listener of listeners) listener();
}

export function useBasket(): Basket {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, now);
}

/** Many at once: of what was said of the same things before, the later counts. */
export function correct(...added: readonly Correction[]): void {
  const { corrections, taken } = now();
  const subjects = new Set(added.map(subjectOf));
  put({
    taken,
    corrections: [...corrections.filter((one) => !subjects.has(subjectOf(one))), ...added],
  });
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
