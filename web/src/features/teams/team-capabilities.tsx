import type { ReactNode } from "react";
import { itemsOf } from "#web/api/section-items.ts";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink } from "#web/ui/names.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { plural } from "#web/ui/words.ts";
import { rateWords } from "../capabilities/adoption-words.ts";
import type { TeamLinks } from "./team-links.ts";

/** What others could build on, and how many do. */
export function Provides({ links }: { readonly links: TeamLinks }): ReactNode {
  const { adoption } = useSection("adoption");
  return (
    <Panel title="Provides">
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
    </Panel>
  );
}

/** What its components build on: what most of them do comes first. */
export function BuildsOn({ links }: { readonly links: TeamLinks }): ReactNode {
  return (
    <Panel title="Builds on">
      <ul className="plain">
        {byUse(links).map(({ capabilityId, own }) => (
          <li key={capabilityId}>
            <CapabilityLink id={capabilityId} />:{" "}
            <Figure evidence={own.map((use) => use.id)}>{plural(own.length, "component")}</Figure>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function byUse({ used, uses }: TeamLinks) {
  return used
    .map((capabilityId) => ({
      capabilityId,
      own: uses.filter((use) => use.capabilityId === capabilityId),
    }))
    .sort((a, b) => b.own.length - a.own.length);
}
