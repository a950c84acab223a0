import { useState, type ReactNode } from "react";
import { CapabilityLink } from "#web/ui/names.tsx";
import { copyText } from "#web/ui/save.ts";
import { Panel } from "#web/ui/screen.tsx";
import { plural } from "#web/ui/words.ts";
import { draftOf, type Candidate } from "./first-objective.ts";

const most = 5;

/** Where nothing is promised: what is most built on and can fail while it runs. */
export function FirstObjectives({
  candidates,
}: {
  readonly candidates: readonly Candidate[];
}): ReactNode {
  if (candidates.length === 0) return null;
  return (
    <Panel
      title="What to promise first"
      note="What runs and most is built on. A draft is OpenSLO with the two counts left for you to name; 99.5 % in four weeks is a place to begin, no finding."
    >
      <ul className="plain">
        {candidates.slice(0, most).map((one) => (
          <Draft key={one.capability.id} candidate={one} />
        ))}
      </ul>
    </Panel>
  );
}

function Draft({
  candidate: { capability, adoptersNow },
}: {
  readonly candidate: Candidate;
}): ReactNode {
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    setSaid((await copyText(draftOf(capability))) ? "Copied" : "The browser refused the clipboard");
  };
  return (
    <li className="basket-tools">
      <CapabilityLink id={capability.id} />{" "}
      <span className="quiet">used by {plural(adoptersNow, "component")}</span>{" "}
      <button type="button" onClick={() => void copy()}>
        Copy a first objective
      </button>
      <span role="status">{said}</span>
    </li>
  );
}
