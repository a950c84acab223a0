import type { OpenedSection, SectionContent } from "#sections/report-index.ts";
import { deliveryItem, deliveryKey } from "./delivery-evidence.ts";
import { usersOf } from "./look-ups.ts";
import type { EvidenceItem } from "./report-rows.ts";
import type { ReportSource } from "./report-source.ts";
import { itemsOf } from "./section-items.ts";

/** What the evidence drawer shows for the references in its address. */
export interface EvidenceAnswer {
  /** In words: what the evidence is for. */
  readonly subject: string;
  /** Facts that the figure rests on, whether the report carries them or not. */
  readonly count: number;
  /** Those that the report carries. */
  readonly carried: readonly EvidenceItem[];
  /** For `fulcrum explain`: the narrowest id that leads to all of it. */
  readonly explainId: string | null;
}

/** What resolving needs of a source. */
export type EvidenceReader = Pick<ReportSource, "names" | "section" | "evidence">;

/**
 * A reference is the id of anything in the report: `evidence:…`, `capability:…`, `component:…`, `consumption:…`,
 * `team:…`, also `adoption:` and `value:` before a capability's id, `job:` before a job's ecosystem and name, `section:` before
 * a section's name, `deployment:` before a row of deliveries and the position of a point in it: see `deploymentReference`.
 */
export async function resolveEvidence(
  reader: EvidenceReader,
  references: readonly string[],
): Promise<EvidenceAnswer> {
  const found = await Promise.all(references.map((reference) => factsOf(reader, reference)));
  const evidenceIds = [...new Set(found.flatMap(({ ids }) => ids))];
  const items = found.flatMap((one) => one.items);
  const [first] = references;
  const isAlone = references.length === 1 && first !== undefined;
  return {
    subject: isAlone ? await subjectOf(reader, first) : `${String(references.length)} records`,
    count: items.length + evidenceIds.length,
    carried: [...items, ...(await reader.evidence(evidenceIds))],
    explainId:
      isAlone && !/^(?:job|deployment):/.test(first)
        ? first.replace(/^(?:adoption|value):/, "").replace(/^section:/, "/")
        : null,
  };
}

interface Facts {
  readonly ids: readonly string[];
  /** Facts that the report holds in other places than its list of evidence: deployments. */
  readonly items: readonly EvidenceItem[];
}

async function factsOf(reader: EvidenceReader, reference: string): Promise<Facts> {
  if (!reference.startsWith("deployment:"))
    return { ids: await idsOf(reader, reference), items: [] };
  const { delivery } = await shown(reader, "delivery");
  const item = deliveryItem(delivery, reference);
  return { ids: [], items: item === null ? [] : [item] };
}

async function idsOf(reader: EvidenceReader, reference: string): Promise<readonly string[]> {
  const kind = kindOf(reference);
  const rest = reference.slice(kind.length + 1);
  switch (kind) {
    case "evidence":
      return [reference];
    case "adoption": {
      const own = itemsOf.adoption(await shown(reader, "adoption")).get(rest)?.evidenceIds ?? [];
      if (own.length > 0) return own;
      const { consumptions } = await shown(reader, "consumptions");
      return usersOf(consumptions, rest).flatMap((use) => use.evidenceIds);
    }
    case "capability":
      return (
        itemsOf.capabilities(await shown(reader, "capabilities")).get(reference)?.evidenceIds ?? []
      );
    case "component":
      return (
        itemsOf.components(await shown(reader, "components")).get(reference)?.evidenceIds ?? []
      );
    case "consumption":
      return (
        itemsOf.consumptions(await shown(reader, "consumptions")).get(reference)?.evidenceIds ?? []
      );
    case "team":
      return itemsOf.teams(await shown(reader, "teams")).get(reference)?.evidenceIds ?? [];
    case "job": {
      const job = itemsOf.jobs(await shown(reader, "jobs")).get(rest);
      return job?.solutions.flatMap((one) => one.evidenceIds) ?? [];
    }
    case "value":
      return itemsOf.value(await shown(reader, "value")).get(rest)?.evidenceIds ?? [];
    case "section":
      return evidenceOfSection(reader, rest);
    default:
      return [];
  }
}

async function subjectOf(reader: EvidenceReader, reference: string): Promise<string> {
  const kind = kindOf(reference);
  const rest = reference.slice(kind.length + 1);
  switch (kind) {
    case "adoption":
      return `the use of ${(await nameOf(reader, rest)) ?? rest}`;
    case "value":
      return `the effort in ${(await nameOf(reader, rest)) ?? rest}`;
    case "capability":
    case "component":
    case "team":
      return (await nameOf(reader, reference)) ?? "one fact";
    case "deployment":
      return deliveryKey(reference);
    case "job":
      return itemsOf.jobs(await shown(reader, "jobs")).get(rest)?.title ?? "";
    case "consumption":
      return (await wordsOfUse(reader, reference)) ?? "one fact";
    case "section":
      return rest;
    default:
      return "one fact";
  }
}

async function nameOf(reader: EvidenceReader, id: string): Promise<string | undefined> {
  switch (kindOf(id)) {
    case "capability":
      return itemsOf.capabilities(await shown(reader, "capabilities")).get(id)?.name;
    case "component":
      return itemsOf.components(await shown(reader, "components")).get(id)?.name;
    case "team":
      return itemsOf.teams(await shown(reader, "teams")).get(id)?.name;
    default:
      return undefined;
  }
}

/** The facts that the entries of a section rest on; none where it is no list, or none of that name. */
async function evidenceOfSection(reader: EvidenceReader, wanted: string): Promise<string[]> {
  const { sections } = await reader.names();
  if (!Object.hasOwn(sections, wanted) || wanted === "evidence") return [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of the names that the report gives
  const name = wanted as OpenedSection;
  const lists = Object.values<unknown>(await shown(reader, name)).filter(Array.isArray);
  return lists.flat().flatMap((entry: unknown) => {
    const ids: unknown =
      typeof entry === "object" && entry !== null && "evidenceIds" in entry
        ? entry.evidenceIds
        : [];
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
  });
}

/** "shop using dough-kit" */
async function wordsOfUse(reader: EvidenceReader, id: string): Promise<string | null> {
  const use = itemsOf.consumptions(await shown(reader, "consumptions")).get(id);
  if (use === undefined) return null;
  const consumer = (await nameOf(reader, use.consumerComponentId)) ?? use.consumerComponentId;
  return `${consumer} using ${(await nameOf(reader, use.capabilityId)) ?? use.capabilityId}`;
}

const kindOf = (reference: string): string => reference.slice(0, reference.indexOf(":"));

async function shown<Name extends OpenedSection>(
  reader: EvidenceReader,
  name: Name,
): Promise<SectionContent<Name>["shown"]> {
  return (await reader.section(name)).shown;
}
