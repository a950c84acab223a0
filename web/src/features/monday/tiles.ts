import { median } from "d3-array";
import type { Report } from "#sections/report.ts";
import { countedUses, possibleBuilders } from "#web/api/look-ups.ts";
import type { Adoption, Consumption } from "#web/api/report-rows.ts";
import type { Tile, TilePoint } from "#web/ui/tiles/tile.ts";
import { numberWords, percentWords, plural } from "#web/ui/words.ts";
import { durationWords, rollUpsOf } from "../delivery/delivery-rows.ts";
import { versionPromises } from "../reliability/version-promises.ts";
import { lastWeek } from "../reliability/weeks-kept.ts";
import { isOlderMajor } from "../capability/behind-by-team.ts";
import { behindThen, type Behind } from "./behind-past.ts";
import { momentsBefore } from "./quarter-ends.ts";

type TileReport = Pick<
  Report,
  | "components"
  | "capabilities"
  | "consumptions"
  | "repositories"
  | "adoption"
  | "delivery"
  | "deliveryRollUps"
  | "reliability"
  | "stability"
  | "asOf"
>;

/** Of the whole organisation, or of one team. */
export function tilesOf(report: TileReport, team: string | null): readonly Tile[] {
  const own = ownIds(report, team);
  return [
    adoptionTile(report, own),
    behindTile(report, own),
    leadTimeTile(report, team),
    promisesTile(report, own, team),
  ];
}

/** Components of a team; null: all. */
export function ownIds(
  { components }: Pick<Report, "components">,
  team: string | null,
): ReadonlySet<string> | null {
  if (team === null) return null;
  return new Set(components.filter((one) => one.ownerIds.includes(team)).map((one) => one.id));
}

const isOwn = (own: ReadonlySet<string> | null, id: string | null): boolean =>
  own === null || (id !== null && own.has(id));

function adoptionTile(
  { components, consumptions, asOf }: TileReport,
  own: ReadonlySet<string> | null,
): Tile {
  const uses = countedUses(consumptions).filter((use) => isOwn(own, use.consumerComponentId));
  // How many there are on a day is whole on any day.
  const points = momentsBefore(asOf).map(({ at }) => ({
    at: new Date(at).toISOString(),
    value: buildersAt(uses, at),
    isPartial: false,
  }));
  // Uses that have no end are in use on the day itself, whatever its hour.
  const now = new Set(uses.filter((use) => use.to === null).map((use) => use.consumerComponentId));
  const all = possibleBuilders(components, consumptions).filter((one) => isOwn(own, one.id)).length;
  return {
    id: "adoption",
    title: "Build on the platform",
    href: "#/capabilities",
    value: numberWords(now.size),
    words: `of ${plural(all, "component")}`,
    missing: null,
    evidence: ["section:consumptions"],
    points: withLast(points, now.size),
    format: numberWords,
  };
}

function buildersAt(uses: readonly Consumption[], at: number): number {
  const builders = new Set<string>();
  for (const { from, to, consumerComponentId } of uses)
    if (Date.parse(from) < at && (to === null || Date.parse(to) >= at))
      builders.add(consumerComponentId);
  return builders.size;
}

const withLast = (points: readonly TilePoint[], value: number | null): readonly TilePoint[] =>
  points.map((point, index) => (index === points.length - 1 ? { ...point, value } : point));

function behindTile(report: TileReport, own: ReadonlySet<string> | null): Tile {
  const { adoption, consumptions, asOf } = report;
  const judged = adoption.filter(({ currency }) => currency.onNewestMajor !== null);
  const then = behindThen(report, asOf);
  const { users, behind } =
    own === null ? behindNow(judged) : (then?.(Date.parse(asOf), own) ?? behindOf(judged, own));
  const ofCapability = new Set(judged.map(({ capabilityId }) => capabilityId));
  const seen = consumptions.some((use) => ofCapability.has(use.capabilityId));
  return {
    id: "behind",
    title: "Behind a major version",
    href: "#/capabilities",
    value: users === 0 ? null : percentWords(behind / users),
    words: `${numberWords(behind)} of ${plural(users, "use")} with a version; new majors have days of grace`,
    missing:
      users > 0
        ? null
        : seen
          ? "No version in use can be seen: commit lock files."
          : "Nothing with majors is in use.",
    evidence: judged.map(({ capabilityId }) => `adoption:${capabilityId}`),
    points:
      then === null
        ? []
        : momentsBefore(asOf).map(({ at }) => ({
            at: new Date(at).toISOString(),
            value: shareOf(then(at, own), users),
            isPartial: false,
          })),
    format: percentWords,
  };
}

