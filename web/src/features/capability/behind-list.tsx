import { useMemo, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import type { Adoption } from "#web/api/report-rows.ts";
import { ComponentLink, Name, Owners } from "#web/ui/names.tsx";
import { plural } from "#web/ui/words.ts";
import { behindByTeam, type TeamBehind } from "./behind-by-team.ts";

/** Who is behind, and by how much. */
export function BehindList({ adoption }: { readonly adoption: Adoption }): ReactNode {
  const { components } = useNames();
  const teams = useMemo(() => behindByTeam(adoption, components), [adoption, components]);
  if (teams.length === 0) return null;
  return (
    <>
      <h3>Behind it, by team</h3>
      <ul className="plain">
        {teams.map((team) => (
          <li key={team.teamId ?? ""}>
            {team.teamId === null ? "Owner not known" : <Owners ids={[team.teamId]} />}:{" "}
            {wordsOf(team)}
            <span className="quiet block">
              {team.uses.map(({ componentId, version }, index) => (
                <span key={componentId}>
                  {index > 0 && ", "}
                  <ComponentLink id={componentId} /> on <Name>{version}</Name>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function wordsOf({ uses, majors }: TeamBehind): string {
  const count = plural(uses.length, "component");
  if (majors === null) return count;
  return uses.length === 1
    ? `${count}, ${plural(majors, "major")} behind`
    : `${count}, up to ${plural(majors, "major")} behind`;
}
