import { useState, type ReactNode } from "react";
import { useItem } from "#web/api/use-report.ts";
import { CapabilityLink, ComponentLink, Name, Owners } from "#web/ui/names.tsx";
import { NotFound } from "#web/ui/not-found.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { dateWords, decimalWords, numberWords, percentWords, plural } from "#web/ui/words.ts";
import {
  pairOf,
  placeWords,
  repositoryName,
  type CloneClass,
  type Copy,
} from "./duplication-words.ts";
import { SideBySide } from "./side-by-side.tsx";

export function CloneScreen({ id }: { readonly id: string }): ReactNode {
  const found = useItem("duplication", id);
  if (found === null) return <NotFound what="clone class" id={id} />;
  return (
    <Screen
      key={id}
      title="What do these copies share?"
      question="What do these copies share?"
      section="duplication"
      finding={
        <>
          {plural(found.medianLines, "line")} in {plural(found.copiesCount, "place")},{" "}
          {percentWords(found.similarity)} alike or more
        </>
      }
      lead={<>One shared copy would save {plural(found.crossOwnerLines, "line")}.</>}
    >
      <Compared found={found} />
      <Panel title="Every copy">
        <ul className="clone-copies">
          {found.copies.map((copy) => (
            <li key={placeWords(copy)}>
              <Name>{placeWords(copy)}</Name>
              {copy.componentId !== null && (
                <>
                  {" "}
                  in <ComponentLink id={copy.componentId} />
                </>
              )}
              {copy.born !== null && `, there since ${dateWords(copy.born)}`}
            </li>
          ))}
        </ul>
        {found.copiesCount > found.copies.length && (
          <p>
            The first {numberWords(found.copies.length)};
            <code>fulcrum duplicates --format json</code> has all.
          </p>
        )}
      </Panel>
      <Panel title="What is known of it">
        <p>
          Kept by <Owners ids={found.ownerIds} />. Copies changed within 14 days of each other{" "}
          {plural(found.coChangesCount, "time")}
          {found.coChangesCount > 0 &&
            `; chance would give ${decimalWords(found.coChangesByChance)}`}
          .{" "}
          {found.offeredByIds.length > 0 && (
            <>
              A copy lies in the component that offers{" "}
              {found.offeredByIds.map((capability, index) => (
                <span key={capability}>
                  {index > 0 && ", "}
                  <CapabilityLink id={capability} />
                </span>
              ))}
              : the others could use that.
            </>
          )}
        </p>
      </Panel>
    </Screen>
  );
}

function Compared({ found }: { readonly found: CloneClass }): ReactNode {
  const [first] = pairOf(found);
  const readable = found.copies.filter((copy) => copy.text !== null && copy !== first);
  // What differs says more than what does not.
  const [other, setOther] = useState(
    () => readable.find((copy) => copy.text !== first?.text) ?? pairOf(found)[1],
  );
  if (first === undefined || other === undefined || first.text === null || other.text === null) {
    return (
      <Panel title="Side by side">
        <p>
          The report carries the lines of the highest-ranked copies only. Read them with{" "}
          <code>git show COMMIT:PATH</code>: the places are below.
        </p>
      </Panel>
    );
  }
  return (
    <Panel title="Side by side">
      {readable.length > 1 && (
        <p className="clone-choice">
          <label>
            Compare with{" "}
            <select
              value={placeWords(other)}
              onChange={(event) =>
                setOther(readable.find((copy) => placeWords(copy) === event.target.value) ?? other)
              }
            >
              {readable.map((copy) => (
                <option key={placeWords(copy)}>{placeWords(copy)}</option>
              ))}
            </select>
          </label>
        </p>
      )}
      <p className="note">
        − stands before lines of the first copy that the other has not or has otherwise, + before
        those of the other; words that differ are marked.
      </p>
      <SideBySide left={sideOf(first)} right={sideOf(other)} />
    </Panel>
  );
}

function sideOf(copy: Copy) {
  return {
    title: `${repositoryName(copy.repositoryId)}:${copy.path}`,
    start: copy.start,
    text: copy.text ?? "",
  };
}
