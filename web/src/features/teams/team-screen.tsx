import { Suspense, useMemo, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import type { Component } from "#web/api/report-rows.ts";
import { useReportIndex, useSections } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { ComponentLink, Name } from "#web/ui/names.tsx";
import { NotFound } from "#web/ui/not-found.tsx";
import { routeHref } from "#web/ui/route.ts";
import { Panel, Screen } from "#web/ui/screen.tsx";
import type { ThingTab } from "#web/ui/thing/thing-tab.ts";
import { Thing } from "#web/ui/thing/thing.tsx";
import { Tiles } from "#web/ui/tiles/tiles.tsx";
import { classWords, numberWords, ownerSourceWords, plural } from "#web/ui/words.ts";
import { rollUpsOf } from "../delivery/delivery-rows.ts";
import { TeamDelivery } from "../delivery/team-delivery.tsx";
import { DecideThisWeek } from "../monday/decide-this-week.tsx";
import { tilesOf } from "../monday/tiles.ts";
import { WhatHappened } from "../monday/what-happened.tsx";
import { Promises } from "../reliability/roll-ups.tsx";
import { BuildsOn, Provides } from "./team-capabilities.tsx";
import { teamCounts, teamLinks } from "./team-links.ts";
import { TeamRail } from "./team-rail.tsx";

/** What it is, or that nobody works on it any more. */
function stateOf(component: Component | undefined): string {
  return component?.lifecycle === "archived"
    ? "archived"
    : classWords[component?.class ?? "unknown"];
}

export function TeamScreen({ id }: { readonly id: string }): ReactNode {
  const names = useNames();
  const found = useSections(
    "components",
    "capabilities",
    "consumptions",
    "adoption",
    "delivery",
    "reliability",
    "stability",
    "repositories",
  );
  const { components, capabilities, consumptions, reliabilityRollUps } = found;
  const { asOf } = useReportIndex();
  const team = names.teams.get(id);
  const links = useMemo(
    () => (team === undefined ? null : teamLinks(team, capabilities, consumptions)),
    [team, capabilities, consumptions],
  );
  if (team === undefined || links === null) return <NotFound what="team" id={id} />;
  const counts = teamCounts(team, components);
  const counted: readonly (ThingTab & { readonly count: number })[] = [
    {
      id: "components",
      label: "Components",
      count: team.componentIds.length,
      content: () => (
        <Panel title="Components">
          <ul className="plain columns">
            {team.componentIds.map((componentId) => (
              <li key={componentId}>
                <ComponentLink id={componentId} />{" "}
                <span className="quiet">{stateOf(names.components.get(componentId))}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ),
    },
    {
      id: "provides",
      label: "Provides",
      count: links.provided.length,
      content: () => <Provides links={links} />,
    },
    {
      id: "uses",
      label: "Builds on",
      count: links.used.length,
      content: () => <BuildsOn links={links} />,
    },
    {
      id: "promises",
      label: "Promises",
      count: reliabilityRollUps.find((one) => one.subjectId === id)?.sloIds.length ?? 0,
      content: () => <Promises subjectId={id} />,
    },
  ];
  const tabs: readonly ThingTab[] = [
    {
      id: "monday",
      label: "Monday",
      content: () => (
        <>
          <Tiles tiles={tilesOf({ ...found, asOf }, id)} isShort />
          <DecideThisWeek team={id} />
          <Suspense fallback={<div className="bone bone-picture" />}>
            <WhatHappened team={id} />
          </Suspense>
        </>
      ),
    },
    ...counted.filter(({ count }) => count > 0),
    ...(rollUpsOf(found, id).length === 0
      ? []
      : [{ id: "delivery", label: "Delivery", content: () => <TeamDelivery id={id} /> }]),
  ];
  return (
    <Screen
      key={id}
      title={team.name}
      question="Team"
      finding={<Name>{team.name}</Name>}
      section="teams"
      actions={
        <>
          <a href={routeHref("", null, new URLSearchParams({ team: id }))}>
            Every screen for this team
          </a>
          <a href={routeHref("components", null, new URLSearchParams({ team: id }))}>
            Put its components right
          </a>
        </>
      }
      lead={
        <>
          <Figure evidence={[team.id]}>{plural(counts.standing, "component")}</Figure>
          {counts.archived > 0 && ` and ${numberWords(counts.archived)} archived`}, known from{" "}
          {ownerSourceWords[team.source]}
          {team.kind === "individual-owned" && "; owned by an individual's account, not by a team"}.
          It provides {plural(links.provided.length, "capability", "capabilities")} and uses{" "}
          {links.used.length}.
        </>
      }
    >
      <Thing name={team.name} tabs={tabs} rail={<TeamRail team={team} />} />
    </Screen>
  );
}
