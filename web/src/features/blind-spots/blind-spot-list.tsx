import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Name } from "#web/ui/names.tsx";
import { Prose } from "#web/ui/prose.tsx";
import { numberWords } from "#web/ui/words.ts";

const examplesAtMost = 5;

export function BlindSpotList({ spots }: { readonly spots: Report["blindSpots"] }): ReactNode {
  if (spots.length === 0)
    return <p>Everything that was there could be read, owned and resolved.</p>;
  return (
    <ul className="plain">
      {spots.map((spot) => (
        <li key={spot.what}>
          <Count spot={spot} /> {spot.what}. <Prose>{spot.sharpen}</Prose>
          {spot.examples.length > 0 && (
            <span className="quiet examples">
              {spot.examples.slice(0, examplesAtMost).map((example, index) => (
                <span key={example}>
                  {index === 0 ? "Such as " : ", "}
                  <Name>{example}</Name>
                </span>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Count({ spot }: { readonly spot: Report["blindSpots"][number] }): ReactNode {
  const { count, evidenceIds = [] } = spot;
  const number = <strong>{numberWords(count)}</strong>;
  return evidenceIds.length === 0 ? number : <Figure evidence={evidenceIds}>{number}</Figure>;
}
