import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { DeclaredFacts } from "../interview/declared-facts.ts";
import { levelsOf, type MaturityLevel } from "./aspects.ts";
import { criteriaOf } from "./criteria.ts";
import type { Criterion } from "./criterion.ts";
import type { MaturityFacts } from "./facts.ts";
import { type MaturityAspect, maturityAspects } from "#vocabulary/declared.ts";

export interface AspectResult {
  readonly aspect: MaturityAspect;
  /** Highest level whose evidence holds, with nothing lacking below it; null where nothing can be seen and nobody said. */
  readonly level: MaturityLevel | null;
  /** The level rests on what was said, for nothing can be seen. */
  readonly isDeclared: boolean;
  readonly levelName: string | null;
  readonly holds: readonly Criterion[];
  readonly lacks: readonly Criterion[];
  readonly unseen: readonly Criterion[];
  /** What was said, in the words of the model. */
  readonly declared: readonly string[];
  readonly evidence: readonly EvidenceRef[];
  readonly unknown: readonly Unknown[];
}

const levels: readonly MaturityLevel[] = [1, 2, 3, 4];

/** Where the platform stands in the CNCF model, and what holds each aspect back. */
export function assessMaturity(facts: MaturityFacts, declared: DeclaredFacts): AspectResult[] {
  const criteria = criteriaOf(facts);
  return maturityAspects.map((aspect) => {
    const own = criteria.filter((one) => one.aspect === aspect);
    const said = declared.fact(`maturity-${aspect}`);
    const saidLevel = levels.find((level) => String(level) === said.value?.answer) ?? null;
    const seen = seenLevel(own);
    const level = seen ?? (own.some((one) => one.holds === false) ? null : saidLevel);
    const declaredText =
      saidLevel === null
        ? []
        : [
            `level ${String(saidLevel)}, ${levelsOf[aspect][saidLevel].name}: ${levelsOf[aspect][saidLevel].says}`,
          ];
    return {
      aspect,
      level,
      isDeclared: seen === null && level !== null,
      levelName: level === null ? null : levelsOf[aspect][level].name,
      holds: own.filter((one) => one.holds === true),
      lacks: own.filter((one) => one.holds === false),
      unseen: own.filter((one) => one.holds === null),
      declared: declaredText,
      evidence: [
        ...own.flatMap((one) => one.evidence.slice(0, 5)),
        ...(said.value?.evidence ?? []),
      ],
      unknown: level === null ? [gap(own)] : [],
    };
  });
}

/** The highest level of which something holds and nothing lacks, and below which nothing lacks either. */
function seenLevel(criteria: readonly Criterion[]): MaturityLevel | null {
  let reached: MaturityLevel | null = null;
  for (const level of levels) {
    const asked = criteria.filter((one) => one.level === level);
    if (asked.some((one) => one.holds === false)) break;
    if (asked.some((one) => one.holds === true)) reached = level;
  }
  return reached;
}

function gap(criteria: readonly Criterion[]): Unknown {
  const lacking = criteria.find((one) => one.holds === false);
  if (lacking !== undefined) {
    return {
      field: "level",
      code: "below-first-level",
      reason: `even the first step that can be seen is not reached: ${lacking.text}`,
      needs: lacking.needs,
    };
  }
  return {
    field: "level",
    code: "not-seen",
    reason: "nothing that shows a level can be seen, and nobody has said",
    needs: criteria[0]?.needs ?? "an answer (fulcrum interview)",
  };
}
