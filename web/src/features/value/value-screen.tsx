import type { ReactNode } from "react";
import { useSection } from "#web/api/use-report.ts";
import { CapabilityLink } from "#web/ui/names.tsx";
import { sentence } from "#web/ui/prose.tsx";
import { routeHref } from "#web/ui/route.ts";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import { plural } from "#web/ui/words.ts";
import { LedgerChart } from "./ledger-chart.tsx";
import { ValueFinding, ValueLead } from "./value-answer.tsx";
import { valueColumns, valueRows, type ValueRow } from "./value-columns.tsx";
import { associationWords, isFound } from "./value-words.ts";

const question = "What did the platform cost, and what did it save?";
const keyOf = ({ line }: ValueRow): string => line.capabilityId;
const addressOf = ({ line }: ValueRow): string => routeHref("capabilities", line.capabilityId);
const bySaved = { column: "saved", isDescending: true };

export function ValueScreen(): ReactNode {
  const { value } = useSection("value");
  const rows = valueRows(value.capabilities);
  const both = rows
    .map(({ line }) => line)
    .filter((one) => one.avoidedPersonMonths !== null)
    .toSorted(
      (a, b) => (b.avoidedPersonMonths?.likely ?? 0) - (a.avoidedPersonMonths?.likely ?? 0),
    );
  return (
    <Screen
      title={question}
      question={question}
      section="value"
      finding={<ValueFinding />}
      lead={<ValueLead />}
    >
      {both.length > 0 && <LedgerChart lines={both} />}
      <DataTable
        caption="The ledger"
        rows={rows.filter(({ line }) => line.investedPersonMonths !== null)}
        columns={valueColumns}
        keyOf={keyOf}
        initialSorting={bySaved}
        addressOf={addressOf}
        compares
        filterHint="Filter by capability"
      />
      <Associations />
      <Panel title="What is taken for granted" note="Change it in fulcrum.yaml under value.">
        <ul className="plain">
          {value.assumptions.map((one) => (
            <li key={one.name}>
              {sentence(one.name)} {ratioWords(one.value.likely)}
              {one.value.low !== one.value.high &&
                ` (${ratioWords(one.value.low)} to ${ratioWords(one.value.high)})`}
              <span className="quiet block">{one.source}</span>
            </li>
          ))}
          <li>
            A person who committed in a month counts as one person-month, split over what they
            worked on.
            <span className="quiet block">
              Sums of fewer than five people are withheld; nothing here opens into a person.
            </span>
          </li>
        </ul>
      </Panel>
    </Screen>
  );
}

const ratioWords = (value: number): string => String(Math.round(value * 100) / 100);

function Associations(): ReactNode {
  const { value } = useSection("value");
  const all = value.capabilities.flatMap((line) => line.association.map((one) => ({ line, one })));
  return (
    <Panel
      title="Did delivery move when teams adopted?"
      note="Against components that had not adopted yet: an association, never a proof. Adjusted for every comparison of this report."
    >
      {all.length === 0 ? (
        <p>
          It cannot be said: a comparison needs eight teams that adopted and eight that did not,
          with production deployments before and after. The reason for each capability opens with{" "}
          <code>fulcrum value NAME</code>.
        </p>
      ) : (
        <ul className="plain">
          {all.map(({ line, one }) => (
            <li key={`${line.capabilityId} ${one.metric}`}>
              <CapabilityLink id={line.capabilityId} />: {associationWords(one)};{" "}
              {isFound(one) ? "more than chance" : "no more than chance would do"} (adjusted p ={" "}
              {one.adjustedPValue.toFixed(3)})
              <span className="quiet block">
                {plural(one.adoptingOwnersCount, "known team")} adopted,{" "}
                {plural(one.comparisonOwnersCount, "known team")} had not. Effects of{" "}
                {Math.round(Math.abs(one.minimumDetectableEffect) * 100)}&nbsp;% would be found four
                times in five.
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
