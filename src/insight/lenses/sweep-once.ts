import { counted, dayOf } from "#kernel/phrases.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Sweep, SweptPlace } from "#model/sweeps.ts";
import type { Component } from "#model/organisation.ts";
import { lastPart, reachOf, type Ground } from "./ground.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";

const secondsPerDay = 86_400;
/** A few in a year are no practice (uncalibrated). */
const fewestSweeps = 3;
/** Scripts and tools for it can be had: what is left is to choose one, to make it run here, and to have it taken (uncalibrated). */
const setUp = { low: 2, likely: 5, high: 15 };
const mostNamed = 4;

/** Changes that people carried from repository to repository: a way to make one everywhere spares them, whatever they change. */
export function sweepOnce(ground: Ground): Proposal[] {
  const { automation, costs, sweeps, yearAgo } = ground;
  const recent = sweeps.filter(({ places }) => (places.at(-1)?.at ?? 0) > yearAgo);
  const [last] = recent;
  if (last === undefined || recent.length < fewestSweeps) return [];
  const repositoryIds = [
    ...new Set(recent.flatMap(({ places }) => places.map(({ repositoryId }) => repositoryId))),
  ].sort();
  // What is said as a year's is that of the last one: what was given up since is nobody's work any more.
  const aYear = repeatsOf(recent);
  const before = repeatsOf(sweeps) - aYear;
  const affectedIds = homesOf(repositoryIds, ground);
  const reach = reachOf(affectedIds, ground);
  const lastYear = [...recent].sort((a, b) => b.places.length - a.places.length);
  const shown = lastYear.slice(0, mostNamed);
  const example = lastYear[0] ?? last;
  const [tool] = automation.bulkTools;
  return [
    proposal({
      kind: "enable",
      title:
        tool === undefined
          ? `Change many repositories in one go: ${counted(aYear, "change")} a year only repeat what another repository got`
          : `Bring what goes into many repositories through ${tool.name}: ${counted(aYear, "change")} a year only repeat what another repository got`,
      subjectIds: [],
      affectedIds,
      reach: reach.count === 0 ? { count: repositoryIds.length, unit: "repository" } : reach,
      forWhom: `${counted(repositoryIds.length, "repository", "repositories")} that get the same changes one by one`,
      replaces: `${counted(aYear, "change")} by people in the last year that were made in another repository before, under the same name`,
      firstStep:
        tool === undefined
          ? `Take the next change that all of them need, write it as one script that opens the requests, and keep the script: ${toldOf(example)} would have been a good one`
          : `Ask who made the last ones why ${tool.name}, which ${tool.path} of ${lastPart(tool.repositoryId)} names for this, was not what they took: ${toldOf(example)} would have been a good one for it`,
      measure: {
        text: "changes a year by people that another repository got under the same name within four months",
        present: aYear,
        unit: "a year",
      },
      against: [
        "What is changed everywhere at once breaks everywhere at once: each repository needs tests that would notice",
        tool === undefined
          ? "Some may have been written by a script already; then what is left is to look at each, and to bring it in"
          : `${tool.name} is there for it: where it wrote them, what is left is to look at each, and to bring it in`,
      ],
      reasons: [
        `${counted(recent.length, "change")} went into three or more repositories each in the last year${before > 0 ? `; in the two years before ${counted(sweeps.length - recent.length, "did", "did")}` : ""}`,
        ...shown.map(toldOf),
      ],
      atStakePersonHours: product(exactly(aYear), costs.repeat),
      effortPersonHours: product(setUp, costs.change),
      confidence: confidenceOf(aYear, costs.isMeasured) === "low" ? "low" : "medium",
      restsOn: [
        "changes repeated × hours of a repeated change (a fifth of a change; 3 to 40 %); what one repository got on one day counts once",
        costs.words.change,
        tool === undefined
          ? "2 to 15 changes, likely 5, until there is a script that people take: uncalibrated"
          : "2 to 15 changes, likely 5, until people take the tool that is there: uncalibrated",
      ],
      evidence: shown.flatMap((sweep) => sweep.places.slice(0, 3).map((at) => swept(at))),
    }),
  ];
}

/** What a repository got on one day is one change, whatever it was made of; where it was made first it is no repeat. */
function repeatsOf(sweeps: readonly Sweep[]): number {
  const first = new Set<string>();
  const repeated = new Set<string>();
  for (const { places } of sweeps)
    for (const [index, place] of places.entries())
      (index === 0 ? first : repeated).add(dayIn(place));
  return [...repeated].filter((one) => !first.has(one)).length;
}

function dayIn({ repositoryId, at }: SweptPlace): string {
  return `${repositoryId}\n${String(Math.floor(at / secondsPerDay))}`;
}

/** one in 7 repositories, ovens first (0a1b2c3, 23 Sep 2025 to 26 Sep 2025): the commit says what it was; its words are not kept */
function toldOf({ places }: Sweep): string {
  const [from, to] = [places[0]?.at ?? 0, places.at(-1)?.at ?? 0].map((at) => dayOf(at * 1000));
  const [first] = places;
  const where = first === undefined ? "" : `, ${lastPart(first.repositoryId)} first`;
  const commit = first === undefined ? "" : `${first.commit.slice(0, 10)}, `;
  return `one in ${counted(places.length, "repository", "repositories")}${where} (${commit}${from === to ? (to ?? "") : `${from ?? ""} to ${to ?? ""}`})`;
}

function swept({ repositoryId, commit, at }: SweptPlace): EvidenceRef {
  return {
    source: "git",
    repositoryId,
    commit,
    path: null,
    line: null,
    at,
    how: "observed",
    confidence: "observed",
    text: `${lastPart(repositoryId)}: the same change as in other repositories`,
  };
}

/** Of each repository the component that is nearest to its root. */
function homesOf(repositoryIds: readonly string[], { components }: Ground): string[] {
  const nearest = new Map<string, Component>();
  for (const one of components.values()) {
    const before = nearest.get(one.repositoryId);
    if (one.goneAt === null && (before === undefined || depth(one) < depth(before)))
      nearest.set(one.repositoryId, one);
  }
  return repositoryIds.flatMap((id) => nearest.get(id)?.id ?? []).sort();
}

function depth({ path }: Component): number {
  return path === "." ? 0 : path.split("/").length;
}
