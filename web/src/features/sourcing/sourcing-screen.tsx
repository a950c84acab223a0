import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Owners } from "#web/ui/names.tsx";
import { Prose } from "#web/ui/prose.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { OptionsMatrix } from "./options-matrix.tsx";
import { criterionWords, fitWords, groundWords, whyParts } from "./sourcing-words.ts";

type Sourcing = Report["sourcing"];

const question = "Where should the platform product manager come from?";

export function SourcingScreen(): ReactNode {
  const { sourcing } = useSection("sourcing");
  return (
    <Screen
      title={question}
      question={question}
      section="sourcing"
      finding={<SourcingAnswer sourcing={sourcing} />}
      lead={
        sourcing.answeredCount < sourcing.questionsCount && (
          <>
            <code>fulcrum interview</code> asks what is still open.
          </>
        )
      }
    >
      <Panel
        title="Three ways"
        note="What each answer adds, of the most that it could: the sum over all is the fit. Weights are a practice, not a law."
      >
        <OptionsMatrix options={sourcing.options} />
        <div className="cards options">
          {sourcing.options.map((one) => (
            <OptionCard key={one.kind} option={one} />
          ))}
        </div>
      </Panel>
      <TalkTo conversations={sourcing.talkTo} />
      <Plan plan={sourcing.first90Days} />
      <HandOver handOver={sourcing.handOver} />
      <Kit kit={sourcing.interviewKit} />
    </Screen>
  );
}

export function SourcingAnswer({ sourcing }: { readonly sourcing: Sourcing }): ReactNode {
  const [best] = sourcing.options;
  if (best === undefined) return null;
  return (
    <>
      If you do: {best.title} fits best ({fitWords(best)}), by {groundWords(sourcing)}
    </>
  );
}

function OptionCard({ option }: { readonly option: Sourcing["options"][number] }): ReactNode {
  return (
    <section className="card">
      <h3>{option.title}</h3>
      <List title="Look for" lines={option.lookFor} />
      <List title="Brings" lines={[...option.brings, ...option.benefits]} />
      <List title="Works best when" lines={option.worksBestWhen} />
      <h4>Risks, and what contains them</h4>
      <ul>
        {option.risks.map((one) => (
          <li key={one.risk}>
            {one.risk}
            <span className="quiet block">{one.containment}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function List({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly string[];
}): ReactNode {
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

export function TalkTo({
  conversations,
}: {
  readonly conversations: Sourcing["talkTo"];
}): ReactNode {
  return (
    <Panel title="Whom to talk to first">
      {conversations.length === 0 ? (
        <p>No team stands out: no owner of what uses the platform is known.</p>
      ) : (
        <div className="cards">
          {conversations.map((one) => (
            <section key={one.teamId} className="card">
              <h3>
                <Owners ids={[one.teamId]} />
              </h3>
              <Why conversation={one} />
              <ul>
                {one.questions.map((asked) => (
                  <li key={asked}>{asked}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Panel>
  );
}

/** The first sentence opens the evidence of all. */
function Why({
  conversation: { why, evidenceIds },
}: {
  readonly conversation: Sourcing["talkTo"][number];
}): ReactNode {
  const [first, rest] = whyParts(why);
  return (
    <p>
      <Figure evidence={evidenceIds}>{first}</Figure> {rest}
    </p>
  );
}

function Plan({ plan }: { readonly plan: Sourcing["first90Days"] }): ReactNode {
  return (
    <Panel title="The first 90 days" note="Made of this organisation's own findings.">
      {plan.phases.map((phase) => (
        <section key={phase.title}>
          <h3>
            Days {phase.fromDay} to {phase.toDay}: {phase.title}
          </h3>
          <ul>
            {phase.actions.map((action) => (
              <li key={action.text}>
                {action.text}
                <span className="quiet block">
                  <Prose>{action.because}</Prose>
                </span>
              </li>
            ))}
          </ul>
          <p>Then: {phase.outcome}</p>
        </section>
      ))}
    </Panel>
  );
}

function HandOver({ handOver }: { readonly handOver: Sourcing["handOver"] }): ReactNode {
  return (
    <Panel
      title="Handing over from an interim"
      note={`${handOver.purpose} At most ${String(handOver.maximumMonths)} months.`}
    >
      <ol>
        {handOver.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3>It ends when</h3>
      <ul className="plain">
        {handOver.exitCriteria.map((one) => (
          <li key={one.criterion}>
            <span className="state-word">
              {one.isMet === null ? "not seen" : one.isMet ? "met" : "not met"}
            </span>{" "}
            {one.criterion}
            <span className="quiet block">{criterionWords(one)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Kit({ kit }: { readonly kit: Sourcing["interviewKit"] }): ReactNode {
  return (
    <Panel
      title="Interview kit"
      note={`${kit.instructions} At most ${String(kit.maximumScore)} points.`}
    >
      {kit.traits.map((trait) => (
        <details key={trait.id}>
          <summary>
            {trait.trait} <span className="quiet">{trait.why}</span>
          </summary>
          {trait.questions.map((asked) => (
            <section key={asked.question}>
              <p>
                <strong>{asked.question}</strong>
              </p>
              <p className="quiet">Listen for: {asked.listenFor.join("; ")}</p>
              <ol>
                {asked.scale.map((one) => (
                  <li key={one.score}>{one.means}</li>
                ))}
              </ol>
            </section>
          ))}
        </details>
      ))}
    </Panel>
  );
}