/** What adoption says of the newest that one can be late for: a major of a few days ago is not yet. */
function behindNow(judged: readonly Adoption[]): Behind {
  const known = judged.flatMap(({ currency }) => currency.onNewestMajor ?? []);
  return {
    users: known.reduce((sum, one) => sum + one.denominator, 0),
    behind: known.reduce((sum, one) => sum + one.denominator - one.numerator, 0),
  };
}

/** The same of some components, by the versions that they use; clones that are older than others are counted as well. */
function behindOf(judged: readonly Adoption[], own: ReadonlySet<string>): Behind {
  let [users, behind] = [0, 0];
  for (const { currency } of judged)
    for (const { version, componentIds } of currency.versionsInUse) {
      const counted = componentIds.filter((id) => own.has(id)).length;
      users += counted;
      if (isOlderMajor(version, currency.onNewestMajor?.major ?? "0")) behind += counted;
    }
  return { users, behind };
}

/** Where far fewer could be judged than now, a share would be one of something else. */
function shareOf({ users, behind }: Behind, now: number): number | null {
  return users === 0 || users < now / 2 ? null : behind / users;
}

function leadTimeTile(report: TileReport, team: string | null): Tile {
  // The same that the screen of deliveries leads with, where its lead time is known.
  const most = rollUpsOf(report, team).find((one) => one.leadTimeSeconds !== null);
  const tile = {
    id: "lead-time",
    title: "Commit to production",
    href: "#/delivery",
    evidence: ["section:delivery"],
    format: durationWords,
  } as const;
  if (most?.leadTimeSeconds != null) {
    const now = Date.parse(report.asOf);
    return {
      ...tile,
      value: durationWords(most.leadTimeSeconds.p50),
      words: `half of the year's changes are faster, ${plural(most.componentsCount, "component")}`,
      missing: null,
      points: most.quarters.map(({ from, to, leadTimeSeconds }) => ({
        at: from,
        value: leadTimeSeconds,
        isPartial: Date.parse(to) > now,
      })),
    };
  }
  return { ...tile, ...releaseLeadTime(report, team) };
}

/** Where no deployment is seen: how long a change waits for its release, of half of the components. */
function releaseLeadTime(
  { delivery, components }: TileReport,
  team: string | null,
): Pick<Tile, "title" | "value" | "words" | "missing" | "points"> {
  const own = ownIds({ components }, team);
  const known = delivery
    .filter((one) => one.level === "release" && isOwn(own, one.componentId))
    .flatMap(({ leadTimeSeconds }) => leadTimeSeconds?.committer?.p50 ?? []);
  const middle = median(known) ?? null;
  return {
    title: "Commit to release",
    value: middle === null ? null : durationWords(middle),
    words: `in half of ${plural(known.length, "component")}; no deployment is seen`,
    missing:
      middle === null
        ? "Connect deployments: the repository that holds deployment state, or event files."
        : null,
    points: [],
  };
}

/** Objectives of what runs; where there are none that can be judged, what releases promised by their numbers. */
function promisesTile(
  { reliability, stability, capabilities }: TileReport,
  own: ReadonlySet<string> | null,
  team: string | null,
): Tile {
  const judged = reliability.filter(
    (one) => one.state !== "unjudgeable" && isOwn(own, one.componentId),
  );
  const tile = {
    id: "promises",
    title: "Promises kept",
    href: "#/reliability",
    points: [],
    format: numberWords,
  } as const;
  if (judged.length > 0) {
    const kept = judged.filter((one) => one.state !== "spent").length;
    const recent = lastWeek(judged);
    return {
      ...tile,
      value: `${numberWords(kept)} of ${numberWords(judged.length)}`,
      words: `objectives have budget left${recent.counted === 0 ? "" : `; ${numberWords(recent.kept)} of ${numberWords(recent.counted)} reached their target in the last week`}`,
      missing: null,
      evidence: judged.flatMap((one) => one.evidenceIds),
    };
  }
  const releases = versionPromises(stability, capabilities, team);
  const connect = "Connect objectives of what runs: OpenSLO, Sloth or Pyrra documents.";
  return releases.compared === 0
    ? { ...tile, value: null, words: "", missing: connect, evidence: [] }
    : {
        ...tile,
        title: "Releases that kept their promise",
        value: `${numberWords(releases.kept)} of ${numberWords(releases.compared)}`,
        words: `minor and patch releases took no name away, of ${plural(releases.capabilitiesCount, "capability", "capabilities")}; of what runs no objective is written`,
        missing: null,
        evidence: releases.evidence,
      };
}
