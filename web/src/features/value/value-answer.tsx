import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink } from "#web/ui/names.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { numberWords, plural } from "#web/ui/words.ts";
import { monthsWords, paybackSentence, spanWords } from "./value-words.ts";

/** What was put in and saved: of the platform, else of the capability that saved most. */
export function ValueFinding(): ReactNode {
  const { value } = useSection("value");
  const names = useNames();
  const { platform } = value;
  if (platform !== null)
    return (
      <Figure evidence={platform.capabilityIds.map((id) => `value:${id}`)}>
        {platform.summary.replace(/\.$/, "")}
      </Figure>
    );
  const most = savedMost(value);
  if (most === null || !names.capabilities.has(most.capabilityId)) return <PutIn />;
  const { avoidedPersonMonths: saved, investedPersonMonths: put } = most;
  return (
    <>
      <CapabilityLink id={most.capabilityId} /> took{" "}
      <Figure evidence={[`value:${most.capabilityId}`]}>{monthsWords(put ?? 0)}</Figure> and saved
      other teams {numberWords(saved?.likely ?? 0)}
    </>
  );
}

/** How sure that is, and how far a sum is away. */
export function ValueLead(): ReactNode {
  const { value } = useSection("value");
  const { platform, knownCount, assumedCount, usedCount } = value;
  if (platform !== null) return platform.payback === "not-shown" && narrowing(platform.narrowedBy);
  const most = savedMost(value);
  if (most?.avoidedPersonMonths == null) return <Unknown pointer="/value/platform" />;
  const used = plural(usedCount, "capability", "capabilities");
  return (
    <>
      Saved: {spanWords(most.avoidedPersonMonths)} person-months, {paybackSentence(most.payback)}.{" "}
      {knownCount + assumedCount === 0
        ? `Of none of the ${used} that others use or used are both sides known, so there is no sum.`
        : `Both sides are known for ${numberWords(knownCount)}${assumedCount === 0 ? "" : `, and assumed in part for ${numberWords(assumedCount)} more,`} of ${used} that others use or used: too few for a sum.`}{" "}
      {most.payback === "not-shown" && narrowing(most.narrowedBy)}
    </>
  );
}

type Value = Report["value"];

function savedMost({ capabilities }: Value): Value["capabilities"][number] | null {
  const both = capabilities.filter(
    (one) => one.avoidedPersonMonths !== null && one.investedPersonMonths !== null,
  );
  const savedBy = (one: Value["capabilities"][number]): number =>
    one.avoidedPersonMonths?.likely ?? 0;
  return both.toSorted((a, b) => savedBy(b) - savedBy(a))[0] ?? null;
}

/** Nothing is known of what was saved: what was put in, then, where most was. */
function PutIn(): ReactNode {
  const { capabilities } = useSection("value").value;
  const [most] = capabilities
    .filter((one) => (one.investedPersonMonths ?? 0) > 0)
    .toSorted((a, b) => (b.investedPersonMonths ?? 0) - (a.investedPersonMonths ?? 0));
  if (most === undefined) return "What the platform saved cannot be told yet";
  return (
    <>
      Most went into <CapabilityLink id={most.capabilityId} />:{" "}
      <Figure evidence={[`value:${most.capabilityId}`]}>
        {monthsWords(most.investedPersonMonths ?? 0)}
      </Figure>
    </>
  );
}

function narrowing([first]: readonly string[]): string {
  return first === undefined ? "" : `What would narrow it: ${first}.`;
}
