import { useMemo, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { itemsOf } from "#web/api/section-items.ts";
import { useReportIndex, useSections } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink, Name } from "#web/ui/names.tsx";
import { routeHref } from "#web/ui/route.ts";
import { NotFound } from "#web/ui/not-found.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { classWords, ownerSourceWords, plural } from "#web/ui/words.ts";
import { rateWords } from "../capabilities/adoption-words.ts";
import { TeamDelivery } from "../delivery/team-delivery.tsx";
import { Tiles } from "#web/ui/tiles/tiles.tsx";
import { tilesOf } from "../monday/tiles.ts";
import { Promises } from "../reliability/roll-ups.tsx";
import { teamLinks, type TeamLinks } from "./team-links.ts";

export function TeamScreen({ id }: { readonly id: string }): ReactNode {
  const names = useNames();
  const found = useSections(
    "components",
    "capabilities",
    "consumptions",
    "adoption",
    "delivery",
    "reliability",
  );
  const { capabilities, consumptions, adoption } = found;
  const { asOf } = useReportIndex();
  const team = names.teams.get(id);
  const links = useMemo(
    () => (team === undefined ? null : teamLinks(team, capabilities, consumptions)),
    [team, capabilities, consumptions],
  );
  if (team === undefined || links === null) return <NotFound what="team" id={id} />;
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
          <a href={routeHref("duplication", null, new URLSearchParams({ team: id }))}>
            Its copied code
          </a>
        </>
      }
      lead={
        <>
          <Figure evidence={[team.id]}>{plural(team.componentIds.length, "component")}</Figure>,
          known from {ownerSourceWords[team.source]}
          {team.kind === "individual-owned" && "; owned by an individual's account, not by a team"}.
          It provides {plural(links.provided.length, "capability", "capabilities")} and uses{" "}
          {links.used.length}.
        </>
      }
    >
      <Tiles tiles={tilesOf({ ...found, asOf }, id)} />
      <div className="pair">
        <Panel title="Provides">
          {links.provided.length === 0 ? (
            <p>Nothing that others could install or call.</p>
          ) : (
            <ul className="plain">
              {links.provided.map((one) => {
                const own = itemsOf.adoption({ adoption }).get(one.id);
                return (
                  <li key={one.id}>
                    <CapabilityLink id={one.id} />
                    {own !== undefined && (
                      <>
                        : <Figure evidence={[`adoption:${one.id}`]}>{rateWords(own)}</Figure>
                      </>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </Panel>
        <Panel title="Builds on">
          {links.used.length === 0 ? (
            <p>No use of a capability of this organisation was seen.</p>
          ) : (
            <ul className="plain">
              {byUse(links).map(({ capabilityId, own }) => {
                return (
                  <li key={capabilityId}>
                    <CapabilityLink id={capabilityId} />:{" "}
                    <Figure evidence={own.map((use) => use.id)}>
                      {plural(own.length, "component")}
                    </Figure>
                  </li>
                );
              })}
            </ul>
          )}
        </Panel>
      </div>
      <TeamDelivery id={id} />
      <Promises subjectId={id} />
      <Panel title="Components">
        <ul className="plain columns">
          {team.componentIds.map((componentId) => (
            <li key={componentId}>
              <ComponentLink id={componentId} />{" "}
              <span className="quiet">
                {classWords[names.components.get(componentId)?.class ?? "unknown"]}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </Screen>
  );
}

/** What most of its components build on comes first. */
function byUse({ used, uses }: TeamLinks) {
  return used
    .map((capabilityId) => ({
      capabilityId,
      own: uses.filter((use) => use.capabilityId === capabilityId),
    }))
    .sort((a, b) => b.own.length - a.own.length);
}
