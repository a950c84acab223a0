import type { ReactNode } from "react";
import { CapabilityLink, Owners } from "#web/ui/names.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { kindWords } from "#web/ui/words.ts";
import { CapabilityAnswer } from "../capability/capability-answer.tsx";
import type { CapabilityRow } from "./capability-columns.tsx";

/** Its state in a sentence, beside the list. */
export function CapabilityPeek({ row }: { readonly row: CapabilityRow }): ReactNode {
  const { capability, adoption, pointer } = row;
  return (
    <>
      <p className="question">{kindWords[capability.kind]}</p>
      <h2>
        <CapabilityLink id={capability.id} />
      </h2>
      {capability.description !== null && <p>{capability.description}</p>}
      <p>
        Owned by <Owners ids={capability.ownerIds} />.
      </p>
      <p>
        {adoption === null ? (
          <Unknown pointer={pointer} />
        ) : (
          <CapabilityAnswer adoption={adoption} pointer={pointer} />
        )}
      </p>
    </>
  );
}
