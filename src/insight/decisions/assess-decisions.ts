import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Capability } from "#model/organisation.ts";
import type { DecisionStatus } from "#vocabulary/declared.ts";

/** A goal of the platform or of a capability, as configured. */
export interface Goal {
  readonly id: string;
  readonly name: string;
  /** Name, id or package of a capability; null: the platform's. */
  readonly capability: string | null;
}

export interface DecisionResult {
  readonly title: string;
  readonly status: DecisionStatus;
  readonly decidedAt: number | null;
  readonly repositoryId: string;
  readonly path: string;
  readonly goalIds: readonly string[];
  /** Capabilities that it names, or in whose repository it lies when that offers just one. */
  readonly capabilityIds: readonly string[];
  readonly evidence: readonly EvidenceRef[];
}

export interface DecisionsResult {
  readonly decisions: readonly DecisionResult[];
  /** Goals with at least one decision in force. */
  readonly goalsWithDecision: readonly string[];
}

const shortestName = 4;

/** Architecture decision records of all repositories, with the goals and capabilities that each names. */
export function assessDecisions(
  repositories: readonly RepositoryEvidence[],
  capabilities: readonly Capability[],
  goals: readonly Goal[],
): DecisionsResult {
  const offered = capabilities.filter((one) => one.name.length >= shortestName);
  const decisions = repositories.flatMap((repository) =>
    repository.headFiles.flatMap(({ path, decision }): DecisionResult[] => {
      if (decision === undefined) return [];
      const text = `${decision.drivers.join("\n").toLowerCase()}\n${decision.body}`;
      const named = offered.filter(({ name }) => names(text, name.toLowerCase()));
      const own = capabilities.filter((one) =>
        one.providerComponentId?.startsWith(
          `component:${repository.id.slice("repository:".length)}#`,
        ),
      );
      const linked = named.length === 0 && own.length === 1 ? own : named;
      return [
        {
          title: decision.title,
          status: decision.status,
          decidedAt: decision.decidedAt,
          repositoryId: repository.id,
          path,
          goalIds: goals
            .filter(({ id, name }) => [id, name].some((one) => names(text, one.toLowerCase())))
            .map(({ id }) => id),
          capabilityIds: linked.map(({ id }) => id).sort(),
          evidence: [
            {
              source: "decisions",
              repositoryId: repository.id,
              commit: repository.head?.commit ?? null,
              path,
              line: 1,
              at: decision.decidedAt ?? repository.head?.at ?? null,
              how: "declared",
              confidence: "observed",
              text: `${decision.title} (${decision.status})`.slice(0, 500),
            },
          ],
        },
      ];
    }),
  );
  const inForce = decisions.filter((one) => one.status === "accepted" || one.status === "unknown");
  const decided = new Set(inForce.flatMap((one) => one.goalIds));
  return {
    decisions: decisions.sort(newestFirst),
    goalsWithDecision: goals.map(({ id }) => id).filter((id) => decided.has(id)),
  };
}

/** Whether a text names something as a whole word: `kit` is not in `kitchen`. */
function names(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + name.length);
    if (!/[\p{L}\p{N}_-]/u.test(before) && !/[\p{L}\p{N}_-]/u.test(after)) return true;
  }
  return false;
}

function newestFirst(a: DecisionResult, b: DecisionResult): number {
  const [one, other] = [a, b].map((decision) => `${decision.repositoryId}/${decision.path}`);
  return (b.decidedAt ?? 0) - (a.decidedAt ?? 0) || (one! < other! ? -1 : 1);
}
