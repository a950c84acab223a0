import { append } from "#kernel/lists-by-key.ts";
import { counted, dayOf, percentOf, some } from "#kernel/phrases.ts";
import { packageName } from "#model/components.ts";
import type { Capability } from "#model/organisation.ts";
import type { SharedRisk } from "../shared-risk/result.ts";
import { componentNames, reachOf, type Ground } from "./ground.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";

const fewestComponents = 2;
const year = 365 * 86_400;

/** Of a runtime: what runs on it, what is only built with it; of an advisory: what has it. */
interface Family {
  readonly use: "running" | "building" | "locked";
  readonly risks: SharedRisk[];
}

/**
 * Runtimes without fixes on which something runs are one proposal; with what something is only built is another, and advisories one
 * for each package. Runtimes of one language that lose their fixes within a year are one more: there is a day by which it has to be done.
 */
export function secure(ground: Ground): Proposal[] {
  const families = new Map<string, Family>();
  const add = (key: string, use: Family["use"], risk: SharedRisk): void => {
    const family = families.get(key) ?? { use, risks: [] };
    families.set(key, family);
    family.risks.push(risk);
  };
  for (const risk of ground.risks) {
    if (risk.kind === "advisory") add(risk.subject, "locked", risk);
    if (risk.kind !== "runtime") continue;
    add("running", "running", risk);
    add("building", "building", risk);
  }
  for (const risk of ground.ending) add(`${runtimeOf(risk)} ending`, "running", risk);
  return [...families.values()].flatMap((family) => moveOff(family, ground));
}

function runtimeOf({ subject }: SharedRisk): string {
  return `runtime ${subject.split(" ")[0] ?? ""}`;
}

