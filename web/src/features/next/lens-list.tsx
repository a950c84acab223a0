import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink } from "#web/ui/names.tsx";
import { sentence } from "#web/ui/prose.tsx";
import { keptWords } from "#web/ui/words.ts";

export type LensItem = Report["lenses"]["platform"][number];

/** How many would feel it. */
export function reachOf(
  { reachCount: count, reachUnit: unit }: LensItem,
  ownersKnown: Report["organisation"]["ownersKnown"],
): string {
  return keptWords({ count, unit }, ownersKnown);
}

/** A ranked list of things to do: what, why, for how many teams; each opens its evidence. */
export function LensList({ items }: { readonly items: readonly LensItem[] }): ReactNode {
  const { ownersKnown } = useSection("organisation").organisation;
  return (
    <ol className="ranked">
      {items.map((item) => (
        <li key={`${item.kind} ${item.title}`}>
          <h3>
            {item.evidenceIds.length === 0 ? (
              item.title
            ) : (
              <Figure evidence={item.evidenceIds}>{item.title}</Figure>
            )}
          </h3>
          <p>{item.reasons.map(sentence).join(" ")}</p>
          <p className="quiet ranked-foot">
            {reachOf(item, ownersKnown)} would feel it
            <StrengthBar strength={item.strength} />
            {item.subjectIds.slice(0, 4).map((id) => (
              <span key={id}>
                {id.startsWith("capability:") ? (
                  <CapabilityLink id={id} />
                ) : (
                  <ComponentLink id={id} />
                )}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}

function StrengthBar({ strength }: { readonly strength: number }): ReactNode {
  return (
    <span className="strength" title={`Strength ${strength.toFixed(2)} of 1`}>
      <span className="for-readers">, strength {strength.toFixed(2)} of 1</span>
      <span className="strength-bar" style={{ width: `${String(Math.round(strength * 100))}%` }} />
    </span>
  );
}
