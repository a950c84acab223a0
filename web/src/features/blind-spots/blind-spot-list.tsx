import type { ReactNode } from "react";
import type { Report } from "#contract/report.ts";
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
          <strong>{numberWords(spot.count)}</strong> {spot.what}. <Prose>{spot.sharpen}</Prose>
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
