import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useSection } from "#web/api/use-report.ts";
import { FactList, type Fact } from "#web/ui/fact-list.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { UsabilityFindings } from "../usability/usability-findings.tsx";
import { daysWords, decimalWords, numberWords, percentWords, plural } from "#web/ui/words.ts";

type Experience = Report["experience"];

const question = "What is it like to build on the platform?";

export function ExperienceScreen(): ReactNode {
  const { experience } = useSection("experience");
  return (
    <Screen
      title={question}
      question={question}
      section="experience"
      finding={<Finding experience={experience} />}
      lead={
        experience.surveys.length === 0 &&
        "That is from history; no survey is fed in, so what builders say is not known."
      }
    >
      <Scores experience={experience} />
      {experience.items.length > 0 && <Items items={experience.items} />}
      {experience.requests.length > 0 && <Requests requests={experience.requests} />}
      {experience.friction.length > 0 && (
        <Panel title="Friction that was written down">
          <ul className="plain">
            {experience.friction.slice(0, 20).map((one) => (
              <li key={one.openedAt + one.title}>
                <bdi>{one.title}</bdi>
                {one.team !== null && <span className="quiet block">{one.team}</span>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <UsabilityFindings />
    </Screen>
  );
}

function Finding({ experience }: { readonly experience: Experience }): ReactNode {
  const first = experience.timeToFirstUseDays;
  const worst = experience.items
    .filter((one) => one.unfavourable !== null)
    .toSorted((a, b) => (b.unfavourable?.value ?? 0) - (a.unfavourable?.value ?? 0))[0];
  if (worst?.unfavourable != null)
    return (
      <>
        <Figure evidence={experience.evidenceIds} n={worst.n}>
          {percentWords(worst.unfavourable.value)}
        </Figure>{" "}
        disagree with “{worst.text}”, more than with anything else that was asked
      </>
    );
  if (first === null) return <Unknown pointer="/experience/timeToFirstUseDays" />;
  return (
    <>
      {first.n === 1 ? "1 component" : `Half of ${plural(first.n, "component")}`} used the platform
      within {daysWords(first.p50)} of {first.n === 1 ? "its" : "their"} birth,{" "}
      {numberWords(experience.bornWithCount)} more were born with it, within a day of their first
      commit
    </>
  );
}

function Scores({ experience }: { readonly experience: Experience }): ReactNode {
  const { nps, csat, ces, timeToFirstUseDays: first, surveys } = experience;
  const score = (one: Experience["nps"], pointer: string, unit: string): ReactNode =>
    one === null ? (
      <Unknown pointer={pointer} />
    ) : (
      <Figure evidence={experience.evidenceIds} n={one.n}>
        {decimalWords(one.value)}
        {unit} ({decimalWords(one.low)} to {decimalWords(one.high)})
      </Figure>
    );
  const isAsked = nps !== null || csat !== null || ces !== null;
  const facts: Fact[] = [
    ...(isAsked
      ? [
          { term: "Would recommend it (NPS)", detail: score(nps, "/experience/nps", "") },
          { term: "Satisfied (CSAT)", detail: score(csat, "/experience/csat", "\u00a0%") },
          { term: "Made easy (CES, 1 to 7)", detail: score(ces, "/experience/ces", "") },
        ]
      : [{ term: "What builders say", detail: score(csat, "/experience/csat", "") }]),
    {
      term: "Time to first use",
      detail:
        first === null ? (
          <Unknown pointer="/experience/timeToFirstUseDays" />
        ) : (
          `${first.n === 1 ? "" : "half "}within ${daysWords(first.p50)}${first.p85 === null ? "" : `, 85 % within ${daysWords(first.p85)}`} (n = ${String(first.n)}); ${String(experience.bornWithCount)} were born with it, within a day of their first commit`
        ),
    },
    {
      term: "Choice",
      detail:
        experience.isMostlyCaptive === null ? (
          <Unknown pointer="/experience/isMostlyCaptive" />
        ) : (
          `most of the ${numberWords(experience.choicesKnownCount)} of ${plural(experience.choicesCount, "use")} of which that is known had ${experience.isMostlyCaptive ? "no alternative: a recommendation is then no choice" : "an alternative"}`
        ),
    },
  ];
  const surveyFacts = surveys.map((one): Fact => ({
    term: `Survey ${one.survey}`,
    detail: `${plural(one.respondentsCount, "respondent")}${one.invitedCount === null ? "" : ` of ${numberWords(one.invitedCount)} who were asked`}`,
  }));
  return (
    <Panel title="In figures">
      <FactList facts={[...facts, ...surveyFacts]} />
    </Panel>
  );
}

function Items({ items }: { readonly items: Experience["items"] }): ReactNode {
  return (
    <Panel
      title="What respondents agree with"
      note="Share of answers 4 and 5 of 5, with its interval. Nothing is shown of fewer than five people; teams stand by name, not by figure."
    >
      <ul className="plain">
        {items.map((one) => (
          <li key={`${one.survey} ${one.itemId}`}>
            “{one.text}”{" "}
            <span className="quiet">
              {one.topic}, {one.survey}
            </span>
            {one.favourable === null ? (
              <span className="quiet block">withheld: too few people answered it</span>
            ) : (
              <>
                <span className="agree" aria-hidden="true">
                  <span className="agree-bar" style={{ width: percentOf(one.favourable.value) }} />
                  <span
                    className="agree-range"
                    style={{
                      left: percentOf(one.favourable.low),
                      width: percentOf(one.favourable.high - one.favourable.low),
                    }}
                  />
                </span>
                <span className="block">
                  {percentWords(one.favourable.value)} agree ({percentWords(one.favourable.low)} to{" "}
                  {percentWords(one.favourable.high)}, n&nbsp;=&nbsp;{one.n})
                  {one.byTeam.length > 0 &&
                    `; ${one.byTeam.map((team) => `${team.team} ${percentWords(team.favourable.value)}`).join(", ")}`}
                  {one.suppressedTeamsCount > 0 &&
                    `; ${plural(one.suppressedTeamsCount, "team")} withheld`}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function percentOf(fraction: number): string {
  return `${(Math.min(1, Math.max(0, fraction)) * 100).toFixed(1)}%`;
}

function Requests({ requests }: { readonly requests: Experience["requests"] }): ReactNode {
  const days = (seconds: number | null): string =>
    seconds === null ? "–" : daysWords(seconds / 86_400);
  return (
    <Panel title="How long do requests wait?">
      <table>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Requests</th>
            <th scope="col">Open</th>
            <th scope="col">Open for (median)</th>
            <th scope="col">Answered after (median)</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((one) => (
            <tr key={one.kind}>
              <td>{one.kind}</td>
              <td>{one.count}</td>
              <td>{one.openCount}</td>
              <td>{days(one.openAgeSeconds)}</td>
              <td>{days(one.answerSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
