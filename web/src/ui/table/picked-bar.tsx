import { useEffect, useRef, useState, type ReactNode } from "react";
import { copyText, saveCsv } from "../save.ts";
import { numberWords, plural } from "../words.ts";
import { focusRow } from "./focus-row.ts";
import { comparedAtMost } from "./compared.ts";
import type { TableColumn } from "./table-column.ts";
import { csvOf } from "./table-rows.ts";

interface PickedBarProps<Row> {
  readonly rows: readonly Row[];
  /** How many of them a filter has taken away since. */
  readonly unseen: number;
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly TableColumn<Row>[];
  /** Null where all that can be seen is picked. */
  readonly onPickAll: (() => void) | null;
  readonly onLetGo: () => void;
  /** Null where rows are not compared with each other. */
  readonly onCompare: (() => void) | null;
  readonly addressOf?: (row: Row) => string;
  readonly putRight?: (rows: readonly Row[]) => ReactNode;
}

/** What can be done with the rows that are picked, at the lower edge of the window. Esc lets them go. */
export function PickedBar<Row>(props: PickedBarProps<Row>): ReactNode {
  const { rows, unseen, caption, columns, onPickAll, onLetGo, onCompare, addressOf } = props;
  const [said, setSaid] = useState("");
  const [isPuttingRight, setPuttingRight] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  useEscape(() => {
    if (isPuttingRight) setPuttingRight(false);
    else letGo();
  });
  const letGo = (): void => {
    // The bar goes, and with it what has the focus: back to the rows.
    if (bar.current?.contains(document.activeElement) === true) focusPicked(bar.current);
    onLetGo();
  };
  const copy = async (lines: readonly string[], words: string): Promise<void> => {
    const isCopied = await copyText(lines.join("\n"));
    setSaid(isCopied ? `Copied ${words}` : "The browser refused the clipboard");
  };
  const { length } = rows;
  const nameOf = (row: Row): string => String(columns[0]?.value(row) ?? "");
  const pageAddress = globalThis.location.href.replace(/#.*$/, "");
  const canCompare = rows.length >= 2 && rows.length <= comparedAtMost;
  return (
    <div ref={bar} className="picked-bar no-print" role="region" aria-label="Picked rows">
      <div className={`picked-tools ${isOpen ? "is-open" : ""}`}>
        <span className="picked-count" role="status">
          <strong>{numberWords(rows.length)} picked</strong>
          {unseen > 0 && ` (${numberWords(unseen)} filtered away)`}
          {said !== "" && `. ${said}`}
        </span>
        {onPickAll !== null && (
          <button type="button" className="is-rare" onClick={onPickAll}>
            Pick all
          </button>
        )}
        {onCompare !== null && (
          <button
            type="button"
            disabled={!canCompare}
            title={
              canCompare ? undefined : `Two to ${String(comparedAtMost)} rows stand side by side`
            }
            onClick={onCompare}
          >
            Compare
          </button>
        )}
        <button
          type="button"
          className="is-rare"
          onClick={() => void copy(rows.map(nameOf), plural(length, "name"))}
        >
          Copy names
        </button>
        {addressOf !== undefined && (
          <button
            type="button"
            className="is-rare"
            onClick={() =>
              void copy(
                rows.map((row) => pageAddress + addressOf(row)),
                plural(length, "address", "addresses"),
              )
            }
          >
            Copy addresses
          </button>
        )}
        <button
          type="button"
          className="is-rare"
          onClick={() => saveCsv(`${caption} picked`, csvOf(rows, columns))}
        >
          Export picked
        </button>
        {props.putRight !== undefined && (
          <button
            type="button"
            aria-expanded={isPuttingRight}
            onClick={() => setPuttingRight(!isPuttingRight)}
          >
            Put right
          </button>
        )}
        <button
          type="button"
          className="only-on-phone"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          More
        </button>
        <button type="button" className="picked-go" onClick={letGo}>
          <span className="not-on-phone">
            Let go <kbd>Esc</kbd>
          </span>
          <span className="only-on-phone">
            <span aria-hidden="true">✕</span>
            <span className="for-readers">Let go</span>
          </span>
        </button>
      </div>
      {isPuttingRight && props.putRight?.(rows)}
    </div>
  );
}

/** Esc, unless what lies over the list takes it, or it empties a field. */
function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"], .peek') !== null) return;
      const isSearch =
        event.target instanceof HTMLInputElement &&
        event.target.type === "search" &&
        event.target.value !== "";
      if (!isSearch) latest.current();
    };
    globalThis.addEventListener("keydown", onKeyDown);
    return () => globalThis.removeEventListener("keydown", onKeyDown);
  }, []);
}

function focusPicked(bar: HTMLElement): void {
  const table = bar.closest(".data-table");
  const picked = table?.querySelector('tr[aria-selected="true"]');
  focusRow(picked ?? table?.querySelector("tr[data-index]"));
}