/** Components of a risk that the family is about. */
function idsOf(risk: SharedRisk, use: Family["use"]): readonly string[] {
  const building = new Set(risk.buildingIds);
  if (use === "locked") return risk.componentIds;
  return risk.componentIds.filter((id) => building.has(id) === (use === "building"));
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

function moveOff({ use, risks: all }: Family, ground: Ground): Proposal[] {
  const { costs } = ground;
  const isLibrary = use === "locked" ? () => false : onlyLibraries(ground);
  const isMeant = (id: string): boolean =>
    ground.components.get(id)?.isLive !== false && !isLibrary(id);
  const risks = all.filter((one) => idsOf(one, use).some(isMeant));
  const ids = [...new Set(risks.flatMap((one) => idsOf(one, use)))].filter(isMeant).sort();
  const isHome = new Set<string | null | undefined>(
    ids.map((id) => ground.components.get(id)?.repositoryId),
  );
  const homes = isHome.size;
  const [first] = risks;
  if (first === undefined || homes < fewestComponents) return [];
  const isRuntime = use !== "locked";
  const isEnding = isRuntime && (first.since ?? 0) > ground.until;
  const isRunning = new Set(ids);
  const functions = [...new Set(risks.flatMap(({ functionIds = [] }) => functionIds))].filter(
    (id) => isRunning.has(id),
  );
  // While it is still kept up, a shared thing may offer the next one beside it.
  const remedy = isEnding
    ? undefined
    : risks.map((one) => one.remedy).sort((a, b) => b.reach - a.reach)[0];
  const what = isRuntime
    ? some([...new Set(risks.map(({ subject }) => subject))].sort(), 4)
    : packageName(first.subject);
  const where = componentNames(ids, ground, 3);
  const hours = use === "building" ? costs.version : costs.major;
  const count = counted(ids.length, "component");
  const gets = risks.length === 1 ? "gets" : "get";
  const ends = Math.min(...risks.map(({ since }) => since ?? Infinity));
  // Of the coming year the part in which it gets no fixes.
  const without = isEnding ? Math.max(0, 1 - (ends - ground.until) / year) : 1;
  const lastDay = dayOf((ends - 1) * 1000);
  // The clones end before the day that is asked for: what ended between is past for who reads it.
  const isPast = isEnding && ends <= ground.asked;
  const seen = dayOf((ground.until - 1) * 1000);
  return [
    proposal({
      kind: "secure",
      title: isEnding
        ? isPast
          ? `Move ${count} off ${what}: security fixes ended on ${lastDay}`
          : `Move ${count} off ${what} before security fixes end on ${lastDay}`
        : use === "running"
          ? `Move ${count} off ${what}, which ${gets} no more security fixes`
          : use === "building"
            ? `Build ${count} with a newer runtime than ${what}, which ${gets} no more security fixes`
            : `Raise ${what} above ${counted(risks.length, "known vulnerability", "known vulnerabilities")} in ${count}`,
      subjectIds: [
        ...new Set(isEnding ? [] : risks.flatMap((one) => one.remedy.capabilityId ?? [])),
        ...ids,
      ],
      affectedIds: ids,
      reach: reachOf(ids, ground),
      forWhom: `those who keep ${where}`,
      replaces: `${counted(ids.length, "upgrade")}, each begun on its own day`,
      firstStep:
        remedy !== undefined && remedy.capabilityId !== null
          ? remedy.text
          : `Move ${componentNames(firstOf(functions, ids), ground, 1)} first, and write down what it took for the others`,
      measure: {
        text: isEnding
          ? isPast
            ? `live components on it on ${seen}, where the data ends`
            : "live components on a runtime whose security fixes end within a year"
          : use === "running"
            ? "live components on a runtime without fixes"
            : use === "building"
              ? "live components built with a runtime without fixes"
              : "live components with a version that is hit",
        present: ids.length,
        unit: "components",
      },
      against: [
        ...(isPast
          ? [`What was read ends on ${seen}: some may have moved since`]
          : isEnding
            ? ["There is time: with the next work in each of them it costs least"]
            : []),
        ...againstOf(use, functions.length === ids.length),
      ],
      reasons: [
        ...risks.slice(0, 4).map(({ title }) => title),
        ...(functions.length === 0
          ? []
          : [
              `functions of ${componentNames(functions, ground, 4)} run on ${risks.length === 1 ? "it" : "one of them"}: some time after, the cloud stops to create such functions, and then to change them`,
            ]),
        `${counted(ids.length, "live component")} in ${counted(homes, "repository", "repositories")}: ${where}`,
      ],
      atStakePersonHours: product(exactly(ids.length * without), hours),
      effortPersonHours:
        remedy !== undefined && remedy.capabilityId !== null
          ? product(exactly(Math.max(1, ids.length - remedy.reach + 1)), hours)
          : product(exactly(ids.length), hours),
      confidence: confidenceOf(ids.length, costs.isMeasured),
      restsOn: [
        ...(isEnding
          ? [`of the coming year ${percentOf(without)} are left when its security fixes end`]
          : []),
        use === "building"
          ? "components × a tenth of a change (3 to 30 %): what is only built with it does not run on it"
          : "components × seven tenths of a change (a fifth to 3): the move comes anyway; what an incident would cost is not counted",
        costs.words.change,
      ],
      // Of those that are to move, before others that the risk is of.
      evidence: risks.flatMap((one) =>
        one.evidence
          .toSorted(
            (a, b) => Number(isHome.has(b.repositoryId)) - Number(isHome.has(a.repositoryId)),
          )
          .slice(0, 4),
      ),
    }),
  ];
}

/** What a function runs on is said where it is deployed from: there is nothing to look up first. */
function firstOf(functions: readonly string[], ids: readonly string[]): readonly string[] {
  return (functions.length > 0 ? functions : ids).slice(0, 1);
}

function againstOf(use: Family["use"], areFunctions: boolean): string[] {
  if (use === "locked")
    return ["An advisory for code that is never called is no danger: ask what of it is used"];
  if (use === "building") return ["It serves people and pipelines at work: nobody runs it"];
  return areFunctions
    ? [
        "What the code of the infrastructure says may not have been applied: look at what is deployed",
      ]
    : ["A pin in a file is not always what runs: look at what is deployed before asking teams"];
}
