import type { Organisation } from "#model/organisation.ts";
import type { Job } from "./job.ts";
import { jobsCatalogue } from "./jobs-catalogue.ts";
import type { JobSource } from "#vocabulary/adoption.ts";

/** Where a package stands: the job it does, and the solution it belongs to. */
export interface Placement {
  readonly jobId: string;
  /** purl that names the solution. */
  readonly solution: string;
  /** Why it stands there; null where the configuration says so. */
  readonly reason: string | null;
  /** The catalogue names this very package, rather than a family whose name it bears. */
  readonly isNamed: boolean;
}

export type JobFacts = Pick<Job, "id" | "title" | "definition" | "countsIn"> & {
  readonly source: JobSource;
};

export interface JobIndex {
  readonly jobs: ReadonlyMap<string, JobFacts>;
  /** Job of a package by its purl without version; null where nothing places it. */
  readonly place: (purl: string) => Placement | null;
}

/** What `fulcrum.yaml` says: packages by purl or name. */
export interface ConfiguredJob {
  readonly job: string;
  readonly packages: readonly string[];
}

/** The catalogue, with what the organisation says about its own jobs and packages put before it. */
export function jobIndex(
  configured: readonly ConfiguredJob[] = [],
  catalogue: readonly Job[] = jobsCatalogue,
): JobIndex {
  const jobs = new Map<string, JobFacts>(
    catalogue.map(({ id, title, definition, countsIn }) => [
      id,
      { id, title, definition, countsIn, source: "catalogue" },
    ]),
  );
  const said = new Map<string, string>();
  for (const { job, packages } of configured) {
    if (!jobs.has(job)) jobs.set(job, configuredFacts(job));
    for (const one of packages) said.set(one.toLowerCase(), job);
  }
  const { exact, beginnings } = placementsOf(catalogue);
  const known = new Map<string, Placement | null>();
  const find = (purl: string): Placement | null => {
    const listed =
      spellings(purl)
        .map((spelling) => exact.get(spelling))
        .find((one) => one !== undefined) ??
      beginnings.find(([beginning]) => purl.startsWith(beginning))?.[1] ??
      null;
    const jobId = said.get(purl.toLowerCase()) ?? said.get(nameOf(purl));
    if (jobId === undefined || jobId === listed?.jobId) return listed;
    return { jobId, solution: purl, reason: null, isNamed: true };
  };
  const place = (purl: string): Placement | null => {
    const before = known.get(purl);
    if (before !== undefined) return before;
    const found = find(purl);
    known.set(purl, found);
    return found;
  };
  return { jobs, place };
}

/** purl → job of every package given that has one: what adoption needs to tell chosen from captive. */
export function packageJobs(index: JobIndex, purls: Iterable<string>): Map<string, string> {
  const jobs = new Map<string, string>();
  for (const purl of purls) {
    const placement = index.place(purl);
    if (placement !== null) jobs.set(purl, placement.jobId);
  }
  return jobs;
}

/** The organisation with the job of each own capability whose package the catalogue names; a configured job stays. */
export function nameJobs(organisation: Organisation, index: JobIndex): Organisation {
  return {
    ...organisation,
    capabilities: organisation.capabilities.map((one) => {
      if (one.job !== null) return one;
      const named = one.packages.map((purl) => index.place(purl)).find((place) => place?.isNamed);
      return named == null ? one : { ...one, job: named.jobId };
    }),
  };
}

/** Last words of the names of all public packages that the catalogue knows: `guava` of `pkg:maven/com.google.guava/guava`. */
export function cataloguedNames(catalogue: readonly Job[] = jobsCatalogue): ReadonlySet<string> {
  const { exact } = placementsOf(catalogue);
  return new Set([...exact.keys()].map((purl) => nameOf(purl).replace(/^.*\//, "")));
}

/** `gem` of `pkg:gem/rails`. */
export function ecosystemOf(purl: string): string {
  return purl.slice("pkg:".length, purl.indexOf("/"));
}

const anyPlace = "pkg:docker/**/";
const mirroredParts = 2;

interface Placements {
  readonly exact: ReadonlyMap<string, Placement>;
  readonly beginnings: readonly (readonly [string, Placement])[];
}

/** A catalogue never changes, and has thousands of packages. */
const placementsByCatalogue = new WeakMap<readonly Job[], Placements>();

function placementsOf(catalogue: readonly Job[]): Placements {
  const known = placementsByCatalogue.get(catalogue) ?? placePackages(catalogue);
  placementsByCatalogue.set(catalogue, known);
  return known;
}

function placePackages(catalogue: readonly Job[]): Placements {
  const exact = new Map<string, Placement>();
  const beginnings: [string, Placement][] = [];
  for (const { id, solutions } of catalogue) {
    for (const { packages, reason } of solutions) {
      const placement = { jobId: id, solution: leaderOf(packages), reason };
      for (const one of packages) {
        if (one.endsWith("*"))
          beginnings.push([one.slice(0, -1), { ...placement, isNamed: false }]);
        else exact.set(one, { ...placement, isNamed: true });
      }
    }
  }
  // The longest beginning is the closest description.
  return { exact, beginnings: beginnings.sort(([a], [b]) => b.length - a.length) };
}

function leaderOf(packages: readonly string[]): string {
  return packages.find((one) => !one.includes("*")) ?? packages[0]?.replace(/[/#*]+$/, "") ?? "";
}

/**
 * A Go module carries its major version in its path: a new major is the same solution. An image that is mirrored keeps the last
 * parts of its name: `pkg:docker/wolfi/chainguard-base?repository_url=mirror.example` → `chainguard-base` in any place.
 */
function spellings(purl: string): readonly string[] {
  if (purl.startsWith("pkg:docker/")) {
    const parts = purl
      .slice("pkg:docker/".length)
      .replace(/\?.{0,500}$/, "")
      .split("/");
    const ends = parts.slice(-mirroredParts).map((_, at, kept) => kept.slice(at).join("/"));
    return [purl, ...ends.map((end) => `${anyPlace}${end}`)];
  }
  if (!purl.startsWith("pkg:golang/")) return [purl];
  return [purl, purl.replace(/\/v\d{1,4}$/, "")];
}

function nameOf(purl: string): string {
  const path = purl.slice(purl.indexOf("/") + 1).toLowerCase();
  try {
    return decodeURIComponent(path);
  } catch (thrown) {
    // A purl of foreign making may hold a lone %: it is then taken as it stands.
    if (thrown instanceof URIError) return path;
    throw thrown;
  }
}

function configuredFacts(job: string): JobFacts {
  return {
    id: job,
    title: job,
    definition: "Named in the organisation's own configuration.",
    countsIn: "any",
    source: "configuration",
  };
}
