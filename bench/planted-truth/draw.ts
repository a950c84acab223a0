import type { Random } from "#kernel/stats-resample.ts";

/** Draws of the simulation, all from one generator. */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

export function binomial(random: Random, trials: number, probability: number): number {
  let hits = 0;
  for (let trial = 0; trial < trials; trial++) hits += Number(chance(random, probability));
  return hits;
}

/** Box and Muller (1958). */
export function normal(random: Random, mean = 0, deviation = 1): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * random());
}

/** Times of a Poisson process over [from, to), at so many a year. */
export function times(random: Random, from: number, to: number, perYear: number): number[] {
  const year = 365.25 * 86_400;
  const found: number[] = [];
  if (perYear <= 0) return found;
  for (let at = from; ;) {
    at += (-Math.log(1 - random()) / perYear) * year;
    if (at >= to) return found;
    found.push(at);
  }
}
