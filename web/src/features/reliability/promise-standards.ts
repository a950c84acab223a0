import type { Report } from "#sections/report.ts";
import { itemsOf } from "#web/api/section-items.ts";
import { routeHref } from "#web/ui/route.ts";
import type { Standard } from "#web/ui/thing/standards.tsx";
import { budgetWords, policyWords } from "./reliability-words.ts";

/** Whether something keeps its objectives; each that it does not keep, with what its policy asks for. */
export function promiseStandards(
  { reliability, reliabilityRollUps }: Pick<Report, "reliability" | "reliabilityRollUps">,
  subjectId: string,
): readonly Standard[] {
  const rollUp = reliabilityRollUps.find((one) => one.subjectId === subjectId);
  if (rollUp === undefined) return [];
  const byId = itemsOf.reliability({ reliability });
  const judged = rollUp.sloIds
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ state }) => state !== "unjudgeable");
  return judged.map((one) => ({
    name: `Keeps “${one.name}”`,
    isKept: one.state === "ok",
    words:
      one.budgetLeft === null
        ? "within its budget"
        : `${budgetWords(one.budgetLeft)} of its budget`,
    remedy: one.state === "ok" ? null : policyWords[one.state],
    href: routeHref("reliability", one.sloId),
    evidence: one.evidenceIds,
  }));
}
