import { append } from "#kernel/lists-by-key.ts";
import { counted, dayOf, percentOf, some } from "#kernel/phrases.ts";
import { packageName } from "#model/components.ts";
import type { Capability } from "#model/organisation.ts";
import type { SharedRisk } from "../shared-risk/result.ts";
import { componentNames, reachOf, type Ground } from "./ground.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";

const fewestComponents = 2;

/**
 * Runtimes without fixes and advisories that hit several; those of one language, or of one package, are one proposal. Runtimes that
 * lose their fixes within a year are another: there is a day by which it has to be done.
 */
export function secure(ground: Ground): Proposal[] {
  const families = new Map<string, SharedRisk[]>();
  for (const risk of ground.risks) {
    if (risk.kind === "outdated-major") continue;
    append(families, risk.kind === "runtime" ? runtimeOf(risk) : risk.subject, risk);
  }
  for (const risk of ground.ending) append(families, `${runtimeOf(risk)} ending`, risk);
  return [...families.values()].flatMap((risks) => moveOff(risks, ground));
}

function runtimeOf({ subject }: SharedRisk): string {
  return `runtime ${subject.split(" ")[0] ?? ""}`;
}

/** What is only installed into others runs on their runtime: its own pin is the oldest that it is developed for. */
function onlyLibraries({ organisation }: Ground): (componentId: string) => boolean {
  const kinds = new Map<string, Capability["kind"][]>();
  for (const { providerComponentId, kind } of organisation.capabilities)
    if (providerComponentId !== null) append(kinds, providerComponentId, kind);
  return (id) => {
    const offered = kinds.get(id) ?? [];
    return offered.length > 0 && offered.every((kind) => isInstalled.has(kind));
  };
}

const isInstalled: ReadonlySet<Capability["kind"]> = new Set([
  "library",
  "client-library",
  "ui-components",
  "plugin",
  "tool-configuration",
]);

function moveOff(risks: readonly SharedRisk[], ground: Ground): Proposal[] {
  const { costs } = ground;
  const [first] = risks;
  const isLibrary = first?.kind === "runtime" ? onlyLibraries(ground) : () => false;
  const ids = [...new Set(risks.flatMap((one) => one.componentIds))]
    .filter((id) => ground.components.get(id)?.isLive !== false && !isLibrary(id))
    .sort();
  const homes = new Set(ids.map((id) => ground.components.get(id)?.repositoryId)).size;
  if (first === undefined || homes < fewestComponents) return [];
  const isRuntime = first.kind === "runtime";
  const isEnding = isRuntime && (first.since ?? 0) > ground.until;
  // While it is still kept up, a shared thing may offer the next one beside it.
  const remedy = isEnding
    ? undefined
    : risks.map((one) => one.remedy).sort((a, b) => b.reach - a.reach)[0];
  const isOfAll = ids.length === new Set(risks.flatMap((one) => one.componentIds)).size;
  const what = isRuntime
    ? some([...new Set(risks.map(({ subject }) => subject))].sort(), 4)
    : packageName(first.subject);
  const where = componentNames(ids, ground, 3);
  const share =
    first.share === null || !isOfAll
      ? ""
      : `, ${percentOf(first.share)} of the owners that could be judged`;
  return [
    proposal({
      kind: "secure",
      title: isEnding
        ? `Move ${counted(ids.length, "component")} off ${what} before security fixes end on ${dayOf(((first.since ?? 0) - 1) * 1000)}`
        : isRuntime
          ? `Move ${counted(ids.length, "component")} off ${what}, which ${risks.length === 1 ? "gets" : "get"} no more security fixes`
          : `Raise ${what} above ${counted(risks.length, "known vulnerability", "known vulnerabilities")} in ${counted(ids.length, "component")}`,
      subjectIds: [
        ...new Set(isEnding ? [] : risks.flatMap((one) => one.remedy.capabilityId ?? [])),
        ...ids,
      ],
      affectedIds: ids,
      reach: reachOf(ids, ground),
      forWhom: `the teams of ${where}`,
      replaces: `${counted(ids.length, "upgrade")} that each team would find and do by itself`,
      firstStep:
        remedy !== undefined && remedy.capabilityId !== null
          ? remedy.text
          : `Move ${componentNames(ids.slice(0, 1), ground, 1)} first, and write down what it took for the others`,
      measure: {
        text: isEnding
          ? "live components on a runtime whose security fixes end within a year"
          : isRuntime
            ? "live components on a runtime without fixes"
            : "live components with a version that is hit",
        present: ids.length,
        unit: "components",
      },
      against: [
        ...(isEnding ? ["There is time: with the next work in each of them it costs least"] : []),
        isRuntime
          ? "A pin in a file is not always what runs: look at what is deployed before asking teams"
          : "An advisory for code that is never called is no danger: ask what of it is used",
      ],
      reasons: [
        ...risks.slice(0, 3).map(({ title }) => title),
        `${counted(ids.length, "live component")} in ${counted(homes, "repository", "repositories")}${share}: ${where}`,
      ],
      atStakePersonHours: product(exactly(ids.length), costs.major),
      effortPersonHours:
        remedy !== undefined && remedy.capabilityId !== null
          ? product(exactly(Math.max(1, ids.length - remedy.reach + 1)), costs.major)
          : product(exactly(ids.length), costs.major),
      confidence: confidenceOf(ids.length, costs.isMeasured),
      restsOn: [
        "components × seven tenths of a change (a fifth to 3): the move comes anyway; what an incident would cost is not counted",
        costs.words.change,
      ],
      evidence: risks.flatMap((one) => one.evidence.slice(0, 4)),
    }),
  ];
}
