import { useMemo, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { useSection } from "#web/api/use-report.ts";
import { FactList, type Fact } from "#web/ui/fact-list.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { ComponentLink, Name } from "#web/ui/names.tsx";
import { NotFound } from "#web/ui/not-found.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { dateWords, decimalWords, numberWords, percentWords, plural } from "#web/ui/words.ts";
import type { Delivery } from "#web/api/report-rows.ts";
import {
  deliveryRows,
  durationWords,
  levelWords,
  unitOf,
  type Unit,
  type DeliveryRow,
} from "./delivery-rows.ts";
import { BenchmarkPanel } from "./benchmark-panel.tsx";
import { DeploymentsChart } from "./deployments-chart.tsx";
import { DeploymentsTable } from "./deployments-table.tsx";
import { FailuresPanel } from "./failures-panel.tsx";
import { LeadTimes, Stages } from "./lead-time-charts.tsx";
import { TagFamilies } from "./tag-families.tsx";
import { ThroughputChart } from "./throughput-chart.tsx";

export function DeliveryDetailScreen({ id }: { readonly id: string }): ReactNode {
  const { delivery: all } = useSection("delivery");
  const { components } = useNames();
  const row = useMemo(
    () => deliveryRows(all, components).find((one) => one.key === id),
    [all, components, id],
  );
  if (row === undefined) return <NotFound what="delivery" id={id} />;
  const { delivery, pointer } = row;
  const kind = unitOf[delivery.level];
  const throughput = delivery.predictability?.throughput ?? null;
  return (
    <Screen
      key={id}
      title={`${row.name}, ${delivery.environment}`}
      question={questionOf[kind]}
      finding={
        <>
          <Name>{row.name}</Name>
          {kind === "deployment" && (
            <>
              {" "}
              in <Name>{delivery.environment}</Name>
            </>
          )}
        </>
      }
      section="delivery"
      lead={<Answer row={row} />}
    >
      <FactList facts={factsOf(row)} />
      <Panel title="Deployments">
        {delivery.points.some((point) => point.leadTimeSeconds !== null) ? (
          <>
            <DeploymentsChart delivery={delivery} />
            <div className="pair">
              <LeadTimes delivery={delivery} />
              <Stages delivery={delivery} />
            </div>
          </>
        ) : (
          <p>
            <Unknown pointer={`${pointer}/leadTimeSeconds/committer`} />
          </p>
        )}
      </Panel>
      {delivery.changeFailRate !== null && <FailuresPanel rate={delivery.changeFailRate} />}
      <Panel title="How steady">
        {throughput === null ? (
          <p>
            <Unknown pointer={`${pointer}/predictability`} />
          </p>
        ) : (
          <ThroughputChart delivery={delivery} throughput={throughput} />
        )}
      </Panel>
      {delivery.benchmark.length > 0 && <BenchmarkPanel bands={delivery.benchmark} />}
      {delivery.tagFamilies.length > 1 && <TagFamilies families={delivery.tagFamilies} />}
      {delivery.points.length > 0 && (
        <details className="panel">
          <summary>Every deployment, with its evidence</summary>
          <DeploymentsTable delivery={delivery} />
        </details>
      )}
    </Screen>
  );
}

const questionOf: Readonly<Record<Unit, string>> = {
  deployment: "Deployments",
  release: "Releases, of which no deployment is known",
  merge: "Merges, of which no release or deployment is known",
};

function Answer({ row: { delivery, pointer } }: { readonly row: DeliveryRow }): ReactNode {
  const lead = delivery.leadTimeSeconds?.committer ?? null;
  return (
    <>
      <Figure evidence={delivery.evidenceIds}>
        {plural(delivery.deploymentsCount, unitOf[delivery.level])}
      </Figure>{" "}
      in the last year, {levelWords[delivery.level]}.{" "}
      {lead === null ? (
        <Unknown pointer={`${pointer}/leadTimeSeconds/committer`} />
      ) : (
        <>
          Half of the changes took at most{" "}
          <Figure evidence={delivery.evidenceIds} n={lead.n}>
            {durationWords(lead.p50)}
          </Figure>
          {lead.low !== null && lead.high !== null && (
            <>
              {" "}
              (95&nbsp;% interval {durationWords(lead.low)} to {durationWords(lead.high)})
            </>
          )}
          , 85&nbsp;% at most {durationWords(lead.p85)}.
        </>
      )}
    </>
  );
}

const squashedWords = (count: number): string =>
  count === 0 ? "" : `; ${plural(count, "commit")} squashed at their merge, timed from there`;

function failureFacts(delivery: Delivery, unknown: (field: string) => ReactNode): readonly Fact[] {
  const { changeFailRate: failed, recoverySeconds: recovery, reworkRate: rework } = delivery;
  const rate = (one: NonNullable<Delivery["reworkRate"]>): string =>
    `${percentWords(one.value)} (${percentWords(one.low)} to ${percentWords(one.high)}), ${one.numerator} of ${one.denominator}`;
  return [
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
      term: "Taken back, hotfixed",
      detail:
        delivery.revertsCount === null || delivery.hotfixesCount === null
          ? unknown("revertsCount")
          : `${plural(delivery.revertsCount, "deployment")} with a revert, ${numberWords(delivery.hotfixesCount)} with a hotfix`,
    },
    {
      term: "Pending",
      detail: `${plural(delivery.pendingCount, "deployment")} younger than 24 hours`,
    },
  ];
}

function factsOf({ delivery, pointer }: DeliveryRow): readonly Fact[] {
  const unknown = (field: string): ReactNode => <Unknown pointer={`${pointer}/${field}`} />;
  const { leadTimeSeconds: lead } = delivery;
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
      detail: `${plural(delivery.deploymentsTotal, unitOf[delivery.level])}${delivery.first === null ? "" : ` since ${dateWords(delivery.first)}`}`,
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
          ? unknown("leadTimeSeconds/committer")
          : `${durationWords(lead.withoutMerges.p50)} in the middle, n = ${numberWords(lead.withoutMerges.n)}${squashedWords(lead.squashedCount)}`,
    },
    ...(delivery.predictability?.p85ToP50 == null
      ? []
      : [
          {
            term: "Predictability",
            detail: `85 % of the changes took at most ${decimalWords(delivery.predictability.p85ToP50)} times the median`,
          },
        ]),
    ...(unitOf[delivery.level] === "deployment"
      ? failureFacts(delivery, unknown)
      : [{ term: "Failures", detail: unknown("changeFailRate") }]),
  ];
}
