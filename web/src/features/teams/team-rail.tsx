import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { countedUses, standing, usesOf } from "#web/api/look-ups.ts";
import { useNames } from "#web/api/names-of-things.ts";
import type { Consumption, Team } from "#web/api/report-rows.ts";
import { useSections } from "#web/api/use-report.ts";
import { FactList, type Fact } from "#web/ui/fact-list.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink, Name } from "#web/ui/names.tsx";
import { History, type Occurrence } from "#web/ui/thing/history.tsx";
import { Standards } from "#web/ui/thing/standards.tsx";
import { classWords, numberWords, ownerSourceWords, plural } from "#web/ui/words.ts";
import { componentClasses } from "#vocabulary/structure.ts";
import type { LoadDimension } from "#vocabulary/measures.ts";
import { teamStandards } from "./team-standards.ts";

/** What it owns, which standards its components miss, what it must know, and what it took up and left. */
export function TeamRail({ team }: { readonly team: Team }): ReactNode {
  const found = useSections(
    "ownership",
    "sharedRisks",
    "components",
    "capabilities",
    "consumptions",
    "reliability",
    "cognitiveLoad",
  );
  const { components } = useNames();
  const load = found.cognitiveLoad.find((one) => one.teamId === team.id);
  const own = standing(team.componentIds.flatMap((id) => components.get(id) ?? []));
  const facts: readonly Fact[] = [
    { term: "Known from", detail: ownerSourceWords[team.source] },
    ...componentClasses.flatMap((name): Fact[] => {
      const count = own.filter((one) => one.class === name).length;
      return count === 0
        ? []
        : [{ term: `As ${classWords[name]}`, detail: plural(count, "component") }];
    }),
    ...(load === undefined ? [] : [loadFact(load)]),
  ];
  return (
    <>
      <section className="rail-part">
        <h2>Facts</h2>
        <FactList facts={facts} />
      </section>
      <Standards standards={teamStandards(found, team)} />
      <History events={eventsOf(team, found)} />
    </>
  );
}

const loadWords: Readonly<Record<LoadDimension, (count: number) => string>> = {
  languages: (count) => plural(count, "language"),
  runtimes: (count) => plural(count, "runtime"),
  frameworks: (count) => plural(count, "framework"),
  tools: (count) => plural(count, "tool"),
  infrastructure: (count) => `${numberWords(count)}\u00a0of infrastructure`,
  capabilities: (count) => plural(count, "capability", "capabilities"),
  "parallel-versions": (count) => plural(count, "parallel version"),
};

function loadFact({ itemsCount, dimensions }: Report["cognitiveLoad"][number]): Fact {
  const parts = dimensions
    .filter(({ count }) => count > 0)
    .map(({ dimension, count }) => loadWords[dimension](count));
  return {
    term: "Must know",
    detail: `${plural(itemsCount, "thing")}: ${parts.join(", ")}`,
  };
}

type EventsReport = Pick<Report, "consumptions" | "capabilities">;

/** What the first of its components took up, what the last one left, and what it released. */
function eventsOf(team: Team, { consumptions, capabilities }: EventsReport): readonly Occurrence[] {
  const uses = team.componentIds.flatMap((id) => usesOf(countedUses(consumptions), id));
  const byCapability = new Map<string, Consumption[]>();
  for (const use of uses)
    byCapability.set(use.capabilityId, [...(byCapability.get(use.capabilityId) ?? []), use]);
  const moves = Array.from(byCapability, ([id, own]) => movesOf(id, own)).flat();
  const released = capabilities
    .filter((one) => one.ownerIds.includes(team.id))
    .flatMap(({ id, releases }) =>
      releases.map(({ version, at }) => ({
        at,
        key: `${id} ${version}`,
        words: (
          <>
            Released <CapabilityLink id={id} /> <Name>{version}</Name>
          </>
        ),
      })),
    );
  return [...moves, ...released];
}

function movesOf(id: string, uses: readonly Consumption[]): readonly Occurrence[] {
  const first = uses.reduce((a, b) => (a.from <= b.from ? a : b));
  const ends = uses.flatMap(({ to }) => to ?? []).toSorted();
  const last = uses.length === ends.length ? ends.at(-1) : undefined;
  return [
    ...(first.fromCensored
      ? []
      : [
          {
            at: first.from,
            key: `${id} from`,
            words: (
              <>
                <Figure evidence={[first.id]}>Took up</Figure> <CapabilityLink id={id} /> in{" "}
                <ComponentLink id={first.consumerComponentId} />
              </>
            ),
          },
        ]),
    ...(last === undefined
      ? []
      : [
          {
            at: last,
            key: `${id} to`,
            words: (
              <>
                <Figure evidence={uses.map((use) => use.id)}>Left</Figure>{" "}
                <CapabilityLink id={id} />
              </>
            ),
          },
        ]),
  ];
}
