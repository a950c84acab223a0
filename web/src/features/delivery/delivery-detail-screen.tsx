import { useMemo, type ReactNode } from "react";
import { useReport } from "#web/api/report-context.ts";
import { BarChart } from "#web/ui/chart/bar-chart.tsx";
import { FactList, type Fact } from "#web/ui/fact-list.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { ComponentLink, Name } from "#web/ui/names.tsx";
import { NotFound } from "#web/ui/not-found.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { dateWords, decimalWords, numberWords, percentWords, plural } from "#web/ui/words.ts";
import {
  deliveryRows,
  durationWords,
  levelWords,
  type Delivery,
  type DeliveryRow,
} from "./delivery-rows.ts";
import { DeploymentsChart } from "./deployments-chart.tsx";
import { ThroughputChart } from "./throughput-chart.tsx";

export function DeliveryDetailScreen({ id }: { readonly id: string }): ReactNode {
  const view = useReport();
  const row = useMemo(() => deliveryRows(view).find((one) => one.key === id), [view, id]);
  if (row === undefined) return <NotFound what="delivery" id={id} />;
  const { delivery, pointer } = row;
  const throughput = delivery.predictability?.throughput ?? null;
  return (
    <Screen
      key={id}
      title={`How does ${row.name} reach ${delivery.environment}?`}
      question={
        <>
          How does <Name>{row.name}</Name> reach <Name>{delivery.environment}</Name>?
        </>
      }
      section="delivery"
      answer={<Answer row={row} />}
    >
      <FactList facts={factsOf(row)} />
      <Panel title="Deployments">
        {delivery.points.some((point) => point.leadTimeSeconds !== null) ? (
          <>
            <DeploymentsChart delivery={delivery} />
            <LeadTimes delivery={delivery} />
          </>
        ) : (
          <p>
            <Unknown pointer={`${pointer}/leadTimeSeconds`} />
          </p>
        )}
      </Panel>
      <Panel title="How steady">
        {throughput === null ? (
          <p>
            <Unknown pointer={`${pointer}/predictability`} />
          </p>
        ) : (
          <ThroughputChart delivery={delivery} throughput={throughput} />
        )}
      </Panel>
    </Screen>
  );
}

function Answer({ row: { delivery, pointer } }: { readonly row: DeliveryRow }): ReactNode {
  const lead = delivery.leadTimeSeconds?.committer ?? null;
  return (
    <>
      <Figure evidence={delivery.evidenceIds}>
        {plural(delivery.deploymentsCount, "deployment")}
      </Figure>{" "}
      in the last year, {levelWords[delivery.level]}.{" "}
      {lead === null ? (
        <Unknown pointer={`${pointer}/leadTimeSeconds`} />
      ) : (
        <>
          Half of the changes took at most{" "}
          <Figure evidence={delivery.evidenceIds} n={lead.n}>
            {durationWords(lead.p50)}
          </Figure>
          , 85&nbsp;% at most {durationWords(lead.p85)}.
        </>
      )}
    </>
  );
}

function factsOf({ delivery, pointer }: DeliveryRow): readonly Fact[] {
  const unknown = (field: string): ReactNode => <Unknown pointer={`${pointer}/${field}`} />;
  const {
    changeFailRate: failed,
    recoverySeconds: recovery,
    reworkRate: rework,
    leadTimeSeconds: lead,
  } = delivery;
  const rate = (one: NonNullable<Delivery["reworkRate"]>): string =>
    `${percentWords(one.value)} (${percentWords(one.low)} to ${percentWords(one.high)}), ${one.numerator} of ${one.denominator}`;
  return [
    {
      term: "Component",
      detail:
        delivery.componentId === null ? (
          unknown("componentId")
        ) : (
          <ComponentLink id={delivery.componentId} />
        ),
    },
    {
      term: "In all of history",
      detail: `${plural(delivery.deploymentsTotal, "deployment")}${delivery.first === null ? "" : ` since ${dateWords(delivery.first)}`}`,
    },
    {
      term: "Deployment frequency",
      detail:
        delivery.perWeek === null ? unknown("perWeek") : `${decimalWords(delivery.perWeek)} a week`,
    },
    {
      term: "Change lead time without merge commits",
      detail:
        lead?.withoutMerges == null
          ? unknown("leadTimeSeconds")
          : `${durationWords(lead.withoutMerges.p50)} in the middle, n = ${numberWords(lead.withoutMerges.n)}`,
    },
    {
      term: "Change fail rate",
      detail: failed === null ? unknown("changeFailRate") : rate(failed),
    },
    {
      term: "Failed deployment recovery time",
      detail:
        recovery?.p50 == null
          ? unknown("recoverySeconds")
          : `${durationWords(recovery.p50)}, n = ${recovery.n}, ${recovery.unresolvedCount} unresolved`,
    },
    {
      term: "Deployment rework rate",
      detail: rework === null ? unknown("reworkRate") : rate(rework),
    },
    {
      term: "Rolled back",
      detail: `${plural(delivery.rollbacksCount, "deployment")} of an earlier version`,
    },
    {
      term: "Pending",
      detail: `${plural(delivery.pendingCount, "deployment")} younger than 24 hours`,
    },
  ];
}

const steps: readonly (readonly [string, number])[] = [
  ["under an hour", 3600],
  ["under a day", 86_400],
  ["under a week", 7 * 86_400],
  ["under a month", 30.44 * 86_400],
  ["longer", Number.POSITIVE_INFINITY],
];

/** Deployments by the median lead time of their commits. */
function LeadTimes({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const times = delivery.points.flatMap((point) => point.leadTimeSeconds ?? []);
  const bars = steps.map(([label, end], index) => {
    const start = steps[index - 1]?.[1] ?? 0;
    const value = times.filter((time) => time >= start && time < end).length;
    return { label, value, words: numberWords(value) };
  });
  return (
    <BarChart
      data={{
        title: "How long changes took",
        unit: "deployments by the median lead time of their commits",
        n: times.length,
        window: `${dateWords(delivery.window.from)} to ${dateWords(delivery.window.to)}`,
        source: levelWords[delivery.level],
      }}
      labelTitle="Lead time"
      bars={bars}
    />
  );
}
