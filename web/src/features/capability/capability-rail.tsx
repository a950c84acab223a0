import type { ReactNode } from "react";
import type { Adoption, Capability } from "#web/api/report-rows.ts";
import { useSections } from "#web/api/use-report.ts";
import { FactList, type Fact } from "#web/ui/fact-list.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { ComponentLink, Name, Owners } from "#web/ui/names.tsx";
import { History, type Occurrence } from "#web/ui/thing/history.tsx";
import { Standards } from "#web/ui/thing/standards.tsx";
import { dateWords, kindWords, numberWords, plural } from "#web/ui/words.ts";
import { CapabilityFacts } from "./capability-facts.tsx";
import { capabilityStandards } from "./capability-standards.ts";

interface CapabilityRailProps {
  readonly capability: Capability;
  readonly adoption: Adoption | null;
  readonly pointer: string;
}

/** What it is, which standards it keeps, what it gives and costs, and what happened to it. */
export function CapabilityRail({ capability, adoption, pointer }: CapabilityRailProps): ReactNode {
  const found = useSections("ownership", "documentation", "stability", "reliability");
  return (
    <>
      <section className="rail-part">
        <h2>Facts</h2>
        <FactList facts={factsOf(capability)} />
      </section>
      <Standards standards={capabilityStandards(found, capability)} />
      {adoption !== null && (
        <CapabilityFacts capability={capability} adoption={adoption} pointer={pointer} />
      )}
      <History events={eventsOf(capability, adoption)} />
    </>
  );
}

function factsOf(capability: Capability): readonly Fact[] {
  const { firstRelease, versionsCount, latestVersion, formerNames, providerComponentId } =
    capability;
  return [
    { term: "Kind", detail: `${kindWords[capability.kind]}, ${capability.lifecycle}` },
    { term: "Owner", detail: <Owners ids={capability.ownerIds} /> },
    {
      term: "From",
      detail:
        providerComponentId === null ? (
          "a repository that is not among those read"
        ) : (
          <ComponentLink id={providerComponentId} />
        ),
    },
    ...(versionsCount === null
      ? []
      : [
          {
            term: "Released",
            detail: `${plural(versionsCount, "version")}${firstRelease === null ? "" : ` since ${dateWords(firstRelease)}`}`,
          },
        ]),
    ...(latestVersion === null ? [] : [{ term: "Newest", detail: <Name>{latestVersion}</Name> }]),
    ...(formerNames.length === 0
      ? []
      : [{ term: "Formerly", detail: <Name>{formerNames.join(", ")}</Name> }]),
  ];
}

/** Releases, the first use, and the waves in which it came. */
function eventsOf(capability: Capability, adoption: Adoption | null): readonly Occurrence[] {
  const first = adoption?.curve.find(({ components }) => components > 0);
  return [
    ...capability.releases.map(({ version, at }) => ({
      at,
      key: version,
      words: (
        <>
          Released <Name>{version}</Name>
        </>
      ),
    })),
    ...(adoption?.waves ?? []).map((wave) => ({
      at: wave.from,
      key: `wave ${wave.kind}`,
      words: (
        <Figure evidence={wave.evidenceIds}>
          {numberWords(wave.adopters)} took it up together, {wave.kind}
        </Figure>
      ),
    })),
    ...(adoption === null || first === undefined
      ? []
      : [
          {
            at: first.date,
            key: "first",
            words: `In use by ${plural(first.components, "component")}`,
          },
        ]),
  ];
}
