import type { Report } from "#sections/report.ts";
import { usersOf } from "#web/api/look-ups.ts";
import { oncePer } from "#web/api/once-per.ts";
import type { Capability, Consumption } from "#web/api/report-rows.ts";

type PastReport = Pick<
  Report,
  "adoption" | "capabilities" | "components" | "consumptions" | "repositories"
>;

/** Uses with a version, and how many of them are of a major below the one that is asked for. */
export interface Behind {
  readonly users: number;
  readonly behind: number;
}

/** In milliseconds: a new major is asked for only then (docs/insights/adoption.md). */
const grace = 90 * 86_400_000;
/** As many releases as the report lists of a capability: where there are so many, older ones may be left out. */
const releasesListed = 40;

/** [from, to) in milliseconds. */
interface Span {
  readonly componentId: string;
  readonly major: number;
  readonly isStable: boolean;
  readonly from: number;
  readonly to: number;
  readonly isRuntime: boolean;
}

interface Followed {
  readonly spans: readonly Span[];
  readonly releases: readonly { readonly major: number; readonly at: number }[];
  /** Before it nothing can be said: older releases are not listed. */
  readonly since: number;
}

type Then = (at: number, own: ReadonlySet<string> | null) => Behind;

/** Once for each report: a screen is drawn many times. */
const kept = oncePer((_: PastReport["consumptions"]) => {
  const byDay = new Map<string, Then | null>();
  return (report: PastReport, asOf: string): Then | null => {
    const known = byDay.get(asOf);
    const found = known === undefined ? reckoned(report, asOf) : known;
    byDay.set(asOf, found);
    return found;
  };
});

/**
 * How many were behind at any moment, by the rule that tells how many are on as-of. Null where that rule does not give what the
 * report says of as-of: then nothing is known of the past either.
 */
export function behindThen(report: PastReport, asOf: string): Then | null {
  return kept(report.consumptions)(report, asOf);
}

function reckoned(report: PastReport, asOf: string): Then | null {
  const seenUntil = seenUntilOf(report);
  const followed = followedOf(report);
  const then = (at: number, own: ReadonlySet<string> | null): Behind => {
    let [users, behind] = [0, 0];
    for (const one of followed) {
      const found = judged(one, at, { own, seenUntil });
      users += found.users;
      behind += found.behind;
    }
    return { users, behind };
  };
  const known = report.adoption.flatMap(({ currency }) => currency.onNewestMajor ?? []);
  const now = then(Date.parse(asOf), null);
  const users = known.reduce((sum, one) => sum + one.denominator, 0);
  const current = known.reduce((sum, one) => sum + one.numerator, 0);
  return now.users === users && now.behind === users - current ? then : null;
}

function followedOf(report: PastReport): readonly Followed[] {
  const { adoption, capabilities, consumptions } = report;
  const goneAt = goneOf(report);
  const byId = new Map(capabilities.map((one) => [one.id, one]));
  return adoption.flatMap(({ capabilityId, currency }): readonly Followed[] => {
    const capability = byId.get(capabilityId);
    if (currency.onNewestMajor === null || capability === undefined) return [];
    const releases = releasesOf(capability);
    const first = Math.min(...releases.map(({ at }) => at));
    return [
      {
        releases,
        since: capability.releases.length < releasesListed ? first : first + grace,
        spans: usersOf(consumptions, capabilityId).flatMap((use) =>
          use.consumerComponentId === capability.providerComponentId ? [] : spansOf(use, goneAt),
        ),
      },
    ];
  });
}

function releasesOf({ releases }: Capability): Followed["releases"] {
  return releases.flatMap(({ version, at }) => {
    const major = isStable.test(version) ? majorOf(version) : null;
    return major === null ? [] : [{ major, at: Date.parse(at) }];
  });
}

