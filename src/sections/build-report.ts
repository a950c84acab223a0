import type { Section } from "#contract/primitives.ts";
import { sinceFreshStart } from "#model/fresh-starts.ts";
import type { Problem } from "#evidence/problem.ts";
import type { BlindSpot } from "./blind-spots/blind-spot.ts";
import { Comparison, type Comparable } from "./changes/comparison.ts";
import type { ReportChange } from "./changes/schema.ts";
import type { Collected } from "./collected.ts";
import { EvidenceList, isoTime } from "./evidence-list.ts";
import type { Gathered } from "./gathered.ts";
import { sections, type SectionName } from "./index.ts";
import { checkAll, settle } from "./integrity/check.ts";
import { invariants } from "./integrity/invariants.ts";
import { withhold } from "./integrity/withhold.ts";
import { firstDay } from "./organisation/present.ts";
import { groupUnknowns } from "./unknown-groups.ts";
import { reportEnd } from "./report-end.ts";
import { schemaVersion, type Report } from "./report.ts";
import type { UnknownEntry } from "./unknown-entries.ts";

export interface ReportInput {
  readonly gathered: Gathered;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Null: nothing was reported before. */
  readonly previous: Report | null;
}

/** One section after the other, in the order of their list: concluded, put into words, compared with the report before. */
export function buildReport({ gathered, version, now, previous }: ReportInput): Report {
  const { repositories } = gathered;
  const asOf = reportEnd(gathered);
  const head = {
    schemaVersion,
    generatedAt: new Date(now).toISOString(),
    // The last second that counts: an exclusive midnight would read as the day after.
    asOf: isoTime(asOf - 1),
    tool: { name: "fulcrum", version },
    previous: previous === null ? null : { generatedAt: previous.generatedAt, asOf: previous.asOf },
  };
  const window = {
    from: firstDay(repositories.map((one) => sinceFreshStart(one, asOf))),
    to: isoTime(asOf - 1),
  };
  const writing = new Writing(gathered, previous, head);
  const described = writing.described;
  for (const section of sections) described[section.name] = writing.write(section, window);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own schema checks it before anybody gets it
  return { ...head, sections: described, ...writing.shown, evidenceOmittedCount: 0 } as Report;
}

/** What the definitions have in common; how their own parts fit together each of them knows best. */
interface AnySection {
  readonly name: SectionName;
  readonly noun: string;
  readonly schema: object;
  readonly needs: Readonly<Record<string, unknown>>;
  conclude(found: object): unknown;
  present(result: unknown, evidence: EvidenceList, found: object): object;
  n(written: object): number;
  coverage(concluded: object): number | null;
  unknown(written: object): readonly UnknownEntry[];
  problems(concluded: object): readonly Problem[];
  blindSpots(concluded: object, evidence: EvidenceList): readonly BlindSpot[];
  compare(before: object, after: object, comparison: Comparison): readonly ReportChange[];
}

class Writing {
  readonly shown: Record<string, unknown> = {};
  readonly described: Partial<Record<SectionName, Section>> = {};

  private readonly evidence = new EvidenceList();
  private readonly results = new Map<unknown, unknown>();
  private readonly problems: Problem[] = [];
  private readonly blindSpots: BlindSpot[] = [];
  private readonly written: AnySection[] = [];
  private readonly collected: Collected;
  private readonly gathered: Gathered;

  constructor(gathered: Gathered, previous: Report | null, head: object) {
    this.gathered = gathered;
    const compared = (): ReportChange[] => (previous === null ? [] : this.compare(previous, head));
    const told = (): readonly Problem[] => [...this.problems, ...this.settle(head)];
    this.collected = {
      get problems() {
        return told();
      },
      blindSpots: this.blindSpots,
      get changes() {
        return compared();
      },
    };
  }

  write(section: AnySection, window: Section["window"]): Section {
    const found = { ...this.gathered, collected: this.collected, ...this.resultsFor(section) };
    const result = section.conclude(found);
    this.results.set(section, result);
    const shown = section.present(result, this.evidence, found);
    Object.assign(this.shown, shown);
    const written = { result, found, shown };
    for (const each of section.problems(written)) this.problems.push(each);
    for (const each of section.blindSpots(written, this.evidence)) this.blindSpots.push(each);
    this.written.push(section);
    return {
      noun: section.noun,
      window,
      n: section.n(written),
      coverage: section.coverage(written),
      unknown: groupUnknowns(section.unknown(written), this.shown),
    };
  }

  /** When all that can contradict itself has been written: withholds what does, and says so. */
  private settle(head: object): readonly Problem[] {
    const { problems, unknown, pointers } = settle(
      checkAll(invariants, { ...head, ...this.shown }),
      this.shown,
    );
    for (const section of this.written) {
      const own = unknown.filter(({ pointer }) => (pointer.split("/")[1] ?? "") in section.schema);
      const described = this.described[section.name];
      if (described === undefined || own.length === 0) continue;
      const groups = [...described.unknown, ...groupUnknowns(own, this.shown)];
      this.described[section.name] = { ...described, unknown: groups };
    }
    withhold(this.shown, pointers);
    return problems;
  }

  private resultsFor({ name, needs }: AnySection): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(needs).map(([as, needed]) => {
        if (!this.results.has(needed))
          throw new Error(`${name} stands before ${as}, which it needs`);
        return [as, this.results.get(needed)];
      }),
    );
  }

  private compare(previous: Report, head: object): ReportChange[] {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sections that it reads stand before the changes
    const comparison = new Comparison(previous, {
      ...head,
      ...this.shown,
    } as unknown as Comparable);
    return this.written.flatMap((section) => [
      ...section.compare(previous, this.shown, comparison),
    ]);
  }
}
