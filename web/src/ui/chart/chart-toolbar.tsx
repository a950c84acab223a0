import { useState, type ReactNode, type RefObject } from "react";
import { toCsv } from "../csv.ts";
import { copyText, saveFile } from "../save.ts";
import type { ChartData } from "./chart-data.ts";
import { drawPng } from "./png.ts";

interface ToolbarProps {
  readonly data: ChartData;
  readonly picture: RefObject<HTMLDivElement | null>;
  readonly isTable: boolean;
  readonly onTable: () => void;
}

export function Toolbar({ data, picture, isTable, onTable }: ToolbarProps): ReactNode {
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(toCsv(data.columns, data.rows));
    setSaid(isCopied ? "Copied" : "The browser refused the clipboard");
  };
  const png = async (): Promise<void> => {
    const svg = picture.current?.querySelector("svg");
    if (svg === null || svg === undefined) return;
    const image = await drawPng(svg, data);
    if (image === null) setSaid("The browser could not draw the picture");
    else saveFile(`${data.title}.png`, image);
  };
  return (
    <div className="chart-tools">
      <span className="chart-said" role="status">
        {said}
      </span>
      <button type="button" aria-pressed={isTable} onClick={onTable}>
        Table
      </button>
      <button type="button" onClick={() => void copy()}>
        Copy as CSV
      </button>
      {!isTable && (
        <button type="button" onClick={() => void png()}>
          PNG
        </button>
      )}
    </div>
  );
}
