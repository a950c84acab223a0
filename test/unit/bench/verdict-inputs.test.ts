import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { judge, type Judgement } from "#insight/signals/chance/judge.ts";
import type { SignalWitnesses } from "#insight/signals/chance/signal-chance.ts";

interface Inputs {
  readonly organisations: readonly {
    readonly name: string;
    readonly teams: number;
    readonly isFilled: boolean;
    readonly signals: readonly (Omit<SignalWitnesses, "id"> & { readonly id: number })[];
    readonly answered: Pick<Judgement, "answer" | "leaning" | "chances"> & {
      readonly signals: readonly { readonly chance: number }[];
    };
  }[];
}

const file = join(import.meta.dirname, "..", "..", "..", "bench", "verdict-inputs.json");
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- bench/verdict-inputs.ts wrote it
const inputs = JSON.parse(readFileSync(file, "utf8")) as Inputs;

/** What bench/verdict-check.py holds to another implementation is what this rule says. */
describe.each(inputs.organisations)("$name", ({ teams, isFilled, signals, answered }) => {
  it("has the chances that stand in bench/verdict-inputs.json", () => {
    const found = judge(
      signals.map((one) => ({ ...one, id: String(one.id) })),
      { teams, isFilled },
    );
    expect(found.answer).toBe(answered.answer);
    expect(found.leaning).toBe(answered.leaning);
    for (const leaning of ["needed", "soon", "not-yet"] as const)
      expect(found.chances[leaning]).toBeCloseTo(answered.chances[leaning], 9);
    for (const [index, { chance }] of found.signals.entries())
      expect(chance).toBeCloseTo(answered.signals[index]?.chance ?? -1, 9);
  });
});
