import type { ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink } from "#web/ui/names.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { numberWords, plural } from "#web/ui/words.ts";
import { monthsWords, paybackSentence, spanWords } from "./value-words.ts";

/** What was put in and saved: of the platform, else of the capability that saved most, with how far a sum is away. */
export function ValueAnswer(): ReactNode {
  const { platform, capabilities, knownCount, usedCount } = useSection("value").value;
  const names = useNames();
  if (platform !== null)
    return (
      <>
        <Figure evidence={platform.capabilityIds.map((id) => `value:${id}`)}>
          {platform.summary}
        </Figure>{" "}
        {platform.payback === "not-shown" && narrowing(platform.narrowedBy)}
      </>
    );
  const [most] = capabilities
    .filter((one) => one.avoidedPersonMonths !== null && one.investedPersonMonths !== null)
    .toSorted(
      (a, b) => (b.avoidedPersonMonths?.likely ?? 0) - (a.avoidedPersonMonths?.likely ?? 0),
    );
  if (most?.avoidedPersonMonths == null || !names.capabilities.has(most.capabilityId))
    return <PutIn />;
  const { avoidedPersonMonths: saved, investedPersonMonths: put, payback, narrowedBy } = most;
  return (
    <>
      <CapabilityLink id={most.capabilityId} /> took{" "}
      <Figure evidence={[`value:${most.capabilityId}`]}>{monthsWords(put ?? 0)}</Figure> and saved
      other teams {numberWords(saved.likely)} ({spanWords(saved)}): {paybackSentence(payback)}.{" "}
      {knownCount === 0
        ? `Of none of the ${plural(usedCount, "capability", "capabilities")} that others use or used are both sides known, so there is no sum.`
        : `Both sides are known for ${numberWords(knownCount)} of ${plural(usedCount, "capability", "capabilities")} that others use or used: too few for a sum.`}{" "}
      {payback === "not-shown" && narrowing(narrowedBy)}
    </>
  );
}

/** Nothing is known of what was saved: what was put in, then, where most was. */
function PutIn(): ReactNode {
  const { capabilities } = useSection("value").value;
  const [most] = capabilities
    .filter((one) => (one.investedPersonMonths ?? 0) > 0)
    .toSorted((a, b) => (b.investedPersonMonths ?? 0) - (a.investedPersonMonths ?? 0));
  return (
    <>
      {most !== undefined && (
        <>
          Most went into <CapabilityLink id={most.capabilityId} />:{" "}
          <Figure evidence={[`value:${most.capabilityId}`]}>
            {monthsWords(most.investedPersonMonths ?? 0)}
          </Figure>
          .{" "}
        </>
      )}
      <Unknown pointer="/value/platform" />
    </>
  );
}

function narrowing([first]: readonly string[]): string {
  return first === undefined ? "" : `What would narrow it: ${first}.`;
}
