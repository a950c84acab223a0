import type { EvidenceItem } from "#contract/primitives.ts";
import { dayOf } from "#kernel/phrases.ts";
import { factsOf } from "../explanation/explanation.ts";
import { entryOf, type Explains } from "../explanation/explaining.ts";

export const explainEvidence: Explains<{ readonly evidence: readonly EvidenceItem[] }> = {
  kinds: ["evidence"],
  subjects: ({ evidence }) => evidence.map(({ id }) => ({ kind: "evidence", id, name: id })),
  outline: ({ evidence }, subject, lookups) => {
    const item = entryOf(evidence, subject);
    const cites = ({ evidenceIds }: { readonly evidenceIds: readonly string[] }): boolean =>
      evidenceIds.includes(item.id);
    const { capabilities, components, nameOf } = lookups;
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
        ...lookups.uses.filter(cites).map((use) => ({
          id: use.id,
          text: `${nameOf(use.consumerComponentId)} uses ${nameOf(use.capabilityId)}`,
        })),
      ],
      evidenceIds: [item.id],
      places: [],
      note: null,
    };
  },
};
