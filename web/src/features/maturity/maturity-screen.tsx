import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { sentence } from "#web/ui/prose.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { listWords, numberWords } from "#web/ui/words.ts";

type Aspect = Report["maturity"]["aspects"][number];

const question = "How far has the platform come, and what holds it back?";
const levels = [
  [1, "provisional"],
  [2, "operational"],
  [3, "scalable"],
  [4, "optimizing"],
] as const;

export function MaturityScreen(): ReactNode {
  const { aspects, model } = useSection("maturity").maturity;
  return (
    <Screen
      title={question}
      question={question}
      section="maturity"
      finding={<Finding aspects={aspects} />}
    >
      <Panel
        title="Levels"
        note={`${model}. A level holds when something shows it and nothing lacks at it or below; what cannot be seen neither holds nor lacks.`}
      >
        <div className="maturity-scroll">
          <table className="maturity-grid">
            <thead>
              <tr>
                <th scope="col">Aspect</th>
                {levels.map(([level, name]) => (
                  <th key={level} scope="col">
                    {level} {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {aspects.map((one) => (
                <tr key={one.aspect}>
                  <th scope="row">{sentence(one.aspect).replace(/\.$/, "")}</th>
                  {levels.map(([level]) => (
                    <Square key={level} aspect={one} level={level} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      <Panel
        title="What holds each level back"
        note="The next step of each aspect; what holds already, and what comes later, opens."
      >
        <div className="cards">
          {aspects.map((one) => (
            <AspectCard key={one.aspect} aspect={one} />
          ))}
        </div>
      </Panel>
    </Screen>
  );
}

function AspectCard({ aspect }: { readonly aspect: Aspect }): ReactNode {
  const { holds, lacks, unseen, declared, evidenceIds, level } = aspect;
  const missing = [...lacks, ...unseen];
  const next = Math.min(...missing.map((one) => one.level));
  const isNext = (one: { readonly level: number }): boolean => one.level === next;
  const isLater = (one: { readonly level: number }): boolean => one.level !== next;
  const restCount = holds.length + missing.filter(isLater).length + declared.length;
  return (
    <section className="card">
      <h3>
        {sentence(aspect.aspect).replace(/\.$/, "")}: {levelWords(aspect)}
      </h3>
      {level === null && <Unknown pointer={`/maturity/aspects/${aspect.aspect}/level`} />}
      {missing.length === 0 && <p>Nothing that can be seen holds it back.</p>}
      <ul className="plain">
        <Criteria list={lacks.filter(isNext)} word="lacks" evidence={evidenceIds} />
        <Criteria list={unseen.filter(isNext)} word="not seen" evidence={[]} />
      </ul>
      {restCount > 0 && (
        <details>
          <summary>
            {[
              ...(holds.length > 0 ? [`${numberWords(holds.length)} held`] : []),
              ...(missing.some(isLater)
                ? [`${numberWords(missing.filter(isLater).length)} later`]
                : []),
              ...(declared.length > 0 ? [`${numberWords(declared.length)} said`] : []),
            ].join(", ")}
          </summary>
          <ul className="plain">
            <Criteria list={holds} word="holds" evidence={evidenceIds} />
            <Criteria list={lacks.filter(isLater)} word="lacks" evidence={evidenceIds} />
            <Criteria list={unseen.filter(isLater)} word="not seen" evidence={[]} />
            {declared.map((said) => (
              <li key={said}>
                <span className="state-word">said</span> {sentence(said)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Finding({ aspects }: { readonly aspects: readonly Aspect[] }): ReactNode {
  const known = aspects.filter((one) => one.level !== null);
  if (known.length === 0) return "No level can be seen, and nobody has said one";
  const best = Math.max(...known.map((one) => one.level ?? 0));
  const least = Math.min(...known.map((one) => one.level ?? 0));
  const at = (level: number): string =>
    listWords(known.filter((one) => one.level === level).map((one) => one.aspect));
  return best === least ? (
    `Every aspect that can be judged stands at level ${String(best)} of 4`
  ) : (
    <>
      Furthest in {at(best)} (level {best} of 4), held back in {at(least)} (level {least})
    </>
  );
}

function levelWords({ level, levelName, isDeclared }: Aspect): string {
  if (level === null) return "level not known";
  return `level ${String(level)}, ${levelName ?? ""}${isDeclared ? " (as declared)" : ""}`;
}

/** Shape and word carry the state, not the colour alone. */
function Square({ aspect, level }: { readonly aspect: Aspect; readonly level: number }): ReactNode {
  const of = (list: Aspect["holds"]): number => list.filter((one) => one.level === level).length;
  const isReached = aspect.level !== null && level <= aspect.level;
  const words = [
    of(aspect.holds) > 0 ? `${String(of(aspect.holds))} held` : "",
    of(aspect.lacks) > 0 ? `${String(of(aspect.lacks))} lacking` : "",
    of(aspect.unseen) > 0 ? `${String(of(aspect.unseen))} not seen` : "",
  ].filter((word) => word !== "");
  return (
    <td className={isReached ? "is-reached" : ""} data-level={`level ${String(level)}`}>
      <span className="maturity-mark" aria-hidden="true">
        {isReached ? "●" : "○"}
      </span>{" "}
      {isReached && <span className="for-readers">reached; </span>}
      {words.length === 0 ? (
        <span className="quiet">{isReached ? "passed over" : "declared only"}</span>
      ) : (
        words.join(", ")
      )}
    </td>
  );
}

function Criteria({
  list,
  word,
  evidence,
}: {
  readonly list: Aspect["holds"];
  readonly word: string;
  readonly evidence: readonly string[];
}): ReactNode {
  return list.map((one) => (
    <li key={`${String(one.level)} ${one.text}`}>
      <span className="state-word">{word}</span> level {one.level}:{" "}
      {evidence.length === 0 ? one.text : <Figure evidence={evidence}>{one.text}</Figure>}
      {word === "not seen" && (
        <span className="quiet block">{sentence(`needed: ${one.needs}`)}</span>
      )}
    </li>
  ));
}
