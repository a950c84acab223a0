import { useState, type ReactNode } from "react";
import { useSections } from "#web/api/use-report.ts";
import { ComponentLink } from "#web/ui/names.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { plural } from "#web/ui/words.ts";
import { LensList, reachOf } from "./lens-list.tsx";

const question = "What should be enabled, and built, next?";
const shownAtFirst = 8;

export function NextScreen(): ReactNode {
  const { lenses, organisation } = useSections("lenses", "organisation");
  const { platform, products } = lenses;
  const [first] = platform;
  const { ownersKnown } = organisation;
  return (
    <Screen
      title={question}
      question={question}
      section="lenses"
      answer={
        first === undefined ? (
          "Nothing that was found asks for a step of the platform."
        ) : (
          <>
            For the platform: {lowerFirst(first.title)}. {plural(platform.length, "proposal")}{" "}
            follow from what was found, the one that {reachOf(first, ownersKnown)} would feel most
            first.
          </>
        )
      }
    >
      <Panel
        title="Which capabilities should the platform enable?"
        note="In the order of reach × strength: how many would feel it (teams, or repositories where most owners are unknown), times how much there is to gain. Both are shown; neither is a plan."
      >
        <Cut items={platform} />
      </Panel>
      <Panel
        title="What should each product build, and what does the platform give it?"
        note={
          products.length === 0
            ? "No product has a proposal: feed in outcomes and requests to give it some."
            : "Missed targets and requests come from what is fed in, the rest from what the platform offers."
        }
      >
        <div className="cards">
          {products.map(({ componentId, items }) => (
            <section key={componentId} className="card">
              <h3>
                <ComponentLink id={componentId} />
              </h3>
              <ul className="plain">
                {items.slice(0, 4).map((item) => (
                  <li key={item.title}>
                    {item.title}
                    <span className="quiet block">{item.reasons.join("; ")}</span>
                  </li>
                ))}
              </ul>
              {items.length > 4 && <p className="note">{items.length - 4} more on its own page.</p>}
            </section>
          ))}
        </div>
      </Panel>
    </Screen>
  );
}

function Cut({ items }: { readonly items: Parameters<typeof LensList>[0]["items"] }): ReactNode {
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <LensList items={isWhole ? items : items.slice(0, shownAtFirst)} />
      {items.length > shownAtFirst && !isWhole && (
        <button type="button" onClick={() => setWhole(true)}>
          All {items.length}
        </button>
      )}
    </>
  );
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
