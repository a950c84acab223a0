import { useMemo, type ReactNode } from "react";
import { Name } from "#web/ui/names.tsx";
import { alignLines, type Piece } from "./align-lines.ts";

interface Side {
  readonly title: string;
  readonly start: number;
  readonly text: string;
}

/** Two texts line by line: what differs is marked by a sign and by colour, word by word. */
export function SideBySide({
  left,
  right,
}: {
  readonly left: Side;
  readonly right: Side;
}): ReactNode {
  const rows = useMemo(() => alignLines(left.text, right.text), [left.text, right.text]);
  return (
    <div className="side-by-side-scroll" tabIndex={0} role="region" aria-label="The two copies">
      <table className="side-by-side">
        <colgroup>
          <col className="line-number" />
          <col />
          <col className="line-number" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              <Name>{left.title}</Name>
            </th>
            <th scope="col" colSpan={2}>
              <Name>{right.title}</Name>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows never move: the place is the identity.
            <tr key={index} className={row.isSame ? undefined : "differs"}>
              <Line
                number={row.left === null ? null : left.start + row.left.number}
                pieces={row.left?.pieces ?? null}
                sign="−"
                isSame={row.isSame}
              />
              <Line
                number={row.right === null ? null : right.start + row.right.number}
                pieces={row.right?.pieces ?? null}
                sign="+"
                isSame={row.isSame}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({
  number,
  pieces,
  sign,
  isSame,
}: {
  readonly number: number | null;
  readonly pieces: readonly Piece[] | null;
  readonly sign: string;
  readonly isSame: boolean;
}): ReactNode {
  return (
    <>
      <td className="line-number">{number ?? ""}</td>
      <td className={pieces === null ? "line absent" : "line"}>
        <span aria-hidden="true">{isSame || pieces === null ? "  " : `${sign} `}</span>
        {pieces?.map((piece, index) =>
          piece.isSame ? (
            piece.text
          ) : (
            // Pieces never move: the place is the identity.
            <mark key={index}>{piece.text}</mark>
          ),
        )}
      </td>
    </>
  );
}
