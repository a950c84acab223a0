import type { ReactNode } from "react";
import { useSection } from "#web/api/use-report.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink, ComponentLink } from "#web/ui/names.tsx";
import { sentence } from "#web/ui/prose.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { numberWords, plural } from "#web/ui/words.ts";
import {
  foldedRows,
  partnerRows,
  useWords,
  type PartnerRow,
  type PartnerUser,
} from "./partner-rows.ts";

const mostRows = 8;
const kindWords = { partner: "partner", "external-integrator": "integrator" } as const;

/** The row of the value chain that leads outside: what is offered to partners and integrators, what shows it, who uses it. */
export function PartnerChain(): ReactNode {
  const { partners } = useSection("partners");
  const all = partnerRows(partners);
  // What nobody is known to use, and what shows it so, is said once for all that are alike.
  const { rows, alike } = foldedRows(all);
  return (
    <Panel
      title="And to partners and integrators outside"
      note="Only what an SDK, a contract, a registry or a gateway shows: nobody outside is guessed."
    >
      {all.length === 0 && (
        <p>
          Nothing shows one: no package that anybody may install, no contract for others, no keys
          for callers.
        </p>
      )}
      {rows.length > 0 && (
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">Offered</th>
              <th scope="col">What shows it</th>
              <th scope="col">Who uses it</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRows).map((row) => (
              <Row key={row.id} row={row} isAsked={partners.outsiders !== null} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > mostRows && (
        <p className="note">and {plural(rows.length - mostRows, "more component")}.</p>
      )}
      {alike.map(({ sign, own }) => (
        <Alike key={sign} sign={sign} rows={own} isAsked={partners.outsiders !== null} />
      ))}
      {partners.outsiders === null && (
        <p>
          <Unknown pointer="/partners/outsiders" />
        </p>
      )}
    </Panel>
  );
}

function Alike({
  sign,
  rows,
  isAsked,
}: {
  readonly sign: string;
  readonly rows: readonly PartnerRow[];
  readonly isAsked: boolean;
}): ReactNode {
  return (
    <p>
      <Figure evidence={rows.flatMap(({ evidenceIds }) => evidenceIds)}>
        {numberWords(rows.length)} are {sign}
      </Figure>
      {isAsked ? ", and nobody outside was seen to use them" : ""}:{" "}
      {rows.map(({ id }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          {id.startsWith("capability:") ? <CapabilityLink id={id} /> : <ComponentLink id={id} />}
        </span>
      ))}
      .
    </p>
  );
}

function Row({ row, isAsked }: { readonly row: PartnerRow; readonly isAsked: boolean }): ReactNode {
  const { id, signs, evidenceIds, users } = row;
  return (
    <tr>
      <td>
        {id.startsWith("capability:") ? <CapabilityLink id={id} /> : <ComponentLink id={id} />}
      </td>
      <td>
        {signs.length === 0 ? (
          <span className="quiet">only that it is used</span>
        ) : (
          <Figure evidence={evidenceIds}>{sentence(signs.join("; "))}</Figure>
        )}
      </td>
      <td>
        {users.length === 0 ? (
          <span className="quiet">{isAsked ? "Nobody was seen." : "Nothing tells."}</span>
        ) : (
          users.map((user) => <User key={user.id} user={user} />)
        )}
      </td>
    </tr>
  );
}

function User({ user }: { readonly user: PartnerUser }): ReactNode {
  const words = useWords(user);
  return (
    <span className="block">
      <Figure evidence={user.evidenceIds}>
        <bdi>{user.name}</bdi>
      </Figure>{" "}
      <span className="quiet">
        ({kindWords[user.kind]}){words !== "" && `, ${words}`}
      </span>
    </span>
  );
}
