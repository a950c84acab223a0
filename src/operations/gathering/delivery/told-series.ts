import type { DeploymentSeries } from "#model/deployments.ts";
import type { Problem } from "#evidence/problem.ts";

/** Applications × environments that are told: previews of changes may be a hundred thousand, and say nothing one by one. */
const mostSeries = 5_000;

export interface ToldSeries {
  readonly series: readonly DeploymentSeries[];
  readonly problems: readonly Problem[];
}

/** Those of known components first, of these production first; the others are counted, and it is said. */
export function toldSeries(all: readonly DeploymentSeries[], most = mostSeries): ToldSeries {
  if (all.length <= most) return { series: all, problems: [] };
  const rank = ({ componentId, isProduction }: DeploymentSeries): number =>
    (componentId === null ? 2 : 0) + (isProduction ? 0 : 1);
  // The order within a rank stays: by application and environment.
  const kept = new Set(all.toSorted((a, b) => rank(a) - rank(b)).slice(0, most));
  const left = all.filter((one) => !kept.has(one));
  const [first] = left;
  const applications = new Set(left.map((one) => one.application)).size;
  const problem: Problem = {
    source: "events",
    code: "too-many-environments",
    where: `${first?.application ?? ""} ${first?.environment ?? ""}`.slice(0, 300),
    text: `${String(left.length)} further environments of ${String(applications)} applications are left out: ${String(most)} are told, those of known components and of production first`,
    needs: "Leave environments of single changes (previews, reviews) out of what is fed in.",
  };
  return { series: all.filter((one) => kept.has(one)), problems: [problem] };
}
