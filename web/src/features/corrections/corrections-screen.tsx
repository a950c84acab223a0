import { useState, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { Name } from "#web/ui/names.tsx";
import { markdownWords } from "#web/ui/markdown-words.ts";
import { copyText, saveFile } from "#web/ui/save.ts";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { dateWords, plural } from "#web/ui/words.ts";
import { emptyBasket, takeBack, undecide, useBasket } from "./basket.ts";
import { commandLines, sentenceOf, yamlLines, type Correction } from "./correction-lines.ts";
import type { Taken } from "./kept-basket.ts";

const question = "What is wrong here, and how is it put right?";

/** Everything that was put right or decided on these screens, ready to go where it holds for everybody. */
export function CorrectionsScreen(): ReactNode {
  const { corrections, taken } = useBasket();
  const count = corrections.length + taken.length;
  return (
    <Screen
      title="Corrections"
      question={question}
      section="components"
      finding={
        count === 0
          ? "Nothing was put right here yet"
          : `${plural(corrections.length, "correction")} and ${plural(taken.length, "decision")} wait to be handed on`
      }
      lead={
        count === 0
          ? "Put an owner, a class, a name or a use right on the page of a component or capability, and answer proposals on Monday: it is collected here."
          : "They are kept in this browser only. Paste them where they hold for everybody."
      }
      actions={
        count > 0 && (
          <button type="button" onClick={emptyBasket}>
            Empty the basket
          </button>
        )
      }
    >
      {corrections.length > 0 && <Corrections corrections={corrections} />}
      {taken.length > 0 && <Decisions taken={taken} />}
      <Panel title="How a correction holds">
        <p>
          It stands in <code>fulcrum.yaml</code> with its day, survives every reading, and the
          report shows what it overrode. <code>fulcrum correct … --undo</code> takes it back.
        </p>
      </Panel>
    </Screen>
  );
}

function Corrections({ corrections }: { readonly corrections: readonly Correction[] }): ReactNode {
  const nameOf = useNameOf();
  return (
    <Panel title="For fulcrum.yaml">
      <ul className="plain">
        {corrections.map((one) => (
          <li key={JSON.stringify(one)} className="basket-line">
            <Name>{sentenceOf(one, nameOf)}</Name>{" "}
            <span className="quiet">{dateWords(one.since)}</span>
            <button type="button" onClick={() => takeBack(one)}>
              Undo
            </button>
          </li>
        ))}
      </ul>
      <Lines title="Lines" text={yamlLines(corrections)} file="corrections.yaml" />
      <Lines title="Commands" text={commandLines(corrections)} file="corrections.sh" />
    </Panel>
  );
}

function Decisions({ taken }: { readonly taken: readonly Taken[] }): ReactNode {
  const text = taken.map((one) => `- ${markdownWords(takenWords(one))}\n`).join("");
  return (
    <Panel title="Decided on proposals">
      <ul className="plain">
        {taken.map((one) => (
          <li key={one.proposalId} className="basket-line">
            {takenWords(one)}
            <button type="button" onClick={() => undecide(one.proposalId)}>
              Undo
            </button>
          </li>
        ))}
      </ul>
      <Lines title="For a ticket or minutes" text={text} file="decisions.md" />
    </Panel>
  );
}

export function takenWords({ title, answer, note, on }: Taken): string {
  const said = answer === "accepted" ? "Accepted" : "Not now";
  return `${said}, ${dateWords(on)}: ${title}${note === "" ? "" : ` (${note})`}`;
}

function Lines({
  title,
  text,
  file,
}: {
  readonly title: string;
  readonly text: string;
  readonly file: string;
}): ReactNode {
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    setSaid((await copyText(text)) ? "Copied" : "The browser refused the clipboard");
  };
  return (
    <>
      <h3>{title}</h3>
      <pre className="command" tabIndex={0}>
        {text}
      </pre>
      <p className="basket-tools">
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>
        <button
          type="button"
          onClick={() => saveFile(file, new Blob([text], { type: "text/plain" }))}
        >
          Save
        </button>
        <span role="status">{said}</span>
      </p>
    </>
  );
}

function useNameOf(): (id: string) => string {
  const { components, capabilities } = useNames();
  return (id) => components.get(id)?.name ?? capabilities.get(id)?.name ?? id;
}
