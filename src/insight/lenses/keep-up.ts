import { counted, lengthOf } from "#kernel/phrases.ts";
import { seenUntil } from "#model/data-end.ts";
import type { Component } from "#model/organisation.ts";
import { reachOf, type Ground } from "./ground.ts";
import { offersOf, type Offer } from "./offers.ts";
import { proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";
import { titled } from "./title.ts";

const secondsPerDay = 86_400;
const fewestUsers = 3;

interface Unattended {
  readonly offer: Offer;
  readonly provider: Component;
  readonly days: number;
}

/** Owned, used by many, and changed by nobody for a year: done, or forgotten? One question, whatever their number. */
export function keepUp(ground: Ground): Proposal[] {
  const { costs } = ground;
  const found = offersOf(ground)
    .flatMap((offer) => unattended(offer, ground))
    .sort((a, b) => b.offer.userIds.length - a.offer.userIds.length || b.days - a.days);
  const [first] = found;
  if (first === undefined) return [];
  const names = found.map(({ offer }) => offer.name);
  const userIds = [...new Set(found.flatMap(({ offer }) => offer.userIds))].sort();
  const isStranger = new Set(found.flatMap(({ offer }) => offer.strangerIds));
  const longest = Math.max(...found.map(({ days }) => days));
  return [
    proposal({
      kind: "own",
      title: titled(
        names,
        3,
        (told) =>
          `Say whether ${told} ${names.length === 1 ? "is" : "are"} done or left alone: no one has changed ${names.length === 1 ? "it" : "them"} for ${lengthOf(Math.min(...found.map(({ days }) => days)))}${names.length === 1 ? "" : " or more"}`,
      ),
      subjectIds: found.flatMap(({ offer }) => offer.capabilities.map(({ id }) => id)),
      affectedIds: userIds,
      reach: reachOf(
        userIds.filter((id) => isStranger.has(id)),
        ground,
      ),
      forWhom: `${counted(userIds.length, "component")} of other repositories that build on ${names.length === 1 ? "it" : "them"}`,
      replaces: "finding out when it breaks that nobody looks after it",
      firstStep: `Ask the owner of ${first.offer.name} for one line in its README: done and answered for, or looking for somebody`,
      measure: {
        text: "of what three or more elsewhere build on, without a change by people for a year",
        present: found.length,
        unit: found.length === 1 ? "repository" : "repositories",
      },
      against: ["Small things can be done: no change is no fault where nothing has to change"],
      reasons: found
        .slice(0, 5)
        .map(
          ({ offer, days }) =>
            `${offer.name}: ${counted(offer.userIds.length, "component")} elsewhere use it, no change by people for ${lengthOf(days)}`,
        ),
      atStakePersonHours: product(
        exactly(userIds.length),
        { low: 0, likely: 0.1, high: 1 },
        costs.change,
      ),
      effortPersonHours: product(exactly(found.length), { low: 0.5, likely: 2, high: 8 }),
      confidence: "low",
      restsOn: [
        `for each user a tenth of a change a year (0 to 1), for what breaks and waits: uncalibrated; the longest lies still for ${lengthOf(longest)}`,
        costs.words.change,
      ],
      evidence: found.flatMap(({ provider }) => provider.evidence.slice(0, 1)),
    }),
  ];
}

/** An offer none of whose providers people changed within a year. */
function unattended(offer: Offer, { components, organisation }: Ground): Unattended[] {
  const providers = offer.capabilities.flatMap(
    ({ providerComponentId }) => components.get(providerComponentId ?? "") ?? [],
  );
  const [first] = providers;
  const until = seenUntil(organisation, first?.repositoryId);
  const last = Math.max(...providers.map(({ lastHuman }) => lastHuman?.at ?? until));
  // Users have a version that the clone has not: it is the clone that stands still.
  const isBehind = offer.capabilities.some(({ releases }) =>
    releases.some(({ isSeenInUse }) => isSeenInUse === true),
  );
  const days = (until - last) / secondsPerDay;
  const isMeant =
    first !== undefined &&
    !isBehind &&
    first.ownerIds.length > 0 &&
    offer.userIds.length >= fewestUsers &&
    Number.isFinite(days) &&
    days > 365;
  return isMeant ? [{ offer, provider: first, days }] : [];
}
