import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useSections } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { Prose } from "#web/ui/prose.tsx";
import { plural } from "#web/ui/words.ts";

type Role = Report["roles"][number];

const question = "Who answers for what?";
const marks: Readonly<Record<Role["state"], string>> = {
  covered: "●",
  shared: "◐",
  uncovered: "○",
  unknown: "?",
};

export function RolesScreen(): ReactNode {
  const { roles, interview } = useSections("roles", "interview");
  const of = (state: Role["state"]): number => roles.filter((one) => one.state === state).length;
  const charter = interview.filter((one) => one.topic === "charter" || one.topic === "ownership");
  return (
    <Screen
      title={question}
      question={question}
      section="roles"
      finding={
        of("unknown") === roles.length
          ? `Who answers for the ${plural(roles.length, "responsibility", "responsibilities")} must be asked`
          : `${plural(of("uncovered"), "responsibility", "responsibilities")} of ${String(roles.length)} nobody answers for, ${String(of("shared"))} are shared, ${String(of("covered"))} are one person's${of("unknown") === 0 ? "" : `; of ${String(of("unknown"))} nothing is known`}`
      }
      lead={
        of("unknown") === roles.length && (
          <>
            A repository does not show who decides. <code>fulcrum interview</code> asks, in ten
            minutes.
          </>
        )
      }
    >
      <div className="pair">
        <Column
          title="Product manager of the platform"
          roles={roles.filter((one) => one.role === "platform-pm")}
        />
        <Column
          title="Product manager of a product"
          roles={roles.filter((one) => one.role === "product-pm")}
        />
      </div>
      {charter.length > 0 && (
        <Panel title="What was said">
          <ul className="plain">
            {charter.map((one) => (
              <li key={one.questionId}>
                {one.question}{" "}
                {one.answer === null ? (
                  <span className="quiet">answers contradict each other</span>
                ) : (
                  <Figure evidence={one.evidenceIds}>{one.answer}</Figure>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Screen>
  );
}

function Column({
  title,
  roles,
}: {
  readonly title: string;
  readonly roles: readonly Role[];
}): ReactNode {
  return (
    <Panel title={title}>
      <ul className="plain">
        {roles.map((one) => (
          <li key={one.id} className="role">
            <span className="role-mark" aria-hidden="true">
              {marks[one.state]}
            </span>
            <span>
              {one.text}
              <span className="quiet block">
                {one.reason === null ? (
                  <Figure evidence={one.evidenceIds}>{one.state}</Figure>
                ) : (
                  <>
                    not known: <Prose>{one.reason}</Prose>
                  </>
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
