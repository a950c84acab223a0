import type { ReactNode } from "react";
import { usesNow } from "#web/api/look-ups.ts";
import { useSections } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { numberWords, plural, reachWords } from "#web/ui/words.ts";
import { BlindSpotList } from "../blind-spots/blind-spot-list.tsx";
import { ChangeList } from "../changes/change-list.tsx";
import { findings } from "./findings.tsx";
import { PartnerChain } from "./partner-row.tsx";
import { PlatformNumbers } from "./platform-numbers.tsx";
import { ValueChainPicture } from "./value-chain.tsx";

const shownAtMost = 5;

export function OverviewScreen(): ReactNode {
  const {
    organisation,
    components,
    capabilities,
    consumptions,
    adoption,
    changes,
    blindSpots,
    lenses,
  } = useSections(
    "organisation",
    "components",
    "capabilities",
    "consumptions",
    "adoption",
    "changes",
    "blindSpots",
    "lenses",
  );
  const uses = usesNow(consumptions);
  const builders = new Set(uses.map((use) => use.consumerComponentId)).size;
  const used = new Set(uses.map((use) => use.capabilityId)).size;
  return (
    <Screen
      title={`What carries ${organisation.name}, and who builds on it?`}
      question={`What carries ${organisation.name}, and who builds on it?`}
      section="organisation"
      answer={
        <>
          {plural(used, "capability", "capabilities")} in use carry{" "}
          <Figure evidence={["section:consumptions"]}>
            {numberWords(builders)} of {plural(components.length, "component")}
          </Figure>{" "}
          in {reachWords(organisation)}, through {plural(uses.length, "use")}.
        </>
      }
    >
      <ol className="findings">
        {findings({ adoption, capabilities, components, lenses }).map((finding) => (
          <li key={finding.key}>{finding.words}</li>
        ))}
      </ol>
      <ValueChainPicture />
      <PartnerChain />
      <PlatformNumbers />
      <div className={changes.length === 0 ? undefined : "pair"}>
        <Panel title="What changed since last time?">
          <ChangeList changes={changes.slice(0, shownAtMost)} />
          {changes.length > shownAtMost && <a href="#/changes">All {changes.length} changes</a>}
        </Panel>
        <Panel title="What could not be seen?">
          <BlindSpotList spots={blindSpots.slice(0, shownAtMost)} />
          <a href="#/blind-spots">All blind spots and problems</a>
        </Panel>
      </div>
    </Screen>
  );
}
