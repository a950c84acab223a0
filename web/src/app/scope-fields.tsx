import type { ReactNode } from "react";
import { itemsOf } from "#web/api/section-items.ts";
import { useSection } from "#web/api/use-report.ts";
import { addressedRoute, replaceRoute } from "#web/ui/route.ts";
import { defaultRange, ranges, scopeHref, useScope, type Range } from "#web/ui/scope.ts";

const rangeWords: Readonly<Record<Range, string>> = {
  "30": "30 days",
  "90": "90 days",
  "365": "1 year",
  all: "All time",
};

/** Without a collator, whose first use costs more than all else in the bar: names of teams are short and few. */
function byLetters(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one < other ? -1 : Number(one > other);
}

/** Whose platform, and since when: both stand in the address, and go along from screen to screen. */
export function ScopeFields(): ReactNode {
  const { teams } = useSection("teams");
  const { team, range } = useScope();
  const known = [...itemsOf.teams({ teams }).values()]
    .filter((one) => one.kind === "team")
    .sort((a, b) => byLetters(a.name, b.name));
  return (
    <>
      {known.length > 1 && (
        <label className="scope-field">
          <span className="for-readers">Team</span>
          <select
            value={team ?? ""}
            onChange={({ target }) =>
              replaceRoute(scopeHref(addressedRoute(), { team: target.value }))
            }
          >
            <option value="">All teams</option>
            {known.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="scope-field">
        <span className="for-readers">Looking back</span>
        <select
          value={range}
          onChange={({ target }) =>
            replaceRoute(
              scopeHref(addressedRoute(), {
                since: target.value === defaultRange ? "" : target.value,
              }),
            )
          }
        >
          {ranges.map((one) => (
            <option key={one} value={one}>
              {rangeWords[one]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
