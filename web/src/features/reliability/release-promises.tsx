import type { ReactNode } from "react";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink, Name } from "#web/ui/names.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { dateWords, numberWords, plural } from "#web/ui/words.ts";
import type { BrokenRelease, VersionPromises } from "./version-promises.ts";

const shown = 8;
const namesShown = 3;

/** What releases promised by their numbers: those that did not keep it, with what was taken away and whom it hits. */
export function ReleasePromises({ promises }: { readonly promises: VersionPromises }): ReactNode {
  const { compared, broken, capabilitiesCount, evidence } = promises;
  if (compared === 0) return null;
  return (
    <Panel
      title={
        broken.length === 0
          ? `No release of ${numberWords(compared)} took away what others call`
          : `${numberWords(broken.length)} of ${plural(compared, "release")} took away what others may call`
      }
      note={
        <>
          A minor or patch release promises to break nobody.{" "}
          <Figure evidence={evidence}>{plural(compared, "release")}</Figure> of{" "}
          {plural(capabilitiesCount, "capability", "capabilities")} could be compared with the one
          before, by exported names: methods and behaviour are not seen.
        </>
      }
    >
      {broken.length > 0 && (
        <ul className="plain">
          {broken.slice(0, shown).map((one) => (
            <Broken key={`${one.capabilityId} ${one.violation.version}`} release={one} />
          ))}
        </ul>
      )}
      {broken.length > shown && (
        <p className="note">The others stand on the screens of their capabilities.</p>
      )}
    </Panel>
  );
}

function Broken({
  release: { capabilityId, violation },
}: {
  readonly release: BrokenRelease;
}): ReactNode {
  const { version, previous, at, removedCount, removedNames, hit, evidenceIds } = violation;
  const rest = removedCount - Math.min(namesShown, removedNames.length);
  return (
    <li>
      <CapabilityLink id={capabilityId} /> <Name>{version}</Name> of {dateWords(at)}, after{" "}
      <Name>{previous}</Name>, took away{" "}
      <Figure evidence={evidenceIds}>{plural(removedCount, "name")}</Figure>:{" "}
      {removedNames.slice(0, namesShown).map((name, index) => (
        <span key={name}>
          {index > 0 && ", "}
          <Name>{name}</Name>
        </span>
      ))}
      {rest > 0 && ` and ${numberWords(rest)} more`}.{" "}
      <span className="quiet">
        {hit.length === 0 ? (
          `No code here mentions ${removedCount === 1 ? "it" : "them"} today.`
        ) : (
          <>
            Mentioned today by{" "}
            {hit.slice(0, namesShown).map(({ componentId }, index) => (
              <span key={componentId}>
                {index > 0 && ", "}
                <ComponentLink id={componentId} />
              </span>
            ))}
            {hit.length > namesShown && ` and ${numberWords(hit.length - namesShown)} more`}.
          </>
        )}
      </span>
    </li>
  );
}
