import { evidenceOf } from "#insight/interview/declared-facts.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import { counted, some } from "#kernel/phrases.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOf } from "./spread.ts";

const things = ["charter", "goals", "roadmap"] as const;

/** Charter, goals and roadmap that do not exist: goals of fulcrum.yaml are there, all else somebody has to say. */
export function direction({ facts, goalsCount }: IndicatorSources): IndicatorReading {
  const said = things.map((thing) => {
    const answers = facts.answers(`direction-${thing}`);
    const isThere = thing === "goals" && goalsCount > 0;
    const missing = answers.filter(({ answer }) => answer === "no").length;
    return {
      thing,
      answers,
      missing: isThere ? 0 : answers.length === 0 ? null : missing / answers.length,
    };
  });
  const known = said.flatMap((one) =>
    one.missing === null ? [] : { ...one, missing: one.missing },
  );
  if (known.length < things.length) {
    return notRead(
      "not-declared",
      `Nobody has said whether there is a ${some(
        said.filter((one) => one.missing === null).map(({ thing }) => thing),
        3,
      )}.`,
      "Answers: fulcrum interview --topic charter.",
    );
  }
  const missing = known.reduce((total, one) => total + one.missing, 0);
  const absent = known.filter((one) => one.missing > 0).map(({ thing }) => thing);
  return reading({
    value: missing / known.length,
    n: known.length,
    coverage: 1,
    text:
      absent.length === 0
        ? "Charter, goals and roadmap are there"
        : `${counted(absent.length, "thing")} of ${String(known.length)} that give direction missing or in doubt: ${some(absent, 3)}`,
    spread: spreadOf(known.length),
    evidence: known.flatMap((one) => one.answers.map(evidenceOf)),
  });
}
