import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { InCell } from "../in-cell.ts";
import { useTheme } from "../theme.tsx";
import { cellOf } from "./cell-of.tsx";
import { focusRow } from "./focus-row.ts";
import { GroupLine } from "./group-line.tsx";
import type { TableColumn } from "./table-column.ts";
import { isGroup, type RowGroup, type TableItem } from "./table-groups.ts";
import type { Picked } from "./use-picked.ts";

interface TableBodyProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  /** Rows, under the lines of their groups where they are gathered. */
  readonly items: readonly TableItem<Row>[];
  readonly picked: Picked;
  /** Key of the row that is shown beside the table. */
  readonly peeked: string | null;
  readonly nameOf: (row: Row) => string;
  readonly onTurn: (group: RowGroup<Row>) => void;
  readonly onPeek?: (key: string | null) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Below this many rows the whole table stands in the page: find-in-page and printing then see all of it. */
const wholeUpTo = 80;
const estimatedHeight = (): number => (globalThis.innerWidth <= 640 ? 150 : 45);
const groupHeight = 40;

/**
 * Arrows or j and k from line to line, x picks a row or all of a group, Space shows a row beside the table; left closes the group
 * that one is in, or goes to its line, and right opens it.
 */
export function TableBody<Row>(props: TableBodyProps<Row>): ReactNode {
  const { columns, items, picked, peeked, nameOf, onTurn, onPeek } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const { isPrinting } = useTheme();
  const isWhole = isPrinting || items.length <= wholeUpTo;
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => {
      const item = items[index];
      return item !== undefined && isGroup(item) ? groupHeight : estimatedHeight();
    },
    overscan: 10,
    scrollMargin: top,
    enabled: !isWhole,
  });
  useLayoutEffect(() => {
    const rectangle = body.current?.getBoundingClientRect();
    if (rectangle !== undefined) setTop(rectangle.top + globalThis.scrollY);
  }, [items.length]);

  const drawn = isWhole
    ? items.map((_, index) => ({ index, start: 0, end: 0 }))
    : virtual.getVirtualItems();
  // The line of the group that one is in stays in the page, so that it can stay in view.
  const standing = isWhole
    ? -1
    : items.findLastIndex((item, place) => place < (drawn[0]?.index ?? 0) && isGroup(item));
  const standingHeight = standing === -1 ? 0 : (virtual.measurementsCache[standing]?.size ?? 0);
  const before = isWhole ? 0 : (drawn[0]?.start ?? top) - top - standingHeight;
  const after = isWhole ? 0 : virtual.getTotalSize() - ((drawn.at(-1)?.end ?? top) - top);

  const goTo = (index: number): void => {
    if (items[index] === undefined || body.current === null) return;
    if (!isWhole) virtual.scrollToIndex(index, { align: "auto" });
    focusAt(body.current, index);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const here =
      event.target instanceof Element ? event.target.closest<HTMLElement>("tr[data-index]") : null;
    if (here === null || body.current === null) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = Number(here.dataset["index"]);
    const item = items[index];
    if (item === undefined) return;
    if (isGroup(item)) {
      if (event.key === "x") picked.pickAll(item.group.rows.map(({ key }) => key));
      if (event.key === (item.isOpen ? "ArrowLeft" : "ArrowRight")) onTurn(item.group);
    } else if (event.key === "x") {
      picked.pick(item.key);
    } else if (event.key === " " && onPeek !== undefined && !isPickBox(event.target)) {
      event.preventDefault();
      onPeek(peeked === item.key ? null : item.key);
    } else if (event.key === "ArrowLeft") {
      goTo(items.findLastIndex((one, place) => place < index && isGroup(one)));
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = items[index + step];
    if (next === undefined) return;
    if (peeked !== null && !isGroup(next)) onPeek?.(next.key);
    goTo(index + step);
  };

  const lineAt = (index: number): ReactNode => {
    const item = items[index];
    if (item === undefined) return null;
    const measured = isWhole ? null : virtual.measureElement;
    if (isGroup(item))
      return (
        <GroupLine
          key={`group ${item.group.name}`}
          {...item}
          index={index}
          width={columns.length}
          picked={item.group.rows.filter(({ key }) => picked.keys.has(key)).length}
          measured={measured}
          onTurn={() => onTurn(item.group)}
        />
      );
    return (
      <tr
        key={item.key}
        role="row"
        aria-rowindex={index + 2}
        data-index={index}
        aria-selected={picked.keys.has(item.key)}
        className={item.key === peeked ? "is-peeked" : undefined}
        ref={measured}
      >
        {columns.map((column, place) => (
          <td
            key={column.id}
            role="cell"
            data-label={column.header}
            className={`${column.isAtEnd === true ? "number" : ""} ${column.isOnPhone === false ? "not-on-phone" : ""}`}
          >
            {place === 0 && (
              <PickBox
                name={nameOf(item.row)}
                isPicked={picked.keys.has(item.key)}
                onPick={(isRange) => picked.pick(item.key, isRange)}
              />
            )}
            <div>{cellOf(column, item.row)}</div>
          </td>
        ))}
      </tr>
    );
  };

  return (
    <tbody ref={body} role="rowgroup" onKeyDown={onKeyDown}>
      <InCell value>
        {/* One list: the line of a group keeps the focus when the rows below it are scrolled away. */}
        {[
          ...(standing === -1 ? [] : [lineAt(standing)]),
          <Spacer key="spacer before" height={before} />,
          ...drawn.map(({ index }) => lineAt(index)),
        ]}
      </InCell>
      <Spacer height={after} />
    </tbody>
  );
}

interface PickBoxProps {
  readonly name: string;
  readonly isPicked: boolean;
  readonly onPick: (isRange: boolean) => void;
}

/** For a mouse or a finger: by the keyboard a row is picked with x, so that Tab goes from link to link. */
function PickBox({ name, isPicked, onPick }: PickBoxProps): ReactNode {
  return (
    <input
      type="checkbox"
      className="pick no-print"
      tabIndex={-1}
      aria-label={`Pick ${name}`}
      checked={isPicked}
      onChange={({ nativeEvent }) =>
        onPick(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
    />
  );
}

/** Stands for the rows that are scrolled away. */
function Spacer({ height }: { readonly height: number }): ReactNode {
  return height > 0 ? <tr role="presentation" className="spacer" style={{ height }} /> : null;
}

function isPickBox(target: EventTarget): boolean {
  return target instanceof HTMLInputElement;
}

/** The row may only be drawn after the scroll: wait for it, but not for ever. */
function focusAt(body: HTMLElement, index: number, triesLeft = 10): void {
  const row = body.querySelector(`tr[data-index="${index}"]`);
  if (row !== null) focusRow(row);
  else if (triesLeft > 0) requestAnimationFrame(() => focusAt(body, index, triesLeft - 1));
}
