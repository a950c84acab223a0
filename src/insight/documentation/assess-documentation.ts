import type { Unknown } from "#evidence/unknown.ts";
import type { ComponentDocuments } from "#model/component-documents.ts";
import type { IsAbout } from "#model/documents-about.ts";
import type { Capability } from "#model/organisation.ts";
import { defaultDocumentationOptions, type DocumentationOptions } from "./options.ts";
import { judges } from "./parts.ts";
import type { DocumentationResult, PartScore } from "./result.ts";

/**
 * How well is each capability documented where it is made? One result for each, in their order. Of a part that no document is
 * about nothing is told: what it needs may stand on a page about the whole.
 */
export function assessDocumentation(
  capabilities: readonly Capability[],
  documents: ReadonlyMap<string, ComponentDocuments>,
  isAbout: IsAbout,
  options: DocumentationOptions = defaultDocumentationOptions,
): DocumentationResult[] {
  const withWhole = new Set(
    [...documents.values()].flatMap(({ repositoryId, documents: all }) =>
      all.some(({ path }) => ofRoot.test(path)) ? [repositoryId] : [],
    ),
  );
  return capabilities.map((capability) => {
    const all = documents.get(capability.providerComponentId ?? "");
    if (all === undefined) return unknownOf(capability, unread, null);
    // It has none of its own, and its repository has some.
    if (all.documents.length === 0 && withWhole.has(all.repositoryId))
      return unknownOf(capability, ofTheWhole, 0);
    const about = all.documents.filter((one) => isAbout(one, capability));
    if (about.length === all.documents.length) return judge(capability, all, options);
    if (about.length === 0) return unknownOf(capability, ofTheWhole, 0);
    return judge(capability, { ...all, documents: about, aids: [] }, options);
  });
}

/** About all of a repository. */
const ofRoot = /^(?:README(?:\.\w{1,10})?$|docs?\/)/i;

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

const unread = {
  code: "provider-not-read",
  reason: "the repository that makes it is not among those read",
  needs: "a clone of its repository",
};
const ofTheWhole = {
  code: "not-documented-apart",
  reason: "the documents beside it are about what it is part of, and none names it",
  needs: "a document in its folder, or one that says its name in a heading",
};

function unknownOf(
  capability: Capability,
  why: Omit<Unknown, "field">,
  count: 0 | null,
): DocumentationResult {
  const counts = count === null ? ["documentsCount", "linksCount"] : [];
  return {
    capabilityId: capability.id,
    score: null,
    n: 0,
    parts: [],
    documentsCount: count,
    linksCount: count,
    deadLinks: [],
    lastDocumentChangeAt: null,
    lastCodeChangeAt: null,
    unknown: ["score", ...counts, "lastDocumentChangeAt", "lastCodeChangeAt"].map((field) => ({
      field,
      ...why,
    })),
  };
}
