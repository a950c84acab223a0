import type { ReactNode } from "react";
import { useSections } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Prose } from "#web/ui/prose.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { percentWords, plural } from "#web/ui/words.ts";
import { AvoidableParts, NextSteps } from "../signals/verdict-panels.tsx";
import {
  signsFigure,
  stateMarks,
  stateWords,
  verdictHeadline,
  verdictLead,
  type Signal,
} from "../signals/signal-words.ts";
import { TwoByTwoPicture } from "../signals/two-by-two.tsx";
import { SourcingAnswer } from "../sourcing/sourcing-screen.tsx";
import { rangeWords } from "../staffing/range-picture.tsx";

const question = "Does this organisation need a platform product manager?";

/** Whether, why, how sure, how many, from where, and what would settle it: one argument, each step opening into its own screen. */
export function CaseScreen(): ReactNode {
  const { signals, staffing, sourcing, roles } = useSections(
    "signals",
    "staffing",
    "sourcing",
    "roles",
  );
  const { verdict } = signals;
  const open = roles.filter((one) => one.state === "uncovered").length;
  const unknown = roles.filter((one) => one.state === "unknown").length;
  return (
    <Screen
      title={question}
      question={question}
      section="signals"
      finding={verdictHeadline(verdict)}
      lead={<Prose>{verdictLead(verdict)}</Prose>}
      keyFigure={signsFigure(verdict)}
      actions={<a href="#/board-paper">Board paper</a>}
    >
      <Panel title="Needed, and worth it?">
        <TwoByTwoPicture verdict={verdict} />
      </Panel>
      <Panel title="1. Which signs hold" note="Each with the strongest thing that speaks for it.">
        <ul className="plain signs">
          {signals.signals.map((one) => (
            <Sign key={one.id} one={one} />
          ))}
        </ul>
        <p>
          <a href="#/case/signals">Every indicator, with what would change the answer</a>
        </p>
      </Panel>
      <div className="pair">
        <Panel title="2. What waiting costs">
          <AvoidableParts verdict={verdict} />
        </Panel>
        <Panel title="3. What would settle it">
          <NextSteps verdict={verdict} />
        </Panel>
      </div>
      <div className="pair">
        <Panel title="4. How many">
          <p>
            {staffing.low === null ? (
              "Too little is known to say how many."
            ) : (
              <>
                If you do: <strong>{rangeWords(staffing)}</strong>, {staffing.confidence}{" "}
                confidence. <Prose>{staffing.reasons[0] ?? ""}</Prose>
              </>
            )}
          </p>
          <p>
            <a href="#/case/staffing">What each would own, and how sure the number is</a>
          </p>
        </Panel>
        <Panel title="5. From where">
          <p>
            <SourcingAnswer sourcing={sourcing} />.
          </p>
          <p>
            <a href="#/case/sourcing">Three ways, whom to talk to, the first 90 days</a>
          </p>
        </Panel>
      </div>
      <Panel title="6. Who does this work today">
        <p>
          {unknown === roles.length
            ? "Nobody has said yet: a repository does not show who decides. "
            : `${plural(open, "responsibility", "responsibilities")} of ${String(roles.length)} nobody answers for${unknown === 0 ? "" : `; of ${String(unknown)} nothing is known`}. `}
          <a href="#/case/roles">Every responsibility</a>
        </p>
      </Panel>
    </Screen>
  );
}

function Sign({ one }: { readonly one: Signal }): ReactNode {
  return (
    <li className="sign">
      <span className={`sign-state is-${one.state}`}>
        <span aria-hidden="true">{stateMarks[one.state]}</span> {stateWords[one.state]}
      </span>
      <span>
        <a href="#/case/signals">
          {one.id}. {one.title}
        </a>
        {one.strongest !== null && (
          <span className="quiet block">
            {one.evidenceIds.length === 0 ? (
              <Prose>{one.strongest}</Prose>
            ) : (
              <Figure evidence={one.evidenceIds}>
                <Prose>{one.strongest}</Prose>
              </Figure>
            )}
          </span>
        )}
      </span>
      <span className="sign-chance">{percentWords(one.chance)}</span>
    </li>
  );
}
