import type { EvidenceItem } from "#contract/primitives.ts";
import type { Report } from "../report.ts";
import { counted, dayOf, numberOf, percentOf, some } from "#kernel/phrases.ts";
import { factsOf, type Outline } from "./explanation.ts";
import { measuresOfTeam } from "./outline-measures.ts";
import type { ReportIndex } from "./report-index.ts";
import type { ReportConsumption } from "../consumptions/schema.ts";
import { placeOf } from "#kernel/reference.ts";

export function outlineConsumption(index: ReportIndex, use: ReportConsumption): Outline {
  const consumer = index.nameOf(use.consumerComponentId);
  const capability = index.nameOf(use.capabilityId);
  return {
    id: use.id,
    kind: "consumption",
    title: `${consumer} uses ${capability}`,
    facts: factsOf(
      ["kind", use.via === "declared" ? "declared in a manifest" : "seen as use of a service"],
      ["scope", use.scope],
      [
        "since",
        use.fromCensored ? `before ${dayOf(use.from)}, the start was not seen` : dayOf(use.from),
      ],
      ["until", use.to === null ? "in use" : dayOf(use.to)],
      ["ended because", use.endReason],
      ["goes on in", use.continuesIn === null ? null : index.nameOf(use.continuesIn)],
      ["constraint", use.constraint],
      [
        "versions",
        some(use.versions.map((one) => `${one.version} from ${dayOf(one.from)}`).reverse(), 8),
      ],
      ["confidence", use.confidence],
    ),
    reasons: [],
    related: [
      { id: use.consumerComponentId, text: consumer },
      { id: use.capabilityId, text: capability },
    ],
    evidenceIds: use.evidenceIds,
    places: [placeOf("consumptions", use.id)],
    note: null,
  };
}

export function outlineTeam(index: ReportIndex, team: Report["teams"][number]): Outline {
  const offers = index.report.capabilities.filter((one) => one.ownerIds.includes(team.id));
  const measured = measuresOfTeam(index.report, team.id);
  return {
    id: team.id,
    kind: "team",
    title: `${team.name}, ${team.kind === "team" ? "team" : "owned by individuals"}`,
    facts: [
      ...factsOf(
        ["known from", team.source],
        ["components", counted(team.componentIds.length, "component")],
        [
          "offers",
          some(
            offers.map(({ name }) => name),
            8,
          ),
        ],
      ),
      ...measured.facts,
    ],
    reasons: [],
    related: [
      ...team.componentIds.map((id) => ({ id, text: index.nameOf(id) })),
      ...offers.map(({ id, name }) => ({ id, text: `offers ${name}` })),
    ],
    evidenceIds: [...team.evidenceIds, ...measured.evidenceIds],
    places: [...measured.places, placeOf("teams", team.id)],
    note: null,
  };
}

export function outlineRepository(
  index: ReportIndex,
  repository: Report["repositories"][number],
): Outline {
  const components = index.report.components.filter((one) => one.repositoryId === repository.id);
  return {
    id: repository.id,
    kind: "repository",
    title: repository.name,
    facts: factsOf(
      ["default branch", repository.defaultBranch],
      ["head", repository.head],
      ["commits", numberOf(repository.commitCount)],
      ["last commit", repository.lastCommit === null ? null : dayOf(repository.lastCommit)],
      ["by bots", repository.botShare === null ? null : percentOf(repository.botShare)],
      ["shallow", repository.shallow ? "yes: history begins where the clone does" : null],
      ["not readable", some(repository.unreadable, 10)],
    ),
    reasons: index.report.problems
      .filter(
        ({ where }) =>
          where === repository.name ||
          where.startsWith(`${repository.name} `) ||
          where === repository.id,
      )
      .map(({ where, text, needs }) => `${where}: ${text} ${needs}`),
    related: components.map(({ id, name }) => ({ id, text: name })),
    evidenceIds: components.flatMap((one) => one.evidenceIds),
    places: [placeOf("repositories", repository.id)],
    note: null,
  };
}

export function outlineEvidence(index: ReportIndex, item: EvidenceItem): Outline {
  const cites = ({ evidenceIds }: { readonly evidenceIds: readonly string[] }): boolean =>
    evidenceIds.includes(item.id);
  const { capabilities, components, consumptions } = index.report;
  return {
    id: item.id,
    kind: "evidence",
    title: item.text,
    facts: factsOf(
      ["seen by", item.source],
      ["how", `${item.how}, ${item.confidence}`],
      ["on", item.at === null ? null : dayOf(item.at)],
    ),
    reasons: [],
    related: [
      ...components.filter(cites).map(({ id, name }) => ({ id, text: name })),
      ...capabilities.filter(cites).map(({ id, name }) => ({ id, text: name })),
      ...consumptions.filter(cites).map((use) => ({
        id: use.id,
        text: `${index.nameOf(use.consumerComponentId)} uses ${index.nameOf(use.capabilityId)}`,
      })),
    ],
    evidenceIds: [item.id],
    places: [],
    note: null,
  };
}
