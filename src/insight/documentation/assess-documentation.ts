import type { Unknown } from "#evidence/unknown.ts";
import type { ComponentDocuments } from "#model/component-documents.ts";
import type { Capability } from "#model/organisation.ts";
import { defaultDocumentationOptions, type DocumentationOptions } from "./options.ts";
import { judges } from "./parts.ts";
import type { DocumentationResult, PartScore } from "./result.ts";

/** How well is each capability documented where it is made? One result for each, in their order. */
export function assessDocumentation(
  capabilities: readonly Capability[],
  documents: ReadonlyMap<string, ComponentDocuments>,
  options: DocumentationOptions = defaultDocumentationOptions,
): DocumentationResult[] {
  return capabilities.map((capability) => {
    const own = documents.get(capability.providerComponentId ?? "");
    return own === undefined ? unread(capability) : judge(capability, own, options);
  });
}

function judge(
  capability: Capability,
  own: ComponentDocuments,
  options: DocumentationOptions,
): DocumentationResult {
  const parts = judges.map(([part, judgePart]): PartScore => ({
    part,
    weight: options.weights[part],
    ...judgePart(own, capability, options),
  }));
  const judged = parts.filter((one) => one.score !== null);
  const weight = judged.reduce((sum, one) => sum + one.weight, 0);
  const sum = judged.reduce((total, one) => total + one.weight * (one.score ?? 0), 0);
  return {
    capabilityId: capability.id,
    score: weight === 0 ? null : sum / weight,
    n: judged.length,
    parts,
    documentsCount: own.documents.length,
    linksCount: own.documents.reduce((total, one) => total + one.linksCount, 0),
    deadLinks: own.documents.flatMap(({ path, deadLinks }) =>
      deadLinks.map((link) => ({ path, ...link })),
    ),
    lastDocumentChangeAt: own.lastDocumentChange?.at ?? null,
    lastCodeChangeAt: own.lastCodeChange?.at ?? null,
    unknown: [
      ...parts.flatMap((one, index) => (one.score === null ? [notJudged(one, index)] : [])),
      ...changeUnknowns(own),
    ],
  };
}

function notJudged({ part, text }: PartScore, index: number): Unknown {
  const needs: Readonly<Partial<Record<PartScore["part"], string>>> = {
    changelog: "nothing, unless it begins to have releases",
    freshness: "code in the same component",
    links: "nothing: it is left out of the score",
  };
  return {
    field: `parts.${String(index)}.score`,
    code: "not-applicable",
    reason: text,
    needs: needs[part] ?? "a document that says it",
  };
}

function changeUnknowns(own: ComponentDocuments): Unknown[] {
  const missing = (field: string, what: string): Unknown => ({
    field,
    code: "no-change-seen",
    reason: `no change of ${what} is known`,
    needs: "a clone with its whole history",
  });
  return [
    ...(own.lastDocumentChange === null ? [missing("lastDocumentChangeAt", "its documents")] : []),
    ...(own.lastCodeChange === null ? [missing("lastCodeChangeAt", "its code")] : []),
  ];
}

function unread(capability: Capability): DocumentationResult {
  const why = {
    code: "provider-not-read",
    reason: "the repository that makes it is not among those read",
    needs: "a clone of its repository",
  };
  return {
    capabilityId: capability.id,
    score: null,
    n: 0,
    parts: [],
    documentsCount: 0,
    linksCount: 0,
    deadLinks: [],
    lastDocumentChangeAt: null,
    lastCodeChangeAt: null,
    unknown: ["score", "lastDocumentChangeAt", "lastCodeChangeAt"].map((field) => ({
      field,
      ...why,
    })),
  };
}
