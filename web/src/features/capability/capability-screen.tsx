import type { ReactNode } from "react";
import { adoptionByCapability } from "#web/api/look-ups.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { useReportIndex, useSection } from "#web/api/use-report.ts";
import type { Adoption, Capability } from "#web/api/report-rows.ts";
import { Name, ComponentLink, Owners } from "#web/ui/names.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { dateWords, kindWords, plural } from "#web/ui/words.ts";
import { NotFound } from "#web/ui/not-found.tsx";
import { Promises } from "../reliability/roll-ups.tsx";
import { PutCapabilityRight } from "../corrections/put-right.tsx";
import { AdoptionChart } from "./adoption-chart.tsx";
import { CapabilityAnswer } from "./capability-answer.tsx";
import { CapabilityFacts } from "./capability-facts.tsx";
import { Cohorts } from "./cohorts.tsx";
import { CompareWith } from "./compare-with.tsx";
import { ConsumersTable } from "./consumers-table.tsx";
import { Leavers } from "./leavers.tsx";
import { PullAndChoice } from "./pull-and-choice.tsx";
import { RetentionChart } from "./retention-chart.tsx";
import { VersionsInUse } from "./versions-in-use.tsx";

export function CapabilityScreen({ id }: { readonly id: string }): ReactNode {
  const capability = useNames().capabilities.get(id);
  const { adoption } = useSection("adoption");
  const { asOf } = useReportIndex();
  if (capability === undefined) return <NotFound what="capability" id={id} />;
  const found = adoptionByCapability(adoption, asOf).get(id);
  return (
    <Screen
      key={id}
      title={capability.name}
      question={`Capability, ${kindWords[capability.kind]}`}
      finding={<Name>{capability.name}</Name>}
      section="adoption"
      actions={<CompareWith capability={capability} />}
      lead={
        found === undefined ? (
          <Unknown pointer="/adoption" />
        ) : (
          <CapabilityAnswer adoption={found.adoption} pointer={found.pointer} />
        )
      }
    >
      <Introduction capability={capability} />
      {found !== undefined && (
        <Pictures capability={capability} adoption={found.adoption} pointer={found.pointer} />
      )}
      <Promises subjectId={id} />
      <Panel title="Who uses it, and who did">
        <ConsumersTable capabilityId={id} />
      </Panel>
      <PutCapabilityRight capability={capability} />
    </Screen>
  );
}

function Introduction({ capability }: { readonly capability: Capability }): ReactNode {
  const { firstRelease, versionsCount, latestVersion, formerNames, providerComponentId } =
    capability;
  return (
    <div className="introduction">
      {capability.description !== null && <p>{capability.description}</p>}
      <p className="quiet">
        {kindWords[capability.kind]}, {capability.lifecycle}, owned by{" "}
        <Owners ids={capability.ownerIds} />
        {providerComponentId === null ? (
          "; its repository is not among those read"
        ) : (
          <>
            , from <ComponentLink id={providerComponentId} />
          </>
        )}
        {firstRelease !== null && `; first released ${dateWords(firstRelease)}`}
        {versionsCount !== null && `, ${plural(versionsCount, "version")}`}
        {latestVersion !== null && (
          <>
            , newest <Name>{latestVersion}</Name>
          </>
        )}
        {formerNames.length > 0 && (
          <>
            ; formerly <Name>{formerNames.join(", ")}</Name>
          </>
        )}
        .
      </p>
    </div>
  );
}

function Pictures({
  capability,
  adoption,
  pointer,
}: {
  readonly capability: Capability;
  readonly adoption: Adoption;
  readonly pointer: string;
}): ReactNode {
  const { asOf } = useReportIndex();
  const first = adoption.curve[0];
  const window = `${first === undefined ? "" : `${dateWords(first.date)} to `}${dateWords(asOf)}`;
  return (
    <>
      {first === undefined ? (
        <p className="empty">Nobody has used it yet, so there is no curve to draw.</p>
      ) : (
        <AdoptionChart capability={capability} adoption={adoption} asOf={asOf} />
      )}
      {adoption.forecast === null && (
        <p className="note">
          Forecast. <Unknown pointer={`${pointer}/forecast`} />
        </p>
      )}
      {adoption.retention === null ? (
        <Panel title="How many stay">
          <Unknown pointer={`${pointer}/retention`} />
        </Panel>
      ) : (
        <RetentionChart adoption={adoption} retention={adoption.retention} window={window} />
      )}
      <CapabilityFacts capability={capability} adoption={adoption} pointer={pointer} />
      <div className="pair">
        <VersionsInUse adoption={adoption} pointer={pointer} window={window} />
        <PullAndChoice adoption={adoption} pointer={pointer} window={window} />
      </div>
      <Leavers capability={capability} adoption={adoption} />
      <Cohorts adoption={adoption} />
    </>
  );
}
