import type { Report } from "#sections/report.ts";
import { deliveryItem, deliveryKey } from "./delivery-evidence.ts";
import type { EvidenceItem, ReportView } from "./report-view.ts";

/** What the evidence drawer shows for the references in its address. */
export interface EvidenceAnswer {
  /** In words: what the evidence is for. */
  readonly subject: string;
  /** Ids of the evidence that the figure rests on, whether the report carries them or not. */
  readonly evidenceIds: readonly string[];
  /** Facts that the report holds in other places than its list of evidence: deployments. */
  readonly items: readonly EvidenceItem[];
  /** For `fulcrum explain`: the narrowest id that leads to all of it. */
  readonly explainId: string | null;
}

/**
 * A reference is the id of anything in the report: `evidence:…`, `capability:…`, `component:…`, `consumption:…`,
 * `team:…`, also `adoption:` and `value:` before a capability's id, `job:` before a job's ecosystem and name, `section:` before
 * a section's name, `deployment:` before a row of deliveries and the position of a point in it: see `deploymentReference`.
 */
export function resolveEvidence(view: ReportView, references: readonly string[]): EvidenceAnswer {
  const ids = new Set(references.flatMap((reference) => idsOf(view, reference)));
  const [first] = references;
  const isAlone = references.length === 1 && first !== undefined;
  return {
    subject: isAlone ? subjectOf(view, first) : `${references.length} records`,
    evidenceIds: [...ids],
    items: references.flatMap((reference) => deliveryItem(view.report, reference) ?? []),
    explainId:
      isAlone && !/^(?:job|deployment):/.test(first)
        ? first.replace(/^(?:adoption|value):/, "")
        : null,
  };
}

function idsOf(view: ReportView, reference: string): readonly string[] {
  if (reference.startsWith("evidence:")) return [reference];
  const kind = reference.slice(0, reference.indexOf(":"));
  const rest = reference.slice(kind.length + 1);
  switch (kind) {
    case "adoption": {
      const own = view.adoption.get(rest)?.adoption.evidenceIds ?? [];
      return own.length > 0 ? own : view.usersOf(rest).flatMap((use) => use.evidenceIds);
    }
    case "capability":
      return view.capabilities.get(reference)?.evidenceIds ?? [];
    case "component":
      return view.components.get(reference)?.evidenceIds ?? [];
    case "consumption":
      return view.consumptions.get(reference)?.evidenceIds ?? [];
    case "team":
      return view.teams.get(reference)?.evidenceIds ?? [];
    case "job":
      return jobAt(view, rest)?.solutions.flatMap((one) => one.evidenceIds) ?? [];
    case "value":
      return (
        view.report.value.capabilities.find((one) => one.capabilityId === rest)?.evidenceIds ?? []
      );
    case "section":
      return (
        Object.entries(view.report.sections).find(([name]) => name === rest)?.[1].evidenceIds ?? []
      );
    default:
      return [];
  }
}

/** `gem:http-client`: ecosystem and job. */
function jobAt(view: ReportView, key: string): Report["jobs"][number] | undefined {
  return view.report.jobs.find((one) => `${one.ecosystem}:${one.job}` === key);
}

function subjectOf(view: ReportView, reference: string): string {
  const id = reference.replace(/^(?:adoption|value):/, "");
  const named = view.capabilities.get(id) ?? view.components.get(id) ?? view.teams.get(id);
  if (named !== undefined)
    return reference.startsWith("adoption:")
      ? `the use of ${named.name}`
      : reference.startsWith("value:")
        ? `the effort in ${named.name}`
        : named.name;
  if (reference.startsWith("deployment:")) return deliveryKey(reference);
  if (reference.startsWith("job:")) return jobAt(view, reference.slice("job:".length))?.title ?? "";
  const use = view.consumptions.get(reference);
  if (use !== undefined) {
    const consumer = view.components.get(use.consumerComponentId)?.name ?? use.consumerComponentId;
    return `${consumer} using ${view.capabilities.get(use.capabilityId)?.name ?? use.capabilityId}`;
  }
  return reference.startsWith("section:") ? reference.slice("section:".length) : "one fact";
}