/** What is archived uses nothing any more, whatever its files still say: since its last work. In milliseconds, by component. */
function goneOf({ components }: PastReport): ReadonlyMap<string, number> {
  return new Map(
    components.flatMap(({ id, lifecycle, lastHumanCommit }) =>
      lifecycle === "archived" && lastHumanCommit !== null
        ? [[id, Date.parse(lastHumanCommit)] as const]
        : [],
    ),
  );
}

function spansOf(use: Consumption, goneAt: ReadonlyMap<string, number>): readonly Span[] {
  const opened = Date.parse(use.from);
  const gone = goneAt.get(use.consumerComponentId) ?? Number.POSITIVE_INFINITY;
  const ended = Math.min(endOf(use.to), gone);
  return use.versions.flatMap(({ version, from, to }): readonly Span[] => {
    const major = majorOf(version);
    if (major === null) return [];
    return [
      {
        componentId: use.consumerComponentId,
        major,
        isStable: isStable.test(version),
        from: Math.max(opened, Date.parse(from)),
        to: Math.min(ended, endOf(to)),
        isRuntime: use.scope === "runtime",
      },
    ];
  });
}

const endOf = (to: string | null): number =>
  to === null ? Number.POSITIVE_INFINITY : Date.parse(to);

const isStable = /^v?\d{1,9}(?:\.\d{1,9}){0,5}(?:\+.{0,80}|\.(?:RELEASE|Final|GA))?$/;

function majorOf(version: string): number | null {
  const [, major] = /^v?(\d{1,9})(?:[.+-].{0,100})?$/.exec(version) ?? [];
  return major === undefined ? null : Number(major);
}

interface Seen {
  readonly own: ReadonlySet<string> | null;
  /** Of components whose clones are older than others, in milliseconds. */
  readonly seenUntil: ReadonlyMap<string, number>;
}

const nobody: Behind = { users: 0, behind: 0 };

function judged(
  { spans, releases, since }: Followed,
  at: number,
  { own, seenUntil }: Seen,
): Behind {
  const out = releases.filter((one) => one.at <= at);
  if (out.length === 0 || at < since) return nobody;
  const pastGrace = out.filter((one) => one.at <= at - grace).map(({ major }) => major);
  // Nobody is late for what all are in their days of grace.
  const asked =
    pastGrace.length > 0 ? Math.max(...pastGrace) : Math.min(...out.map(({ major }) => major));
  const versions = versionsAt(spans, at);
  const newest = Math.max(...out.map(({ major }) => major));
  // Something above all that was out by then: its releases are not known well enough to judge by.
  if (Array.from(versions.values()).some((one) => one.isStable && one.major > newest))
    return nobody;
  const outSince = Math.min(...out.filter(({ major }) => major >= asked).map((one) => one.at));
  const askedSince = Math.min(at, outSince + grace);
  let [users, behind] = [0, 0];
  for (const [componentId, { major }] of versions) {
    if (own !== null && !own.has(componentId)) continue;
    if ((seenUntil.get(componentId) ?? at) < askedSince) continue;
    users += 1;
    if (major < asked) behind += 1;
  }
  return { users, behind };
}

/** Of each component the version at a moment: of its use at runtime first, then the one that changed last. */
function versionsAt(spans: readonly Span[], at: number): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  for (const span of spans) {
    if (span.from > at || span.to <= at) continue;
    const known = found.get(span.componentId);
    if (known === undefined || isBefore(span, known)) found.set(span.componentId, span);
  }
  return found;
}

function isBefore(one: Span, other: Span): boolean {
  if (one.isRuntime !== other.isRuntime) return one.isRuntime;
  return one.from > other.from;
}

function seenUntilOf({ components, repositories }: PastReport): ReadonlyMap<string, number> {
  const until = new Map(
    repositories.flatMap(({ id, seenUntilAt }) =>
      seenUntilAt === null ? [] : [[id, Date.parse(seenUntilAt)] as const],
    ),
  );
  return new Map(
    components.flatMap(({ id, repositoryId }) => {
      const at = until.get(repositoryId);
      return at === undefined ? [] : [[id, at] as const];
    }),
  );
}
