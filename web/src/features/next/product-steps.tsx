import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { sentence } from "#web/ui/prose.tsx";
import type { ProductStepKind } from "#vocabulary/proposals.ts";

type Step = Report["lenses"]["products"][number]["items"][number];

const kindWords: Readonly<Record<ProductStepKind, string>> = {
  "missed-target": "Its own target",
  requested: "Asked of it",
  usability: "Found with its users",
  "going-away": "The platform takes away",
  upgrade: "The platform has raised",
  owed: "The platform owes",
  offered: "The platform offers",
};

/** What a product could do next: whose wish it is, what to do, and why. */
export function ProductSteps({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  return (
    <ul className="plain">
      {steps.map((step) => (
        <li key={step.id}>
          <span className="step-kind">{kindWords[step.kind]}</span>
          {step.evidenceIds.length === 0 ? (
            step.title
          ) : (
            <Figure evidence={step.evidenceIds}>{step.title}</Figure>
          )}
          <span className="quiet block">{step.reasons.map(sentence).join(" ")}</span>
        </li>
      ))}
    </ul>
  );
}
