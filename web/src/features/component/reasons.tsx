import type { ReactNode } from "react";
import type { Component } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Panel } from "#web/ui/screen.tsx";

type Reason = Component["reasonsFor"][number];

/** Why this class, why not, and what a catalogue says against it. Weights are log-odds: 0 says nothing. */
export function Reasons({ component }: { readonly component: Component }): ReactNode {
  const all = [...component.reasonsFor, ...component.reasonsAgainst];
  const most = Math.max(1, ...all.map((reason) => Math.abs(reason.weight)));
  return (
    <>
      <div className="pair">
        <Panel title="Reasons for">
          <ReasonList reasons={component.reasonsFor} most={most} side="for" />
        </Panel>
        <Panel title="Reasons against">
          <ReasonList reasons={component.reasonsAgainst} most={most} side="against" />
        </Panel>
      </div>
      {component.contradictions.length > 0 && (
        <Panel title="Contradictions">
          <ul className="plain">
            {component.contradictions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="note">
            If the catalogue is right, put it right once: <code>fulcrum correct class</code>.
          </p>
        </Panel>
      )}
    </>
  );
}

interface ReasonListProps {
  readonly reasons: readonly Reason[];
  readonly most: number;
  readonly side: "for" | "against";
}

function ReasonList({ reasons, most, side }: ReasonListProps): ReactNode {
  if (reasons.length === 0) return <p className="quiet">None was found.</p>;
  return (
    <ul className="plain reasons">
      {reasons
        .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .map((reason) => (
          <li key={reason.text}>
            {reason.evidenceIds.length > 0 ? (
              <Figure evidence={reason.evidenceIds}>{reason.text}</Figure>
            ) : (
              reason.text
            )}
            <span className="weight">
              <span
                className={`weight-bar ${side}`}
                style={{ width: `${(Math.abs(reason.weight) / most) * 60}%` }}
              />
              {reason.weight > 0 ? "+" : "−"}
              {Math.abs(reason.weight).toFixed(1)}
            </span>
          </li>
        ))}
    </ul>
  );
}
