import { useState, type ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import { useSections } from "#web/api/use-report.ts";
import { ComponentLink } from "#web/ui/names.tsx";
import { Panel, Screen } from "#web/ui/screen.tsx";
import { plural } from "#web/ui/words.ts";
import { TalkTo } from "../sourcing/sourcing-screen.tsx";
import { ProductSteps } from "./product-steps.tsx";
import { ProposalList } from "./proposal-list.tsx";
import { likelyWords, reachOf, type Proposal } from "./proposal-words.ts";

const question = "What should be enabled, and built, next?";
const shownAtFirst = 5;
const mostSteps = 4;
/** Products with something of their own come first; most of the others wait for the same. */
const cardsAtFirst = 9;

type Product = Report["lenses"]["products"][number];

export function NextScreen(): ReactNode {
  const { lenses, organisation, sourcing } = useSections("lenses", "organisation", "sourcing");
  const { platform, products } = lenses;
  const [first] = platform;
  const { ownersKnown } = organisation;
  return (
    <Screen
      title={question}
      question={question}
      section="lenses"
      finding={
        first === undefined ? "Nothing that was found asks for a step of the platform" : first.title
      }
      lead={
        first !== undefined && (
          <>
            That comes first: {likelyWords(first.atStakePersonHours)} person-hours a year are at
            stake, and {reachOf(first, ownersKnown)} would feel it.{" "}
            {plural(platform.length, "proposal")} in all follow from what was found.
          </>
        )
      }
    >
      <Panel
        title="What should the platform change?"
        note="In the order of person-hours a year at stake: the most that could be won, not what will be. What costs more than a year of it (two, where it is for safety) stands last. Each says what it rests on."
      >
        <Cut proposals={platform} />
      </Panel>
      <TalkTo conversations={sourcing.talkTo} />
      <Panel
        title="What should each product build, and what does the platform give it?"
        note={
          products.length === 0
            ? "No product has a proposal: feed in outcomes, requests and usability findings to give it some."
            : "First what it misses of its targets, for how many people, what is asked of it and what its users stumble over, from what is fed in; then what the platform takes away, has raised, owes and offers."
        }
      >
        <ProductCards products={products} />
      </Panel>
    </Screen>
  );
}

function ProductCards({ products }: { readonly products: readonly Product[] }): ReactNode {
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <div className="cards">
        {(isWhole ? products : products.slice(0, cardsAtFirst)).map(({ componentId, items }) => (
          <section key={componentId} className="card">
            <h3>
              <ComponentLink id={componentId} />
            </h3>
            <ProductSteps steps={items.slice(0, mostSteps)} />
            {items.length > mostSteps && (
              <p className="note">{items.length - mostSteps} more on its own page.</p>
            )}
          </section>
        ))}
      </div>
      {products.length > cardsAtFirst && !isWhole && (
        <button type="button" className="after" onClick={() => setWhole(true)}>
          All {plural(products.length, "product")}
        </button>
      )}
    </>
  );
}

function Cut({ proposals }: { readonly proposals: readonly Proposal[] }): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const [isByEffort, setByEffort] = useState(false);
  const ordered = isByEffort
    ? proposals.toSorted(
        (a, b) => (b.valuePerEffort?.likely ?? 0) - (a.valuePerEffort?.likely ?? 0),
      )
    : proposals;
  return (
    <>
      {proposals.length > 1 && (
        <button
          type="button"
          className="before"
          aria-pressed={isByEffort}
          onClick={() => setByEffort(!isByEffort)}
        >
          In the order of value ÷ effort
        </button>
      )}
      <ProposalList proposals={isWhole ? ordered : ordered.slice(0, shownAtFirst)} />
      {proposals.length > shownAtFirst && !isWhole && (
        <button type="button" onClick={() => setWhole(true)}>
          All {proposals.length}
        </button>
      )}
    </>
  );
}
