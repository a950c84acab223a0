import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useReportIndex, useSections } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink } from "#web/ui/names.tsx";
import { Prose } from "#web/ui/prose.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { DataTable } from "#web/ui/table/data-table.tsx";
import type { TableColumn } from "#web/ui/table/table-column.ts";
import { dateWords, numberWords, plural, yearOf } from "#web/ui/words.ts";

type Decision = Report["decisions"][number];

const question = "What was decided, and for which goal?";
const keyOf = (one: Decision): string => `${one.repositoryId} ${one.path}`;
const newestFirst = { column: "date", isDescending: true };

const columns: readonly TableColumn<Decision>[] = [
  {
    id: "title",
    header: "Decision",
    value: ({ title }) => title,
    cell: (one) => (
      <Figure evidence={one.evidenceIds}>
        <bdi>
          <Prose>{one.title}</Prose>
        </bdi>
      </Figure>
    ),
    width: "38%",
  },
  {
    id: "status",
    header: "Status",
    value: ({ status }) => status,
    groupOf: ({ status }) => status,
    width: "12%",
  },
  {
    id: "date",
    header: "Decided",
    value: ({ decidedAt }) => decidedAt,
    groupOf: ({ decidedAt }) => yearOf(decidedAt),
    cell: ({ decidedAt }) => (decidedAt === null ? "no day named" : dateWords(decidedAt)),
    width: "14%",
  },
  {
    id: "goals",
    header: "Goals it names",
    value: ({ goalIds }) => goalIds.join(", "),
    cell: ({ goalIds }) =>
      goalIds.length === 0 ? <span className="quiet">none</span> : goalIds.join(", "),
    width: "14%",
  },
  {
    id: "capabilities",
    header: "Capabilities",
    value: ({ capabilityIds }) => capabilityIds.length,
    cell: ({ capabilityIds }) =>
      capabilityIds.slice(0, 3).map((id) => (
        <span key={id} className="block">
          <CapabilityLink id={id} />
        </span>
      )),
    isOnPhone: false,
  },
];

/** "Of 4 goals 1 has reached its day; the next is One look, by 31 Dec 2026" */
function goalsWords(goals: Report["goals"], asOf: string): string {
  const dated = goals.flatMap(({ name, by }) => (by === null ? [] : [{ name, by }]));
  const due = dated.filter(({ by }) => Date.parse(by) <= Date.parse(asOf)).length;
  const [next] = dated
    .filter(({ by }) => Date.parse(by) > Date.parse(asOf))
    .toSorted((a, b) => Date.parse(a.by) - Date.parse(b.by));
  const all = plural(goals.length, "goal");
  const begins =
    due === 0
      ? `${all} ${goals.length === 1 ? "is" : "are"} set`
      : `Of ${all} ${numberWords(due)} ${due === 1 ? "has" : "have"} reached ${due === 1 ? "its" : "their"} day`;
  return next === undefined
    ? begins
    : `${begins}; the next is “${next.name}”, by ${dateWords(next.by)}`;
}

export function DecisionsScreen(): ReactNode {
  const { decisions, goals } = useSections("decisions", "goals");
  const { asOf } = useReportIndex();
  const named = decisions.filter((one) => one.goalIds.length > 0).length;
  return (
    <Screen
      title={question}
      question={question}
      section="decisions"
      finding={
        decisions.length === 0 && goals.length === 0
          ? "Neither a decision nor a goal is written down"
          : goals.length === 0
            ? `${plural(decisions.length, "decision record")} ${decisions.length === 1 ? "was" : "were"} found; no goal is named for them to serve`
            : goalsWords(goals, asOf)
      }
      lead={
        decisions.length > 0 &&
        goals.length > 0 &&
        `${numberWords(named)} of ${plural(decisions.length, "decision record")} ${named === 1 ? "names" : "name"} a goal; a decision serves ${numberWords(goals.filter((one) => one.hasDecision).length)} of ${plural(goals.length, "goal")}.`
      }
    >
      <Panel title="Goals">
        {goals.length === 0 ? (
          <p>
            None is set. Name them in fulcrum.yaml under <code>goals</code>: what is to be reached,
            by when, and where it stands.
          </p>
        ) : (
          <ul className="plain">
            {goals.map((one) => (
              <li key={one.id}>
                <bdi>{one.name}</bdi>
                {one.capabilityId !== null && (
                  <>
                    {" "}
                    (<CapabilityLink id={one.capabilityId} />)
                  </>
                )}
                <span className="quiet block">
                  target {one.target ?? "not set"}, actual {one.actual ?? "not measured"}
                  {one.by !== null && `, by ${dateWords(one.by)}`};{" "}
                  {one.hasDecision ? "a decision serves it" : "no decision names it"}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {decisions.length > 0 && (
        <DataTable
          caption="Decision records"
          rows={decisions}
          columns={columns}
          keyOf={keyOf}
          initialSorting={newestFirst}
          filterHint="Filter by words, status or goal"
        />
      )}
    </Screen>
  );
}
