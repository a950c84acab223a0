import { benjaminiHochberg } from "#kernel/stats-summary.ts";
import { keeperIdsAmong } from "#model/keepers.ts";
import type { Component, Organisation } from "#model/organisation.ts";
import { compareText, goneAt } from "../adoption/uses.ts";
import { chanceOfSoFewTogether, cosineOfCompany } from "./company.ts";
import { ecosystemOf, type JobIndex } from "./job-index.ts";
import type { InferredSubstitute } from "./result.ts";
import { getOrAdd } from "./shares.ts";

/** Thresholds of docs/insights/jobs.md; all uncalibrated but the significance. */
export interface SubstituteOptions {
  /** Components that must use each of the two. */
  readonly minimumComponents: number;
  /** Teams or repositories that keep those, for each of the two. */
  readonly minimumKeepers: number;
  /** Together at most this share of what chance would give. */
  readonly mostTogether: number;
  readonly minimumCompany: number;
  readonly significance: number;
  /** Most used packages of an ecosystem that are compared: the work grows with the square. */
  readonly mostPackages: number;
}

export const defaultSubstituteOptions: SubstituteOptions = {
  minimumComponents: 4,
  minimumKeepers: 2,
  mostTogether: 0.34,
  minimumCompany: 0.5,
  significance: 0.05,
  mostPackages: 400,
};

/** Pairs of packages seldom together, in like company: proposals, strongest first. Counts components at as-of. Pure. */
export function inferSubstitutes(
  organisation: Organisation,
  index: JobIndex,
  given: Partial<SubstituteOptions> = {},
): InferredSubstitute[] {
  const options = { ...defaultSubstituteOptions, ...given };
  const candidates = [...packagesInUse(organisation).values()].flatMap((stratum) =>
    seldomTogether(stratum, organisation, options).filter(
      (one) => one.companyShare >= options.minimumCompany && !isOneSolution(one.packages, index),
    ),
  );
  const adjusted = benjaminiHochberg(candidates.map((one) => one.pValue));
  return candidates
    .map((one, place) => ({ ...one, pValue: adjusted[place] ?? 1 }))
    .filter(
      (one) =>
        one.pValue <= options.significance &&
        one.togetherCount <= options.mostTogether * one.expectedTogether,
    )
    .map((one) => ({
      ...one,
      jobs: [jobOf(one.packages[0], index), jobOf(one.packages[1], index)] as const,
    }))
    .sort(
      (a, b) =>
        a.pValue - b.pValue ||
        b.companyShare - a.companyShare ||
        compareText(a.packages.join("\n"), b.packages.join("\n")),
    );
}

type Candidate = Omit<InferredSubstitute, "jobs">;

/** Components of one kind (`gem-web-application`), and who of them uses what: libraries and applications differ anyway. */
interface Stratum {
  readonly ecosystem: string;
  readonly kind: string;
  readonly users: Map<string, Set<string>>;
}

function packagesInUse({
  asOf,
  components,
  thirdPartyUses,
}: Organisation): ReadonlyMap<string, Stratum> {
  const present = new Map(
    components
      .filter((one) => (goneAt(one) ?? Number.POSITIVE_INFINITY) > asOf)
      .map((one) => [one.id, one]),
  );
  const strata = new Map<string, Stratum>();
  for (const { componentId, purl, scope, from, to } of thirdPartyUses) {
    const component = present.get(componentId);
    const isNow = from <= asOf && (to === null || to > asOf);
    if (!isNow || scope === "reverse-test" || component === undefined) continue;
    const ecosystem = ecosystemOf(purl);
    const kind = kindOf(component, ecosystem, asOf);
    const { users } = getOrAdd(strata, `${ecosystem}\n${kind}`, () => ({
      ecosystem,
      kind,
      users: new Map<string, Set<string>>(),
    }));
    getOrAdd(users, purl, () => new Set<string>()).add(componentId);
  }
  return strata;
}

function kindOf({ artefacts }: Component, ecosystem: string, asOf: number): string {
  const types = artefacts
    .filter(({ from, to }) => from <= asOf && (to === null || to > asOf))
    .map(({ type }) => type)
    .filter((type) => type.startsWith(`${ecosystem}-`));
  return [...new Set(types)].sort(compareText).join(" and ");
}

function seldomTogether(
  { ecosystem, kind, users }: Stratum,
  organisation: Organisation,
  options: SubstituteOptions,
): Candidate[] {
  const keepers = keeperIdsAmong(organisation.components);
  const keepersOf = new Map(organisation.components.map((one) => [one.id, keepers.of(one)]));
  const population = new Set([...users.values()].flatMap((ids) => [...ids])).size;
  const packages = [...users]
    .filter(([, ids]) => {
      const by = new Set([...ids].flatMap((id) => keepersOf.get(id) ?? []));
      return ids.size >= options.minimumComponents && by.size >= options.minimumKeepers;
    })
    .sort(([a, one], [b, other]) => other.size - one.size || compareText(a, b))
    .slice(0, options.mostPackages)
    .sort(([a], [b]) => compareText(a, b));
  const company = cosineOfCompany(packages, population);
  const candidates: Candidate[] = [];
  for (const [i, [first, usersOfFirst]] of packages.entries()) {
    for (let j = i + 1; j < packages.length; j += 1) {
      const [second, usersOfSecond] = packages[j]!;
      const expectedTogether = (usersOfFirst.size * usersOfSecond.size) / population;
      const togetherCount = [...usersOfFirst].filter((id) => usersOfSecond.has(id)).length;
      candidates.push({
        ecosystem,
        kind,
        packages: [first, second],
        componentCounts: [usersOfFirst.size, usersOfSecond.size],
        togetherCount,
        expectedTogether,
        companyShare: togetherCount > expectedTogether ? 0 : company(i, j),
        pValue: chanceOfSoFewTogether(
          togetherCount,
          usersOfFirst.size,
          usersOfSecond.size,
          population,
        ),
      });
    }
  }
  return candidates;
}

function isOneSolution([a, b]: readonly [string, string], index: JobIndex): boolean {
  const first = index.place(a);
  return first !== null && first.solution === index.place(b)?.solution;
}

function jobOf(purl: string, index: JobIndex): string | null {
  return index.place(purl)?.jobId ?? null;
}
