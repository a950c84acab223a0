import { lazy, type ComponentType } from "react";

const loads: (() => Promise<unknown>)[] = [];

/** A part of the page whose code is started when it is first drawn, or when nothing else is to do: `loadLate`. */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  loads.push(load);
  return lazy(async () => ({ default: await load() }));
}

/** Starts the code of every part, one after the other, while the reader reads: then nobody waits for any of them. */
export async function loadLate(): Promise<void> {
  for (const load of loads) {
    await idle();
    await load();
  }
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no idle callbacks; a short while does as well.
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve());
    else setTimeout(resolve, 50);
  });
