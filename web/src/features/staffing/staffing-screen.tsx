import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import type { DomainSource } from "#vocabulary/decision.ts";
import { useSections } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, Owners } from "#web/ui/names.tsx";
import { Prose } from "#web/ui/prose.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { percentWords, plural, teamsWords } from "#web/ui/words.ts";
import { RangePicture, rangeWords } from "./range-picture.tsx";

const sourceWords: Readonly<Record<DomainSource, string>> = {
  catalogue: "declared in catalogues",
  configuration: "declared in fulcrum.yaml",
  proposed: "proposed from who builds on what",
};

/** "payments, declared in catalogues, a major one" */
function domainWords({ kind, source, isMajor }: Report["staffing"]["domains"][number]): string {
  const told = kind === "mixed" ? [] : [kind];
  return [...told, sourceWords[source], isMajor ? "a major one" : "a minor one"].join(", ");
}

const question = "How many platform product managers, and for what?";

export function StaffingScreen(): ReactNode {
  const { staffing, organisation } = useSections("staffing", "organisation");
  const { ownersKnown } = organisation;
  const isKnown = staffing.low !== null && staffing.high !== null;
  return (
    <Screen
      title={question}
      question={question}
      section="staffing"
      finding={
        isKnown ? (
          <>
            If you do: {rangeWords(staffing)}, {staffing.confidence} confidence
          </>
        ) : (
          "Too little is known to say how many"
        )
      }
      lead={
        isKnown ? (
          staffing.reasons.map((reason) => <Prose key={reason}>{`${reason} `}</Prose>)
        ) : (
          <Unknown pointer="/staffing/low" />
        )
      }
    >
      <RangePicture staffing={staffing} />
      {staffing.contradictions.length > 0 && (
        <Panel title="What contradicts">
          <ul>
            {staffing.contradictions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Panel>
      )}
      {staffing.assignments.length > 0 && (
        <Panel title="What each would own">
          <div className="cards">
            {staffing.assignments.map((one) => (
              <section key={one.title} className="card">
                <h3>{one.title}</h3>
                <p>
                  {percentWords(one.share)} of all uses by other teams, in{" "}
                  {teamsWords({ teamCount: one.consumingOwnersCount, ownersKnown })}
                </p>
                <ul className="plain">
                  {one.capabilityIds.slice(0, 8).map((id) => (
                    <li key={id}>
                      <CapabilityLink id={id} />
                    </li>
                  ))}
                </ul>
                {one.capabilityIds.length > 8 && (
                  <p className="note">and {one.capabilityIds.length - 8} more</p>
                )}
              </section>
            ))}
          </div>
        </Panel>
      )}
      <Panel
        title="Domains of the platform"
        note="Declared in catalogues or fulcrum.yaml; else proposed from who builds on what, which only widens the range."
      >
        {staffing.domains.length === 0 ? (
          <p>
            None is declared, and none stands out. Name them in fulcrum.yaml under organisation.
          </p>
        ) : (
          <ul className="plain">
            {staffing.domains.map((one) => (
              <li key={one.name}>
                <Figure evidence={one.evidenceIds}>{one.name}</Figure>{" "}
                <span className="quiet">
                  {domainWords(one)}; {plural(one.capabilityIds.length, "capability")}, built on by{" "}
                  {teamsWords({ teamCount: one.consumingOwnersCount, ownersKnown })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel
        title="Platform-focused teams"
        note="More than half of their work goes into components that others use. By name; nothing here compares teams by effort."
      >
        {staffing.platformTeams.length === 0 ? (
          <p>None is seen.</p>
        ) : (
          <ul className="plain">
            {staffing.platformTeams.map((one) => (
              <li key={one.teamId}>
                <Owners ids={[one.teamId]} />{" "}
                <span className="quiet">
                  {one.isCounted === null
                    ? "nothing says whether it counts"
                    : one.isCounted
                      ? "counted"
                      : "not counted"}
                  ; {plural(one.componentIds.length, "component")} that others use
                </span>
              </li>
            ))}
          </ul>
        )}
        {staffing.withheldTeamsCount > 0 && (
          <p className="note">
            {plural(staffing.withheldTeamsCount, "team")} of fewer than five people: their work is
            not looked at.
          </p>
        )}
      </Panel>
      <Panel
        title="How sure is the number?"
        note="The range again, with one thing changed at a time."
      >
        <table>
          <thead>
            <tr>
              <th scope="col">If</th>
              <th scope="col">Then</th>
            </tr>
          </thead>
          <tbody>
            {staffing.sensitivity.map((one) => (
              <tr key={one.change}>
                <td>{one.change}</td>
                <td>{rangeWords(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </Screen>
  );
}
