import type { ReactNode } from "react";
import { adoptionByCapability, usersOf } from "#web/api/look-ups.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { useReportIndex, useSections } from "#web/api/use-report.ts";
import type { Adoption, Capability } from "#web/api/report-rows.ts";
import { Name } from "#web/ui/names.tsx";
import { NotFound } from "#web/ui/not-found.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import type { ThingTab } from "#web/ui/thing/thing-tab.ts";
import { Thing } from "#web/ui/thing/thing.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { dateWords, kindWords } from "#web/ui/words.ts";
import { PutCapabilityRight } from "../corrections/put-right.tsx";
import { Promises } from "../reliability/roll-ups.tsx";
import { AdoptionChart } from "./adoption-chart.tsx";
import { CapabilityAnswer } from "./capability-answer.tsx";
import { CapabilityRail } from "./capability-rail.tsx";
import { Cohorts } from "./cohorts.tsx";
import { CompareWith } from "./compare-with.tsx";
import { ConsumersTable } from "./consumers-table.tsx";
import { Leavers } from "./leavers.tsx";
import { PullAndChoice } from "./pull-and-choice.tsx";
import { RetentionChart } from "./retention-chart.tsx";
import { VersionsInUse } from "./versions-in-use.tsx";

export function CapabilityScreen({ id }: { readonly id: string }): ReactNode {
  const capability = useNames().capabilities.get(id);
  const { adoption, consumptions, reliabilityRollUps } = useSections(
    "adoption",
    "consumptions",
    "reliability",
  );
  const { asOf } = useReportIndex();
  if (capability === undefined) return <NotFound what="capability" id={id} />;
  const found = adoptionByCapability(adoption, asOf).get(id);
  const promises = reliabilityRollUps.find((one) => one.subjectId === id)?.sloIds.length ?? 0;
  const users = usersOf(consumptions, id).length;
  const [curve, ...rest] = found === undefined ? [] : adoptionTabs(capability, found, asOf);
  const tabs: readonly ThingTab[] = [
    ...(curve === undefined ? [] : [curve]),
    ...(users === 0
      ? []
      : [
          {
            id: "users",
            label: "Users",
            count: users,
            content: () => (
              <Panel title="Who uses it, and who did">
                <ConsumersTable capabilityId={id} />
              </Panel>
            ),
          },
        ]),
    ...rest,
    ...(promises === 0
      ? []
      : [
          {
            id: "promises",
            label: "Promises",
            count: promises,
            content: () => <Promises subjectId={id} />,
          },
        ]),
  ];
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
      {capability.description !== null && <p className="introduction">{capability.description}</p>}
      <PutCapabilityRight capability={capability} />
      <Thing
        name={capability.name}
        tabs={tabs}
        rail={
          <CapabilityRail
            capability={capability}
            adoption={found?.adoption ?? null}
            pointer={found?.pointer ?? "/adoption"}
          />
        }
      />
    </Screen>
  );
}

interface Placed {
  readonly adoption: Adoption;
  readonly pointer: string;
}

function adoptionTabs(
  capability: Capability,
  { adoption, pointer }: Placed,
  asOf: string,
): readonly ThingTab[] {
  const [first] = adoption.curve;
  const window = `${first === undefined ? "" : `${dateWords(first.date)} to `}${dateWords(asOf)}`;
  const curve: ThingTab = {
    id: "adoption",
    label: "Adoption",
    content: () => (
      <>
        {first === undefined ? (
          <p className="empty">
            Nobody has used it yet, so there is no curve to draw.{" "}
            <a href="#/capabilities">What is used</a>
          </p>
        ) : (
          <AdoptionChart capability={capability} adoption={adoption} asOf={asOf} />
        )}
        {first !== undefined && adoption.forecast === null && (
          <p className="note">
            Forecast. <Unknown pointer={`${pointer}/forecast`} />
          </p>
        )}
        {adoption.retention !== null && (
          <RetentionChart adoption={adoption} retention={adoption.retention} window={window} />
        )}
        {first !== undefined && adoption.retention === null && (
          <Panel title="How many stay">
            <Unknown pointer={`${pointer}/retention`} />
          </Panel>
        )}
        <Cohorts adoption={adoption} />
      </>
    ),
  };
  // Nobody ever came: there is nothing to say of why, nor of versions.
  if (adoption.adoptersEver === 0) return [curve];
  return [
    curve,
    {
      id: "versions",
      label: "Versions",
      content: () => <VersionsInUse adoption={adoption} pointer={pointer} window={window} />,
    },
    {
      id: "moves",
      label: "Why they came and went",
      content: () => (
        <>
          <PullAndChoice adoption={adoption} pointer={pointer} window={window} />
          <Leavers capability={capability} adoption={adoption} />
        </>
      ),
    },
  ];
}
