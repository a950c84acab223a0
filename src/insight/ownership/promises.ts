import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { DeprecationPromise } from "#evidence/facts.ts";
import type { ComponentDocuments } from "#model/component-documents.ts";
import type { Capability, Organisation } from "#model/organisation.ts";
import { stableReleases } from "../adoption/releases.ts";
import type { PromisedDeprecation } from "./result.ts";
import type { PromiseState } from "#vocabulary/adoption.ts";

/** A promise that stands in fulcrum.yaml. */
export interface DeclaredPromise {
  readonly capabilityId: string;
  readonly by: number;
  readonly text: string;
}

const changelogName = /(?:^|\/)(?:CHANGELOG|CHANGES|HISTORY)(?:\.[a-z]{1,10})?$/i;

/** Promises in documents of components, and those declared, with what became of them by as-of. */
export function judgePromises(
  organisation: Organisation,
  documents: ReadonlyMap<string, ComponentDocuments>,
  declared: readonly DeclaredPromise[],
): PromisedDeprecation[] {
  const { asOf, capabilities, components } = organisation;
  const written = components.flatMap((component) => {
    const own = documents.get(component.id);
    const offered = capabilities.filter((one) => one.providerComponentId === component.id);
    return (own?.documents ?? []).flatMap(({ path, facts, bornAt }) =>
      (facts.promises ?? []).map((promise): PromisedDeprecation => {
        const isLog = changelogName.test(path);
        const { state, because } =
          promise.by !== null && bornAt !== null && bornAt > promise.by
            ? beforeBirth
            : judge(promise, offered, isLog, asOf);
        return {
          componentId: component.id,
          capabilityId: offered.length === 1 ? (offered[0]?.id ?? null) : null,
          text: promise.text,
          by: promise.by,
          version: promise.version,
          state,
          because,
          evidence: own === undefined ? [] : [whereWritten(own, path, promise)],
        };
      }),
    );
  });
  return [...declared.map((one) => judgeDeclared(one, organisation)), ...written];
}

interface Judgement {
  readonly state: PromiseState;
  readonly because: string;
}

const beforeBirth: Judgement = {
  state: "unknown",
  because:
    "its day lies before the document had this name: moved there from another, a mistake, or told of something else",
};

/** A README says what holds; an entry of a changelog stays there when the promise was kept, so names must tell. */
function judge(
  promise: DeprecationPromise,
  offered: readonly Capability[],
  isLog: boolean,
  asOf: number,
): Judgement {
  if (promise.by === null && promise.version === null)
    return { state: "unknown", because: "it says before when nothing ends, and not by when" };
  const isDue =
    promise.by === null ? reached(promise.version ?? "", offered, asOf) : promise.by <= asOf;
  if (isDue === null)
    return { state: "unknown", because: "which of its releases is newest is not known" };
  if (!isDue) return { state: "due", because: "its day or version is still to come" };
  if (!isLog) return { state: "past", because: "its document still says so at HEAD" };
  const exported = new Set(offered.flatMap((one) => one.exports?.names ?? []));
  const known = promise.names.filter((name) => /^[A-Z]\w*(?:::\w+)*$/.test(name));
  const left = known.filter((name) => exported.has(name));
  if (left.length > 0) return { state: "past", because: `still exported: ${left.join(", ")}` };
  if (known.length > 0 && exported.size > 0)
    return { state: "kept", because: `no longer exported: ${known.join(", ")}` };
  return { state: "unknown", because: "a changelog does not say whether it was done" };
}

function reached(version: string, offered: readonly Capability[], asOf: number): boolean | null {
  for (const capability of offered) {
    const { releases, scheme } = stableReleases(capability, asOf);
    const newest = releases.at(-1);
    const wanted = version.replace(/\.x$/, ".0");
    if (newest !== undefined && scheme.isValid(wanted))
      return scheme.compare(newest.version, wanted) >= 0;
  }
  return null;
}

function judgeDeclared(
  { capabilityId, by, text }: DeclaredPromise,
  { asOf, capabilities, consumptions }: Organisation,
): PromisedDeprecation {
  const users = new Set(
    consumptions
      .filter((one) => one.capabilityId === capabilityId && (one.to === null || one.to.at > asOf))
      .map((one) => one.consumerComponentId),
  );
  const capability = capabilities.find((one) => one.id === capabilityId);
  const isGone = capability?.lifecycle === "archived" || users.size === 0;
  const count =
    users.size === 1 ? "1 component uses it" : `${String(users.size)} components use it`;
  return {
    componentId: capability?.providerComponentId ?? null,
    capabilityId,
    text,
    by,
    version: null,
    state: by > asOf ? "due" : isGone ? "kept" : "past",
    because: by > asOf ? "its day is still to come" : isGone ? "nobody uses it any more" : count,
    evidence: [
      {
        source: "configuration",
        repositoryId: null,
        commit: null,
        path: "fulcrum.yaml",
        line: null,
        at: by,
        how: "declared",
        confidence: "high",
        text,
      },
    ],
  };
}

function whereWritten(
  own: ComponentDocuments,
  path: string,
  promise: DeprecationPromise,
): EvidenceRef {
  return {
    source: "documents",
    repositoryId: own.repositoryId,
    commit: own.head.commit,
    path,
    line: promise.line,
    at: own.head.at,
    how: "declared",
    confidence: "medium",
    text: promise.text,
  };
}
