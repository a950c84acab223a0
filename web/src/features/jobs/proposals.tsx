import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { Name } from "#web/ui/names.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { decimalWords, percentWords } from "#web/ui/words.ts";
import { packageWords } from "./job-words.ts";

/** Pairs that the data suggests: nobody has said yet that they do the same. */
export function Proposals({
  proposals,
}: {
  readonly proposals: Report["jobProposals"];
}): ReactNode {
  if (proposals.length === 0) return null;
  return (
    <Panel
      title="Do these do the same job?"
      note="Inferred: seldom used together, beside the same other packages. Where it is so, name both under jobs in fulcrum.yaml."
    >
      <ul className="plain">
        {proposals.map((one) => (
          <li key={one.packages.join(" ")}>
            <Name>{packageWords(one.packages[0])}</Name> ({one.componentCounts[0]} components) and{" "}
            <Name>{packageWords(one.packages[1])}</Name> ({one.componentCounts[1]}): together in{" "}
            {one.togetherCount} where {decimalWords(one.expectedTogether)} would be chance; likeness
            of company {percentWords(one.companyShare)}.
          </li>
        ))}
      </ul>
    </Panel>
  );
}
