import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { bornAt } from "#model/file-days.ts";
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
  /** Days that records name and that cannot be: they count for nothing. */
  readonly mistakes: readonly DayMistake[];
}

export interface DayMistake {
  readonly repositoryId: string;
  readonly path: string;
  readonly text: string;
}

const shortestName = 4;

/** Architecture decision records of all repositories, with the goals and capabilities that each names. */
export function assessDecisions(
  repositories: readonly RepositoryEvidence[],
  capabilities: readonly Capability[],
  goals: readonly Goal[],
  /** Days from then on are to come. */
  asked = Number.POSITIVE_INFINITY,
): DecisionsResult {
  const mistakes: DayMistake[] = [];
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
      // A file that was moved is younger than what it says: the repository has to be, too.
      const born = Math.min(
        bornAt(repository.fileChanges, path) ?? 0,
        repository.first?.at ?? Number.POSITIVE_INFINITY,
      );
      const mistake = mistakenDay(decision.decidedAt, born, asked);
      if (mistake !== null) mistakes.push({ repositoryId: repository.id, path, text: mistake });
      const decidedAt = mistake === null ? decision.decidedAt : null;
      const linked = named.length === 0 && own.length === 1 ? own : named;
      return [
        {
          title: decision.title,
          status: decision.status,
          decidedAt,
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
              at: decidedAt ?? repository.head?.at ?? null,
              how: "declared",
              confidence: "observed",
              text: `${decision.title} (${decision.status})`.slice(0, 500),
            },
          ],
        },
      ];
    }),
  );
  // What no status says is not known to hold.
  const inForce = decisions.filter((one) => one.status === "accepted");
  const decided = new Set(inForce.flatMap((one) => one.goalIds));
  return {
    decisions: decisions.sort(newestFirst),
    mistakes,
    goalsWithDecision: goals.map(({ id }) => id).filter((id) => decided.has(id)),
  };
}

/** Uncalibrated: what was decided long before it was written down was decided then; years before is a slip of the pen. */
const longestDelay = 2 * 365 * 86_400;

/** What is wrong with the day that a record names; null: nothing. `born`: when its file came to the mainline, at the latest. */
function mistakenDay(at: number | null, born: number, asked: number): string | null {
  if (at === null) return null;
  const day = new Date(at * 1000).toISOString().slice(0, 10);
  if (at >= asked) return `it names ${day} as its day, which is still to come`;
  if (born - at > longestDelay) return `it names ${day} as its day, long before the file was born`;
  return null;
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
