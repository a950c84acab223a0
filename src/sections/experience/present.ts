import type { ReportExperience } from "./schema.ts";
import type { ExperienceResult } from "#insight/experience/result.ts";
import { isoTime, isoTimeOrNull, type EvidenceList } from "../evidence-list.ts";
import { unknownEntries, type UnknownEntry } from "../unknown-entries.ts";

export function mapExperience(result: ExperienceResult, evidence: EvidenceList): ReportExperience {
  return {
    surveys: result.surveys.map((one) => ({
      ...one,
      from: isoTimeOrNull(one.from),
      to: isoTimeOrNull(one.to),
    })),
    items: result.items.map((one) => ({ ...one, byTeam: one.byTeam.map((team) => ({ ...team })) })),
    nps: result.nps,
    csat: result.csat,
    ces: result.ces,
    isMostlyCaptive: result.isMostlyCaptive,
    choicesKnownCount: result.choicesKnownCount,
    choicesCount: result.choicesCount,
    requests: result.requests.map(({ openAgeP50, answerP50, ...one }) => ({
      ...one,
      openAgeSeconds: openAgeP50,
      answerSeconds: answerP50,
    })),
    requestsCount: result.requestsCount,
    timeToFirstUseDays: result.timeToFirstUseDays,
    bornWithCount: result.bornWithCount,
    friction: result.friction.map((one) => ({ ...one, openedAt: isoTime(one.openedAt) })),
    evidenceIds: evidence.add(result.evidence),
  };
}

/** An entry for each null of the section. */
export function experienceUnknowns(result: ExperienceResult): UnknownEntry[] {
  const entry = (pointer: string, code: string, reason: string, needs: string): UnknownEntry => ({
    pointer: `/experience/${pointer}`,
    code,
    reason,
    needs,
  });
  return [
    ...unknownEntries("/experience", result.unknown),
    ...result.surveys.flatMap((one, index) => {
      const at = `surveys/${String(index)}`;
      const undated = ["no answer has a date", "a column named at"] as const;
      const uninvited = [
        "how many were asked is not said",
        "surveys.invited in fulcrum.yaml",
      ] as const;
      return [
        ...(one.from === null
          ? ["from", "to"].map((field) => entry(`${at}/${field}`, "undated", ...undated))
          : []),
        ...(one.invitedCount === null
          ? ["invitedCount", "responseRate"].map((field) =>
              entry(`${at}/${field}`, "not-configured", ...uninvited),
            )
          : []),
      ];
    }),
    ...result.items.flatMap((one, index) =>
      one.favourable !== null
        ? []
        : ["favourable", "unfavourable", "mean"].map((field) =>
            entry(
              `items/${String(index)}/${field}`,
              "suppressed",
              "too few people answered it, or all of them alike",
              "nothing: what single people answered is never shown",
            ),
          ),
    ),
    ...result.requests.flatMap((one, index) => [
      ...(one.openAgeP50 === null
        ? [
            entry(
              `requests/${String(index)}/openAgeSeconds`,
              "none-open",
              "none of them is open",
              "nothing: there is none",
            ),
          ]
        : []),
      ...(one.answerP50 === null
        ? [
            entry(
              `requests/${String(index)}/answerSeconds`,
              "none-answered",
              "none of them was answered, as far as is recorded",
              "the times of answers",
            ),
          ]
        : []),
    ]),
  ];
}
