import { countedKeepers } from "#model/keepers.ts";
import { counted, dayOf, lengthOf, numberOf, percentOf, some } from "#kernel/phrases.ts";
import { placeOf } from "#kernel/reference.ts";
import { factsOf, personNote, type Facts } from "../explanation/explanation.ts";
import type { Tells } from "../explanation/explaining.ts";
import { leftWords, retirementWords } from "./left-words.ts";
import type { ReportAdoption } from "./schema.ts";

/** Who uses a capability, and whether they stay. */
export const tellAdoption: Tells<{ readonly adoption: readonly ReportAdoption[] }> = {
  about: ["capability"],
  tell: ({ adoption: all }, { id }) => {
    const adoption = all.find((one) => one.capabilityId === id);
    if (adoption === undefined) return null;
    return {
      facts: adoptionFacts(adoption),
      evidenceIds: adoption.evidenceIds,
      places: [placeOf("adoption", id)],
      note: adoption.pull === null ? null : `Opened by: ${personNote}`,
    };
  },
};

function adoptionFacts(adoption: ReportAdoption): Facts {
  const { currency, retention, pull, choice } = adoption;
  const newest = currency.onNewestMajor;
  return factsOf(
    [
      "in use by",
      `${counted(adoption.adoptersNow, "component")} of ${countedKeepers(adoption.keepersNow)}; ever ${numberOf(adoption.adoptersEver)}`,
    ],
    [
      "tests against",
      adoption.reverseTestersCount === 0
        ? null
        : `${counted(adoption.reverseTestersCount, "component calls", "components call")} it only to be tested by it: no adopters`,
    ],
    [
      "seen long ago",
      adoption.olderClonesCount === 0
        ? null
        : `${counted(adoption.olderClonesCount, "of them stands in a clone that is older", "of them stand in clones that are older")} than the others: it is told as of then`,
    ],
    ["adoption rate", rateOf(adoption)],
    ["no longer in use by", leftWords(adoption)],
    ["retirement", retirementWords(adoption)],
    [
      "do they stay",
      retention === null
        ? null
        : `${numberOf(retention.events)} of ${counted(retention.n, "component")} of known age left; median ${retention.medianDays === null ? "not reached" : lengthOf(retention.medianDays)}`,
    ],
    [
      "major kept up",
      newest === null
        ? null
        : `${numberOf(newest.numerator)} of ${numberOf(newest.denominator)} on ${newest.major}${newest.major === currency.newestMajor ? ", the newest" : ` or newer; ${currency.newestMajor ?? "a newer one"} is out and in its days of grace`}`,
    ],
    [
      "opened by",
      pull === null
        ? null
        : `consumer ${pull.consumer}, provider ${pull.provider}, bot ${pull.bot}, born with it ${pull.template}, unclear ${pull.unclear}`,
    ],
    [
      "chosen or captive",
      `chosen ${choice.chosen}, captive ${choice.captive}, unknown ${choice.unknown}`,
    ],
    [
      "waves",
      some(
        adoption.waves.map(
          (wave) =>
            `${wave.kind}, ${dayOf(wave.from)} to ${dayOf(wave.to)}: ${wave.adopters} adopters`,
        ),
        3,
      ),
    ],
    [
      "quiet defections",
      some(
        adoption.defections.map(({ kind, text }) => `${kind}: ${text}`),
        5,
      ),
    ],
  );
}

/** 22 of 34 that could use it (65 %) */
export function rateOf(adoption: ReportAdoption): string | null {
  const { rate, rateNumerator, eligibleCount } = adoption;
  if (rate === null || rateNumerator === null || eligibleCount === null) return null;
  return `${numberOf(rateNumerator)} of ${numberOf(eligibleCount)} that could use it (${percentOf(rate)})`;
}
