import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { ChartCursorContext, type ChartCursor } from "./chart-cursor.ts";
import { Toolbar } from "./chart-toolbar.tsx";
import type { ChartData } from "./chart-data.ts";
import type { Cell } from "../csv.ts";
import { Figure } from "../figure.tsx";
import { useRoute, withQuery } from "../route.ts";
import { plural, signed } from "../words.ts";

interface ChartFrameProps {
  readonly data: ChartData;
  /** Draws. A `Plot` in it takes its cursor from `useChartCursor`. */
  readonly children: (cursor: number | null) => ReactNode;
  /** False where the picture holds links of its own that the keyboard reaches. */
  readonly readsPoints?: boolean;
  /** In place of the evidence in the data; Enter opens it for the row that the keyboard reads out. */
  readonly onOpen?: (index: number) => void;
  /** h3 inside a panel that has a heading of its own. */
  readonly heading?: "h2" | "h3";
}

interface Cursor {
  readonly cursor: number | null;
  readonly isByKey: boolean;
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  PageDown: (at, last) => Math.min(last, at + 12),
  PageUp: (at) => Math.max(0, at - 12),
  Home: () => 0,
  End: (_, last) => last,
};

/** Title, unit, n, window, source, table, copy and download around a picture; arrow keys read its points out. */
export function ChartFrame(props: ChartFrameProps): ReactNode {
  const { data, children, readsPoints = true, heading: Heading = "h2" } = props;
  const [isTable, setTable] = useState(false);
  const [{ cursor, isByKey }, setState] = useState<Cursor>({ cursor: null, isByKey: false });
  const picture = useRef<HTMLDivElement>(null);
  const titleId = useId();
  // Only what keys reach is read aloud: a mouse would have every point that it crosses announced.
  const row = cursor === null || !isByKey ? undefined : data.rows[cursor];
  const route = useRoute();
  const { evidence } = data;
  const openEvidence = (index: number): void => {
    const ids = evidence?.[index] ?? [];
    if (ids.length > 0) globalThis.location.hash = withQuery(route, { evidence: ids });
  };
  const onOpen = props.onOpen ?? (evidence === undefined ? undefined : openEvidence);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && cursor !== null && onOpen !== undefined) onOpen(cursor);
    const step = steps[event.key];
    if (step === undefined || data.rows.length === 0) return;
    event.preventDefault();
    const last = data.rows.length - 1;
    setState(({ cursor: at }) => ({
      cursor: at === null && event.key !== "End" ? 0 : step(at ?? 0, last),
      isByKey: true,
    }));
  };
  const shared = useMemo(
    (): ChartCursor => ({
      at: cursor,
      moveTo: (at) => setState({ cursor: at, isByKey: false }),
      reading: (at) => data.reading(data.rows[at] ?? []),
      open: onOpen,
    }),
    [cursor, data, onOpen],
  );

  const keyboard = readsPoints
    ? {
        tabIndex: 0,
        onKeyDown,
        onBlur: () => setState({ cursor: null, isByKey: false }),
        "aria-label": `${data.title}. Arrow keys read its ${data.rows.length} points${onOpen === undefined ? "" : ", Enter opens the evidence"}.`,
      }
    : { "aria-labelledby": titleId };

  return (
    <figure className="chart">
      <figcaption>
        <Heading id={titleId}>{data.title}</Heading>
        <p className="chart-unit">
          {data.unit} · n&nbsp;=&nbsp;{plural(data.n, data.counted)} · {data.window}
        </p>
      </figcaption>
      {isTable ? (
        <ChartTable data={data} />
      ) : (
        <div ref={picture} className="chart-picture" role="group" {...keyboard}>
          <ChartCursorContext value={readsPoints ? shared : null}>
            {children(cursor)}
          </ChartCursorContext>
        </div>
      )}
      {readsPoints && (
        <p className="chart-reading" aria-live="polite">
          {row === undefined ? "" : data.reading(row)}
        </p>
      )}
      <div className="chart-foot">
        <p className="chart-source">Source: {data.source}</p>
        <Toolbar
          data={data}
          picture={picture}
          isTable={isTable}
          onTable={() => setTable((was) => !was)}
        />
      </div>
    </figure>
  );
}

function ChartTable({ data }: { readonly data: ChartData }): ReactNode {
  return (
    <div className="chart-table" tabIndex={0} role="group" aria-label={`${data.title}, as a table`}>
      <table>
        <thead>
          <tr>
            {data.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={data.columns[place]} className={typeof cell === "number" ? "number" : ""}>
                  <ChartCell
                    cell={cell}
                    evidence={place === 0 ? data.evidence?.[index] : undefined}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The first cell of a row opens what the row's point opens. */
function ChartCell({
  cell,
  evidence = [],
}: {
  readonly cell: Cell;
  readonly evidence: readonly string[] | undefined;
}): ReactNode {
  const words = typeof cell === "number" ? signed(cell) : (cell ?? "not known");
  return evidence.length === 0 ? words : <Figure evidence={evidence}>{words}</Figure>;
}
