import { useMemo, type ReactNode } from "react";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { decimalWords, numberWords, percentWords, plural } from "#web/ui/words.ts";
import { durationWords, evidenceOfRollUp, rollUpsOf, type RollUp } from "./delivery-rows.ts";
import { QuartersChart } from "./quarters-chart.tsx";

/** How a team delivers, beside nothing but its own past. Nothing where no deployment of it is known. */
export function TeamDelivery({ id }: { readonly id: string }): ReactNode {
  const { delivery, deliveryRollUps } = useSection("delivery");
  const rollUps = useMemo(() => rollUpsOf({ deliveryRollUps }, id), [deliveryRollUps, id]);
  if (rollUps.length === 0) return null;
  return (
    <Panel title="Delivery">
      {rollUps.map((rollUp) => (
        <div key={rollUp.level}>
          <p>
            <Figure evidence={evidenceOfRollUp(delivery, rollUp)}>
              {plural(rollUp.deploymentsCount, "deployment")}
            </Figure>{" "}
            {sentenceOf(rollUp)}
          </p>
          <QuartersChart rollUp={rollUp} />
        </div>
      ))}
    </Panel>
  );
}

function sentenceOf(rollUp: RollUp): string {
  const { leadTimeSeconds: lead, changeFailRate: failed } = rollUp;
  const week = rollUp.componentPerWeek;
  return [
    `to production of ${plural(rollUp.componentsCount, "component")} in the last year`,
    week === null ? "" : `, in the middle ${decimalWords(week)} a week each`,
    ". ",
    lead === null
      ? "How long changes took is not known."
      : `Half of ${numberWords(lead.n)} commits took at most ${durationWords(lead.p50)} to production.`,
    failed === null
      ? ""
      : ` ${percentWords(failed.value)} (${percentWords(failed.low)} to ${percentWords(failed.high)}) of the deployments failed.`,
  ].join("");
}
