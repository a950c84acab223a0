import { slugOf } from "#kernel/ids.ts";
import { audienceOf } from "#model/audience.ts";
import type { Classification } from "#insight/classification/result.ts";
import type { Component } from "#model/organisation.ts";
import { toldTime } from "#evidence/single-persons.ts";
import { type EvidenceList, isoTime, isoTimeOrNull } from "../evidence-list.ts";
import type { ReportComponent } from "./schema.ts";

export function mapComponent(
  component: Component,
  classification: Classification | undefined,
  isOfOne: boolean,
  evidence: EvidenceList,
): ReportComponent {
  const reasons = (list: Classification["reasonsFor"] | undefined) =>
    (list ?? []).map((one) => ({
      text: one.text,
      weight: one.weight,
      // What it lacks is seen where it lies.
      evidenceIds: evidence.add(
        one.evidence.length > 0 ? one.evidence.slice(0, 5) : component.evidence.slice(0, 1),
      ),
    }));
  const correction = classification?.correction ?? component.correction;
  return {
    id: component.id,
    slug: slugOf(component.id, component.name),
    name: component.name,
    repositoryId: component.repositoryId,
    path: component.path,
    description: component.description,
    languages: [...component.languages],
    ownerIds: [...component.ownerIds],
    ownerSource: component.ownerSource,
    lifecycle: component.lifecycle,
    live: component.isLive,
    born: isoTimeOrNull(component.born?.at),
    lastHumanCommit: isoTimeOrNull(toldTime(component.lastHuman?.at, isOfOne)),
    class: classification?.class ?? "unknown",
    classSource: classification?.correction == null ? "computed" : "correction",
    probabilities: classification?.probabilities ?? { product: 0, platform: 0, supporting: 0 },
    reasonsFor: reasons(classification?.reasonsFor),
    reasonsAgainst: reasons(classification?.reasonsAgainst),
    audience: audienceOf(component),
    customers: [...(classification?.customers ?? [])],
    scopeBoundedness: classification?.scopeBoundedness ?? null,
    declaredClass: classification?.declaredClass ?? null,
    contradictions: [...(classification?.contradictions ?? [])],
    correction:
      correction == null
        ? null
        : {
            overrode: correction.overrode,
            since: isoTime(Date.parse(correction.since) / 1000),
            reason: correction.reason,
          },
    evidenceIds: evidence.add(component.evidence),
  };
}
