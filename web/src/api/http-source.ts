import type { UnknownGroup } from "#contract/primitives.ts";
import type {
  OpenedSection,
  ReportHead,
  ReportIndex,
  SectionContent,
} from "#sections/report-index.ts";
import { askService } from "./ask-service.ts";
import type { EvidenceItem } from "./report-rows.ts";
import { ReportError, type ReportSource } from "./report-source.ts";
import { itemOf } from "./section-items.ts";

/** The only version that these screens know. */
const knownVersion: ReportIndex["schemaVersion"] = 2;

/** Facts of one request: their ids stand in its address. */
const factsPerRequest = 150;

interface Outline {
  readonly assessment: { readonly id: string };
  readonly head: ReportHead;
  readonly sections: ReportIndex["sections"];
  readonly counts: Readonly<Record<string, number>>;
}

interface WholeSection<Name extends OpenedSection> {
  readonly description: { readonly unknown: readonly UnknownGroup[] };
  readonly content: SectionContent<Name>["shown"];
}

/**
 * The current assessment of an organisation, from the service, part by part as screens ask. Which one is current is asked
 * once: whatever is put in meanwhile, all that a page shows is of one assessment. What the browser has already is not sent again.
 */
export function httpSource(slug: string): ReportSource {
  const base = `/organisations/${slug}`;
  let outline: Promise<Outline> | null = null;
  const opened = new Map<OpenedSection, Promise<unknown>>();
  const outlined = (): Promise<Outline> => {
    outline ??= askService<Outline>("the report", base).catch((error: unknown) => {
      outline = null;
      throw error;
    });
    return outline;
  };
  const ask = async <Body>(part: string, path: string): Promise<Body> => {
    const { assessment } = await outlined();
    const sign = path.includes("?") ? "&" : "?";
    return askService(part, `${base}${path}${sign}assessment=${assessment.id}`);
  };
  const openSection = async <Name extends OpenedSection>(
    name: Name,
  ): Promise<SectionContent<Name>> => {
    const part = `the section ${name}`;
    const { description, content } = await ask<WholeSection<Name>>(part, `/sections/${name}`);
    return { shown: content, unknown: description.unknown };
  };
  const source: ReportSource = {
    names: async () => {
      const { head, sections, counts } = await outlined();
      if (head.schemaVersion !== knownVersion)
        throw new ReportError("the report", "It was written for another version of these screens.");
      return { ...head, sections, evidence: { count: counts["evidence"] ?? 0, firstIds: [] } };
    },
    section: async (name) => {
      const content = opened.get(name) ?? openSection(name);
      opened.set(name, content);
      content.catch(() => opened.delete(name));
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kept under the name that it was asked by
      return (await content) as SectionContent<typeof name>;
    },
    item: async (name, key) => itemOf(name, (await source.section(name)).shown, key),
    evidence: async (ids) => {
      const parts: Promise<{ evidence: readonly EvidenceItem[] }>[] = [];
      for (let first = 0; first < ids.length; first += factsPerRequest) {
        const asked = ids.slice(first, first + factsPerRequest);
        const query = asked.map((id) => `ids=${encodeURIComponent(id)}`).join("&");
        parts.push(ask("evidence", `/evidence?${query}`));
      }
      const found = await Promise.all(parts);
      const facts = new Map(found.flatMap(({ evidence }) => evidence).map((one) => [one.id, one]));
      return ids.flatMap((id) => facts.get(id) ?? []);
    },
  };
  return source;
}
