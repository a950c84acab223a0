import { append } from "#kernel/lists-by-key.ts";
import { counted, some } from "#kernel/phrases.ts";
import { requestEvidence } from "#evidence/request-evidence.ts";
import type { DemandRequest } from "#evidence/declared.ts";
import type { Ground } from "./ground.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { openRequests } from "./requests.ts";
import { exactly, product } from "./spans.ts";

/** What teams ask for and nothing here offers; requests about one thing are one proposal. */
export function askedFor(ground: Ground): Proposal[] {
  const { capabilities, components } = ground.organisation;
  const there = new Set(
    [...capabilities, ...components].flatMap((one) => [one.id, one.name.toLowerCase()]),
  );
  const about = new Map<string, DemandRequest[]>();
  for (const request of openRequests(ground)) {
    const key = request.about?.toLowerCase() ?? "";
    if (key === "" || there.has(key)) continue;
    append(about, key, request);
  }
  return [...about.values()].map((requests) => offer(requests, ground));
}

function offer(requests: readonly DemandRequest[], { costs, organisation }: Ground): Proposal {
  const [first] = requests;
  const subject = first?.about ?? "";
  const teams = [...new Set(requests.flatMap((one) => one.team ?? []))];
  const asking = new Set(teams.map((one) => one.toLowerCase()));
  const ids = organisation.teams
    .filter(({ name, id }) => asking.has(name.toLowerCase()) || asking.has(id.toLowerCase()))
    .flatMap(({ componentIds }) => componentIds);
  return proposal({
    kind: "enable",
    title: `Offer ${subject}: ${counted(Math.max(1, teams.length), "team")} asked for it`,
    subjectIds: [],
    affectedIds: [...new Set(ids)].sort(),
    reach: { count: Math.max(1, teams.length), unit: "team" },
    forWhom: teams.length === 0 ? "whoever asked" : some(teams, 4),
    replaces: "what each of them builds or does by hand until then",
    firstStep: `Ask ${teams[0] ?? "whoever asked first"} to show how it is done today, and try the smallest thing that would spare it`,
    measure: { text: "open requests for it", present: requests.length, unit: "requests" },
    against: ["A wish is no use: before it is built, two teams should promise to take it up first"],
    reasons: [
      `${counted(requests.length, "open request")} of ${counted(teams.length, "team")}`,
      ...requests.slice(0, 2).map(({ title }) => `“${title}”`),
    ],
    atStakePersonHours: product(
      exactly(requests.length),
      { low: 0.5, likely: 4, high: 24 },
      costs.change,
    ),
    effortPersonHours: costs.building,
    confidence: confidenceOf(requests.length, costs.isMeasured),
    restsOn: [
      "four changes a year (½ to 24) that each request stands for: uncalibrated",
      costs.words.change,
      costs.words.building,
    ],
    evidence: requests.map(requestEvidence),
  });
}
