import { leftWords, retirementWords } from "../adoption/left-words.ts";
import { countedKeepers } from "#model/keepers.ts";
import type { ReportAdoption } from "../adoption/schema.ts";
import { counted, dayOf, lengthOf, numberOf, percentOf, some } from "#kernel/phrases.ts";
import { factsOf, personNote, type Facts, type Outline } from "./explanation.ts";
import { measuresOfCapability } from "./outline-measures.ts";
import type { ReportIndex } from "./report-index.ts";
import type { ReportCapability } from "../capabilities/schema.ts";
import type { ReportConsumption } from "../consumptions/schema.ts";
import { placeOf } from "#kernel/reference.ts";

export function outlineCapability(index: ReportIndex, capability: ReportCapability): Outline {
  const adoption = index.adoptionOf.get(capability.id);
  const uses = index.usesOf(capability.id);
  const measured = measuresOfCapability(index.report, capability.id);
  return {
    id: capability.id,
    kind: "capability",
    title: `${capability.name}, ${capability.kind}`,
    facts: [
      ...factsOf(
        ["what it is", capability.description],
        [
          "provided by",
          capability.providerComponentId === null
            ? "a repository that was not read"
            : index.nameOf(capability.providerComponentId),
        ],
        ["owner", some(capability.ownerIds.map(index.nameOf), 5)],
        ["packages", some(capability.packages, 5)],
        ["earlier names", some(capability.formerNames, 5)],
        ["releases", releasesOf(capability)],
        ["lifecycle", capability.lifecycle],
      ),
      ...(adoption === undefined ? [] : adoptionFacts(adoption)),
      ...measured.facts,
    ],
    reasons: [],
    related: uses.map((use) => ({
      id: use.id,
      text: `${index.nameOf(use.consumerComponentId)}: ${spanOf(use)}`,
    })),
    evidenceIds: [
      ...capability.evidenceIds,
      ...(adoption?.evidenceIds ?? []),
      ...uses.flatMap((use) => use.evidenceIds),
      ...measured.evidenceIds,
    ],
    places: [
      ...measured.places,
      placeOf("capabilities", capability.id),
      ...(adoption === undefined ? [] : [placeOf("adoption", capability.id)]),
    ],
    note: adoption === undefined || adoption.pull === null ? null : `Opened by: ${personNote}`,
  };
}

/** since 3 Mar 2023 (1.2.0, runtime, observed); 3 Mar 2023 to 4 May 2024, gone to nothing */
export function spanOf(use: ReportConsumption): string {
  const start = use.fromCensored ? `since before ${dayOf(use.from)}` : `since ${dayOf(use.from)}`;
  const span = use.to === null ? start : `${start}, until ${dayOf(use.to)}`;
  const version = use.versions.findLast((one) => one.to === null)?.version ?? null;
  const marks = [version, use.via === "service" ? "service" : use.scope, use.confidence];
  return `${span} (${marks.filter((mark) => mark !== null).join(", ")})`;
}

function releasesOf(capability: ReportCapability): string | null {
  if (capability.versionsCount === null) return null;
  const first =
    capability.firstRelease === null ? "" : `, the first on ${dayOf(capability.firstRelease)}`;
  const latest =
    capability.latestVersion === null ? "" : `, the newest ${capability.latestVersion}`;
  return `${counted(capability.versionsCount, "version")}${first}${latest}`;
}

function adoptionFacts(adoption: ReportAdoption): Facts {
  const { currency, retention, pull, choice } = adoption;
  const newest = currency.onNewestMajor;
  return factsOf(
    [
      "in use by",
      `${counted(adoption.adoptersNow, "component")} of ${countedKeepers(adoption.keepersNow)}; ever ${numberOf(adoption.adoptersEver)}`,
    ],
    ["adoption rate", rateOf(adoption)],
    ["no longer in use by", adoption.left.count === 0 ? null : leftWords(adoption)],
    ["retirement", retirementWords(adoption)],
    [
      "do they stay",
      retention === null
        ? null
        : `${numberOf(retention.events)} of ${counted(retention.n, "component")} of known age left; median ${retention.medianDays === null ? "not reached" : lengthOf(retention.medianDays)}`,
    ],
    [
      "newest major",
      newest === null
        ? null
        : `${numberOf(newest.numerator)} of ${numberOf(newest.denominator)} on ${currency.newestMajor ?? "it"}`,
    ],
    [
      "opened by",
      pull === null
        ? null
        : `consumer ${pull.consumer}, provider ${pull.provider}, bot ${pull.bot}, template ${pull.template}, unclear ${pull.unclear}`,
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
