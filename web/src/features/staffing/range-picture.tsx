import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";

type Staffing = Report["staffing"];

/** The range as people on a line from 0, with the recommendation filled; the words beside it say the same. */
export function RangePicture({ staffing }: { readonly staffing: Staffing }): ReactNode {
  const { low, high, recommended } = staffing;
  if (low === null || high === null || recommended === null) return null;
  const most = Math.max(3, high + 1);
  return (
    <div className="people" role="img" aria-label={rangeWords(staffing)}>
      {Array.from({ length: most }, (_, index) => index + 1).map((person) => (
        <span
          key={person}
          className={
            person <= recommended ? "person is-in" : person <= high ? "person is-range" : "person"
          }
        >
          {person <= recommended ? "●" : person <= high ? "◐" : "○"}
          <span className="quiet">{person}</span>
        </span>
      ))}
    </div>
  );
}

/** "1 person", "2 to 4 people, 3 recommended" */
export function rangeWords({
  low,
  high,
  recommended,
}: Pick<Staffing, "low" | "high" | "recommended">): string {
  if (low === null || high === null) return "the number cannot be said";
  const people = (count: number): string => `${String(count)} ${count === 1 ? "person" : "people"}`;
  if (low === high) return people(low);
  return `${String(low)} to ${people(high)}${recommended === null ? "" : `, ${String(recommended)} recommended`}`;
}
