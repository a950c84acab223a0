import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { InCell } from "../in-cell.ts";
import { useTheme } from "../theme.tsx";
import { NotKnown } from "../unknown.tsx";
import type { TableColumn } from "./table-column.ts";

interface TableBodyProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly { readonly key: string; readonly row: Row }[];
  /** Keys of rows that are picked, and of the one that is shown beside the table. */
  readonly picked: ReadonlySet<string>;
  readonly peeked: string | null;
  readonly onPick: (key: string) => void;
  readonly onPeek?: (key: string | null) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Below this many rows the whole table stands in the page: find-in-page and printing then see all of it. */
const wholeUpTo = 80;
const estimatedHeight = (): number => (globalThis.innerWidth <= 640 ? 150 : 45);

/** Arrows or j and k from row to row, x picks one, Space shows it beside the table. */
export function TableBody<Row>(props: TableBodyProps<Row>): ReactNode {
  const { columns, rows, picked, peeked, onPick, onPeek } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const { isPrinting } = useTheme();
  const isWhole = isPrinting || rows.length <= wholeUpTo;
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: estimatedHeight,
    overscan: 10,
    scrollMargin: top,
    enabled: !isWhole,
  });
  useLayoutEffect(() => {
    const rectangle = body.current?.getBoundingClientRect();
    if (rectangle !== undefined) setTop(rectangle.top + globalThis.scrollY);
  }, [rows.length]);

  const items = isWhole
    ? rows.map((_, index) => ({ index, start: 0, end: 0 }))
    : virtual.getVirtualItems();
  const before = isWhole ? 0 : (items[0]?.start ?? top) - top;
  const after = isWhole ? 0 : virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const here =
      event.target instanceof Element ? event.target.closest<HTMLElement>("tr[data-index]") : null;
    if (here === null || body.current === null) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = Number(here.dataset["index"]);
    const key = rows[index]?.key;
    if (event.key === "x" && key !== undefined) {
      onPick(key);
    } else if (event.key === " " && key !== undefined && onPeek !== undefined) {
      event.preventDefault();
      onPeek(peeked === key ? null : key);
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = index + step;
    const nextKey = rows[next]?.key;
    if (nextKey === undefined) return;
    if (peeked !== null) onPeek?.(nextKey);
    if (!isWhole) virtual.scrollToIndex(next, { align: "auto" });
    focusRow(body.current, next);
  };

  return (
    <tbody ref={body} role="rowgroup" onKeyDown={onKeyDown}>
      <Spacer height={before} />
      <InCell value>
        {items.map(({ index }) => {
          const entry = rows[index];
          if (entry === undefined) return null;
          return (
            <tr
              key={entry.key}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              aria-selected={picked.has(entry.key)}
              className={entry.key === peeked ? "is-peeked" : undefined}
              ref={isWhole ? null : virtual.measureElement}
            >
              {columns.map((column) => (
                <td
                  key={column.id}
                  role="cell"
                  data-label={column.header}
                  className={`${column.isAtEnd === true ? "number" : ""} ${column.isOnPhone === false ? "not-on-phone" : ""}`}
                >
                  <div>{column.cell?.(entry.row) ?? column.value(entry.row) ?? <NotKnown />}</div>
                </td>
              ))}
            </tr>
          );
        })}
      </InCell>
      <Spacer height={after} />
    </tbody>
  );
}

/** Stands for the rows that are scrolled away. */
function Spacer({ height }: { readonly height: number }): ReactNode {
  return height > 0 ? <tr role="presentation" className="spacer" style={{ height }} /> : null;
}

/** The row may only be drawn after the scroll: wait for it, but not for ever. */
function focusRow(body: HTMLElement, index: number, triesLeft = 10): void {
  const link = body.querySelector<HTMLElement>(`tr[data-index="${index}"] a`);
  if (link !== null) {
    link.focus();
    link.scrollIntoView({ block: "nearest" });
  } else if (triesLeft > 0) {
    requestAnimationFrame(() => focusRow(body, index, triesLeft - 1));
  }
}
