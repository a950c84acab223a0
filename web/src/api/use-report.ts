import {
  queryOptions,
  useSuspenseQueries,
  useSuspenseQuery,
  type QueryClient,
} from "@tanstack/react-query";
import { createContext, use } from "react";
import type { UnknownGroup } from "#contract/primitives.ts";
import type { SectionName } from "#sections/index.ts";
import type {
  KeysOfSection,
  OpenedSection,
  ReportIndex,
  SectionContent,
} from "#sections/report-index.ts";
import type { Report } from "#sections/report.ts";
import { resolveEvidence, type EvidenceAnswer, type EvidenceReader } from "./evidence-reference.ts";
import { unknownAt } from "./places.ts";
import type { ReportSource } from "./report-source.ts";
import type { ItemOf, SectionWithItems } from "./section-items.ts";

export const SourceContext = createContext<ReportSource | null>(null);

function useSource(): ReportSource {
  const source = use(SourceContext);
  if (source === null) throw new Error("A screen was drawn without a source of its report");
  return source;
}

const indexQuery = (source: ReportSource) =>
  queryOptions({ queryKey: ["names"], queryFn: () => source.names() });

const sectionQuery = <Name extends OpenedSection>(source: ReportSource, name: Name) =>
  queryOptions({
    queryKey: ["section", name] as const,
    queryFn: (): Promise<SectionContent<Name>> => source.section(name),
  });

/** What every screen asks for, asked for at once, before the first of them is drawn. */
export function openFirst(source: ReportSource, client: QueryClient): void {
  void client.prefetchQuery(indexQuery(source));
  for (const name of ["organisation", "teams", "components", "capabilities"] as const)
    void client.prefetchQuery(sectionQuery(source, name));
}

/** What the report holds: when it was written, for which day, and each section's window, n and coverage. */
export function useReportIndex(): ReportIndex {
  const source = useSource();
  return useSuspenseQuery(indexQuery(source)).data;
}

/** What a section says, by its keys in the report. A screen that needs several asks for them together: `useSections`. */
export function useSection<Name extends OpenedSection>(name: Name): SectionContent<Name>["shown"] {
  return useSuspenseQuery(sectionQuery(useSource(), name)).data.shown;
}

/** Several sections, asked for at once: `const { teams, adoption } = useSections("teams", "adoption")`. */
export function useSections<Name extends OpenedSection>(
  ...names: readonly Name[]
): Pick<Report, KeysOfSection<Name>> {
  const source = useSource();
  const found = useSuspenseQueries({ queries: names.map((name) => sectionQuery(source, name)) });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the sections that were asked for
  return Object.assign({}, ...found.map(({ data }) => data.shown)) as Pick<
    Report,
    KeysOfSection<Name>
  >;
}

/** One row of a section by the key in its address; null: there is none. */
export function useItem<Name extends SectionWithItems>(
  name: Name,
  key: string,
): ItemOf<Name> | null {
  const source = useSource();
  return useSuspenseQuery({
    queryKey: ["item", name, key],
    queryFn: () => source.item(name, key),
  }).data;
}

/** Every group of figures of a section that is unknown. */
export function useUnknownsOf(name: SectionName): readonly UnknownGroup[] {
  const opened: OpenedSection = name === "evidence" ? "organisation" : name;
  return useSuspenseQuery(sectionQuery(useSource(), opened)).data.unknown;
}

/** Why the value at this place of the report (`placeOf`) is unknown. */
export function useUnknown(place: string): UnknownGroup | null {
  const { sections } = useReportIndex();
  const [, key = ""] = place.split("/", 2);
  const name = sectionWith(sections, key);
  return unknownAt(useSuspenseQuery(sectionQuery(useSource(), name)).data.unknown, place);
}

/** Everything that the drawer shows for the references in its address. */
export function useEvidence(references: readonly string[]): EvidenceAnswer {
  const source = useSource();
  return useSuspenseQuery({
    queryKey: ["evidence", references],
    queryFn: ({ client }) => resolveEvidence(readerOf(source, client), references),
  }).data;
}

/** Sections that a screen has opened are not opened again. */
function readerOf(source: ReportSource, client: QueryClient): EvidenceReader {
  return {
    names: () => client.ensureQueryData(indexQuery(source)),
    section: (name) => client.ensureQueryData(sectionQuery(source, name)),
    evidence: (ids) => source.evidence(ids),
  };
}

function sectionWith(sections: ReportIndex["sections"], key: string): OpenedSection {
  for (const [name, { keys }] of Object.entries(sections)) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key of the record of sections
    if (keys.includes(key) && name !== "evidence") return name as OpenedSection;
  }
  throw new Error(`No section of the report has the key ${key}`);
}
