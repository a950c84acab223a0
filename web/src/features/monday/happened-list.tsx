import type { ReactNode } from "react";
import { CapabilityLink, ComponentLink, Name } from "#web/ui/names.tsx";
import { routeHref } from "#web/ui/route.ts";
import { Figure } from "#web/ui/figure.tsx";
import { dateWords, numberWords, plural } from "#web/ui/words.ts";
import type { Happening, HappeningKind } from "./happened.ts";

const titles: Readonly<Record<HappeningKind, string>> = {
  adopted: "Taken up",
  left: "Left",
  released: "Released",
  copied: "Copied",
  burnt: "Promises at risk",
  asked: "Friction written down",
};
const kinds: readonly HappeningKind[] = ["burnt", "left", "adopted", "released", "copied", "asked"];
const shown = 4;

/** By kind, the newest first, each kind with how many there are. */
export function HappenedList({ events }: { readonly events: readonly Happening[] }): ReactNode {
  const groups = kinds
    .map((kind) => ({ kind, own: events.filter((one) => one.kind === kind) }))
    .filter(({ own }) => own.length > 0);
  if (groups.length === 0)
    return <p>Nothing was seen to happen in this time. Look back further, at the top right.</p>;
  return (
    <div className="happened">
      {groups.map(({ kind, own }) => (
        <section key={kind}>
          <h3>
            {titles[kind]} <span className="quiet">{numberWords(own.length)}</span>
          </h3>
          <ul className="plain">
            {own.slice(0, shown).map((one) => (
              <li key={`${one.at ?? ""} ${JSON.stringify(one.subject)}`}>
                <Line one={one} />
              </li>
            ))}
          </ul>
          {own.length > shown && (
            <details>
              <summary>{numberWords(own.length - shown)} more</summary>
              <ul className="plain">
                {own.slice(shown).map((one) => (
                  <li key={`${one.at ?? ""} ${JSON.stringify(one.subject)}`}>
                    <Line one={one} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
    </div>
  );
}

function Line({ one }: { readonly one: Happening }): ReactNode {
  return (
    <>
      <Subject one={one} />
      <span className="quiet block">
        {one.at !== null && dateWords(one.at)}
        {one.componentIds.length > 0 && <By one={one} />}
      </span>
    </>
  );
}

function Subject({ one }: { readonly one: Happening }): ReactNode {
  const { subject, detail } = one;
  if ("capability" in subject)
    return (
      <>
        <CapabilityLink id={subject.capability} />
        {detail !== null && (
          <>
            {" "}
            <Name>{detail}</Name>
          </>
        )}
      </>
    );
  if ("objective" in subject)
    return (
      <>
        <a href={routeHref("reliability", subject.objective)}>
          <bdi>{subject.name}</bdi>
        </a>
        : {detail === "spent" ? "its budget is spent" : "its budget burns"}
      </>
    );
  if ("clone" in subject)
    return <a href={routeHref("duplication", subject.clone)}>{plural(subject.lines, "line")}</a>;
  return (
    <>
      <bdi>{subject.text}</bdi>
      {detail !== null && <span className="quiet"> {detail}</span>}
    </>
  );
}

const namesShown = 2;

function By({ one }: { readonly one: Happening }): ReactNode {
  const rest = one.componentIds.length - namesShown;
  return (
    <>
      {one.at === null ? "" : ", "}
      {one.kind === "copied" ? "into " : one.kind === "burnt" ? "of " : "by "}
      {one.componentIds.slice(0, namesShown).map((id, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <ComponentLink id={id} />
        </span>
      ))}
      {rest > 0 &&
        (one.evidenceIds.length === 0 ? (
          ` and ${String(rest)} more`
        ) : (
          <>
            {" "}
            <Figure evidence={one.evidenceIds}>and {rest} more</Figure>
          </>
        ))}
    </>
  );
}
