import { defineSection } from "../define-section.ts";
import { mapSignals, signalUnknowns } from "./present.ts";
import { signals as schema } from "./schema.ts";

export const signals = defineSection({
  name: "signals",
  noun: "indicator",
  schema: { signals: schema },
  present: ({ decision }, evidence) => ({ signals: mapSignals(decision.signals, evidence) }),
  n: ({ decision }) =>
    decision.signals.signals.flatMap((one) => one.indicators).filter((one) => one.score !== null)
      .length,
  coverage: ({ decision: { signals: found } }) =>
    found.signals.filter((one) => one.score !== null).length / found.signals.length,
  unknown: ({ decision }) => signalUnknowns(decision.signals),
});
