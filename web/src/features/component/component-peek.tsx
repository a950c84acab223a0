import type { ReactNode } from "react";
import { usesOf } from "#web/api/look-ups.ts";
import { useSection } from "#web/api/use-report.ts";
import type { Component } from "#web/api/report-rows.ts";
import { CapabilityLink, ComponentLink, Owners } from "#web/ui/names.tsx";
import { classWords, dateWords, plural } from "#web/ui/words.ts";

const usesShown = 8;

/** What it is, whose, and what it builds on, beside the list. */
export function ComponentPeek({ component }: { readonly component: Component }): ReactNode {
  const { consumptions } = useSection("consumptions");
  const used = [
    ...new Set(
      usesOf(consumptions, component.id)
        .filter((use) => use.to === null)
        .map((use) => use.capabilityId),
    ),
  ];
  return (
    <>
      <p className="question">{classWords[component.class]}</p>
      <h2>
        <ComponentLink id={component.id} />
      </h2>
      {component.description !== null && <p>{component.description}</p>}
      <p>
        Owned by <Owners ids={component.ownerIds} />.
        {component.lastHumanCommit !== null &&
          ` Last changed by a person on ${dateWords(component.lastHumanCommit)}.`}
      </p>
      <p>Builds on {plural(used.length, "capability", "capabilities")}.</p>
      <ul className="plain">
        {used.slice(0, usesShown).map((id) => (
          <li key={id}>
            <CapabilityLink id={id} />
          </li>
        ))}
      </ul>
      {used.length > usesShown && <p>and {used.length - usesShown} more</p>}
    </>
  );
}
