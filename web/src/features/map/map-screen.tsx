import type { ReactNode } from "react";
import { possibleBuilders, usesNow } from "#web/api/look-ups.ts";
import { useSections } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { numberWords, plural, reachWords } from "#web/ui/words.ts";
import { PartnerChain } from "./partner-row.tsx";
import { PlatformNumbers } from "./platform-numbers.tsx";
import { ValueChainPicture } from "./value-chain.tsx";

/** From the platform through builders to end users, and to partners outside. */
export function MapScreen(): ReactNode {
  const { organisation, components, consumptions } = useSections(
    "organisation",
    "components",
    "consumptions",
  );
  const uses = usesNow(consumptions);
  const builders = new Set(uses.map((use) => use.consumerComponentId)).size;
  const used = new Set(uses.map((use) => use.capabilityId)).size;
  return (
    <Screen
      title="Map"
      question={`What carries ${organisation.name}, and who builds on it?`}
      section="consumptions"
      finding={
        <>
          {plural(used, "capability", "capabilities")} in use carry{" "}
          <Figure evidence={["section:consumptions"]}>
            {numberWords(builders)} of{" "}
            {plural(possibleBuilders(components, consumptions).length, "component")}
          </Figure>
        </>
      }
      lead={`In ${reachWords(organisation)}, through ${plural(uses.length, "use")}.`}
    >
      <ValueChainPicture />
      <PartnerChain />
      <PlatformNumbers />
    </Screen>
  );
}
