import { useId, useState, type ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { useSections } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { dateWords } from "#web/ui/words.ts";
import { decide, today, undecide, useBasket } from "../corrections/basket.ts";
import type { Taken } from "../corrections/kept-basket.ts";
import { likelyWords, reachOf, type Proposal } from "../next/proposal-words.ts";

const most = 3;

/** At most three proposals that nobody has answered yet; answers are collected under Corrections. */
export function DecideThisWeek({ team }: { readonly team: string | null }): ReactNode {
  const { lenses, organisation } = useSections("lenses", "organisation");
  const { components } = useNames();
  const { taken } = useBasket();
  const concerns = (one: Proposal): boolean =>
    team === null ||
    [...one.affectedIds, ...one.subjectIds].some(
      (id) => id === team || components.get(id)?.ownerIds.includes(team) === true,
    );
  const own = lenses.platform.filter(concerns);
  const open = own.filter(({ id }) => !taken.some(({ proposalId }) => proposalId === id));
  const answered = taken.filter(({ proposalId }) => own.some(({ id }) => id === proposalId));
  return (
    <section className="panel decide">
      <h2>Decide this week</h2>
      {open.length === 0 && (
        <p>
          {own.length === 0
            ? "Nothing that was found asks for a decision."
            : "Every proposal is answered."}
        </p>
      )}
      <ol className="plain">
        {open.slice(0, most).map((one) => (
          <li key={one.id}>
            <h3>
              {one.evidenceIds.length === 0 ? (
                one.title
              ) : (
                <Figure evidence={one.evidenceIds}>{one.title}</Figure>
              )}
            </h3>
            <p className="quiet">
              {reachOf(one, organisation.ownersKnown)} would feel it;{" "}
              {likelyWords(one.atStakePersonHours)} person-hours a year at stake
            </p>
            <Answers proposal={one} />
          </li>
        ))}
      </ol>
      {answered.length > 0 && <Answered taken={answered} />}
      <p>
        <a href="#/next">
          {own.length > most
            ? `All ${String(own.length)} proposals`
            : "Why, and what each would take"}
        </a>
      </p>
    </section>
  );
}

function Answers({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const [asking, setAsking] = useState<Taken["answer"] | null>(null);
  const [note, setNote] = useState("");
  const id = useId();
  const take = (answer: Taken["answer"]): void =>
    decide({
      proposalId: proposal.id,
      title: proposal.title,
      answer,
      note: note.trim(),
      on: today(),
    });
  if (asking === null)
    return (
      <p className="decide-answers">
        <button type="button" onClick={() => take("accepted")}>
          Accept
        </button>
        <button type="button" onClick={() => setAsking("accepted")}>
          Assign
        </button>
        <button type="button" onClick={() => setAsking("not-now")}>
          Not now
        </button>
      </p>
    );
  return (
    <form
      className="decide-answers"
      onSubmit={(event) => {
        event.preventDefault();
        take(asking);
      }}
    >
      <label htmlFor={id}>{asking === "accepted" ? "Who takes it?" : "Why not now?"}</label>
      <input
        id={id}
        value={note}
        maxLength={200}
        required
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked for this field
        autoFocus
        onChange={({ target }) => setNote(target.value)}
      />
      <button type="submit">{asking === "accepted" ? "Assign" : "Not now"}</button>
      <button type="button" onClick={() => setAsking(null)}>
        Back
      </button>
    </form>
  );
}

function Answered({ taken }: { readonly taken: readonly Taken[] }): ReactNode {
  return (
    <ul className="plain quiet">
      {taken.map((one) => (
        <li key={one.proposalId}>
          {one.answer === "accepted" ? "Accepted" : "Not now"} on {dateWords(one.on)}: {one.title}
          {one.note === "" ? "" : ` (${one.note})`}{" "}
          <button type="button" onClick={() => undecide(one.proposalId)}>
            Undo
          </button>
        </li>
      ))}
    </ul>
  );
}
