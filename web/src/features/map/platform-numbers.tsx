import type { ReactNode } from "react";
import { standing } from "#web/api/look-ups.ts";
import { useSections } from "#web/api/use-report.ts";
import { FactList } from "#web/ui/fact-list.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Panel } from "#web/ui/screen.tsx";
import {
  classWords,
  dateWords,
  listWords,
  numberWords,
  plural,
  teamsWords,
} from "#web/ui/words.ts";
import { componentClasses } from "#vocabulary/structure.ts";

/** The platform in numbers: what was read, and what it turned out to be. */
export function PlatformNumbers(): ReactNode {
  const { organisation, components, capabilities } = useSections(
    "organisation",
    "components",
    "capabilities",
  );
  const present = standing(components);
  const archived = components.length - present.length;
  const classes = componentClasses
    .map((name) => ({ name, count: present.filter((one) => one.class === name).length }))
    .filter((one) => one.count > 0)
    .map((one) => `${numberWords(one.count)} ${classWords[one.name]}`);
  const owned = present.filter((one) => one.ownerIds.length > 0).length;
  const provided = capabilities.filter((one) => one.providerComponentId !== null).length;
  return (
    <Panel title="The platform in numbers">
      <FactList
        facts={[
          {
            term: "Read",
            detail: (
              <Figure evidence={["section:repositories"]}>
                {plural(organisation.repositoryCount, "repository", "repositories")},{" "}
                {plural(organisation.commitCount, "commit")}
                {organisation.from !== null && ` since ${dateWords(organisation.from)}`}
              </Figure>
            ),
          },
          {
            term: "Components",
            detail: (
              <Figure evidence={["section:components"]}>
                {listWords(classes)}
                {archived > 0 && `; ${numberWords(archived)} more archived`}
              </Figure>
            ),
          },
          {
            term: "Owned",
            detail: (
              <Figure evidence={["section:teams"]}>
                {numberWords(owned)} of {plural(present.length, "component")} by{" "}
                {teamsWords(organisation)}
              </Figure>
            ),
          },
          {
            term: "Capabilities",
            detail: (
              <Figure evidence={["section:capabilities"]}>
                {numberWords(capabilities.length)}, of them {numberWords(provided)} from
                repositories that were read
              </Figure>
            ),
          },
        ]}
      />
    </Panel>
  );
}
