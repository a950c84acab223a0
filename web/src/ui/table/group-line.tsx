import type { ReactNode, Ref } from "react";
import { numberWords } from "../words.ts";
import type { RowGroup } from "./table-groups.ts";

interface GroupLineProps<Row> {
  readonly group: RowGroup<Row>;
  readonly isOpen: boolean;
  readonly index: number;
  /** Columns that it goes across. */
  readonly width: number;
  /** How many of its rows are picked. */
  readonly picked: number;
  readonly measured: Ref<HTMLTableRowElement>;
  readonly onTurn: () => void;
}

/** What its rows have in common and how many they are, over them; a button that opens and closes them. */
export function GroupLine<Row>(props: GroupLineProps<Row>): ReactNode {
  const { group, isOpen, index, width, picked, measured, onTurn } = props;
  return (
    <tr
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className="group-line"
      ref={measured}
    >
      <th role="rowheader" scope="rowgroup" colSpan={width} aria-colspan={width}>
        <button type="button" aria-expanded={isOpen} onClick={onTurn}>
          <span className="group-mark" aria-hidden="true">
            {isOpen ? "▾" : "▸"}
          </span>
          <bdi>{group.name === "" ? "Not known" : group.name}</bdi>
          <span className="group-count">{numberWords(group.rows.length)}</span>
        </button>
        {picked > 0 && <span className="group-count">{numberWords(picked)} picked</span>}
      </th>
    </tr>
  );
}
