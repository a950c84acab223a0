import type { Problem } from "#evidence/problem.ts";
import type { KnownOutsiders } from "#insight/partners/known-outsiders.ts";
import type { OutsideOffer } from "#insight/partners/offered-outside.ts";
import { digest } from "#kernel/ids.ts";
import { counted } from "#kernel/phrases.ts";
import { type EvidenceList, isoTimeOrNull } from "../evidence-list.ts";
import type { UnknownEntry } from "../unknown-entries.ts";
import type { ReportPartners } from "./schema.ts";

export interface Partners extends KnownOutsiders {
  readonly offers: readonly OutsideOffer[];
}

export function mapPartners(
  { offers, outsiders }: Partners,
  evidence: EvidenceList,
): ReportPartners {
  return {
    offers: offers.map(({ evidence: refs, ...one }) => ({
      componentId: one.componentId,
      capabilityIds: [...one.capabilityIds],
      kinds: [...one.kinds],
      signs: one.signs.map((sign) => ({ ...sign })),
      evidenceIds: evidence.add(refs),
    })),
    outsiders:
      outsiders?.map(({ name, kind, uses, evidence: refs }) => ({
        id: `partner:${digest(name)}`,
        name,
        kind,
        uses: uses.map(({ subjectId, calls, lastAt, sources }) => ({
          subjectId,
          callsCount: calls,
          lastAt: isoTimeOrNull(lastAt),
          sources: [...sources],
        })),
        evidenceIds: evidence.add(refs),
      })) ?? null,
  };
}

export function partnerUnknowns({ outsiders }: ReportPartners): UnknownEntry[] {
  if (outsiders === null)
    return [
      {
        pointer: "/partners/outsiders",
        code: "not-fed",
        reason: "no repository says who outside uses something",
        needs:
          "what the API gateway counted, or a list that somebody keeps: partners in fulcrum.yaml",
      },
    ];
  return outsiders.flatMap(({ uses }, outsider) =>
    uses.flatMap(({ callsCount, lastAt }, use) => {
      const at = `/partners/outsiders/${String(outsider)}/uses/${String(use)}`;
      const entry = (field: string, reason: string, needs: string): UnknownEntry => ({
        pointer: `${at}/${field}`,
        code: "not-said",
        reason,
        needs,
      });
      return [
        ...(callsCount === null
          ? [entry("callsCount", "no calls of it were counted", "a column named calls")]
          : []),
        ...(lastAt === null
          ? [entry("lastAt", "it is not said when it was last used", "a column named at")]
          : []),
      ];
    }),
  );
}

/** What is used and not known, and rows of own components, which are nobody outside. */
export function partnerProblems({ unmatched, ownCount }: Partners): Problem[] {
  return [
    ...unmatched.map(({ about, file, line }): Problem => ({
      source: "partners",
      code: "unknown-component",
      where: `${file}:${String(line)}`,
      text: `no component or capability is called "${about}"`,
      needs: "Write its name or id as the report has it, or clone its repository into the folder.",
    })),
    ...(ownCount === 0
      ? []
      : [
          {
            source: "partners",
            code: "unusual-record",
            where: "partners",
            text: `${counted(ownCount, "record")} of own components or teams: they are nobody outside and do not count`,
            needs: "Nothing: the others count.",
          } satisfies Problem,
        ]),
  ];
}
