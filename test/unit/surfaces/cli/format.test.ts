import fc from "fast-check";
import picocolors from "picocolors";
import stringWidth from "string-width";
import { describe, expect, test, vi } from "vitest";
import { fitText, wrapText } from "#surfaces/cli/format/fit-text.ts";
import { markdownTable, tableLines, type Column } from "#surfaces/cli/format/table.ts";
import { barLine, createProgress, durationWords } from "#surfaces/cli/progress.ts";
import { screenOn } from "#surfaces/cli/terminal.ts";
import { RecordedStream } from "./recorded-session.ts";

const style = picocolors.createColors(false);

describe("text in a given width", () => {
  test("long names lose their middle, wide letters count twice", () => {
    expect(fitText("acme-payments-client", 11)).toBe("acme-…lient");
    expect(fitText("rye", 11)).toBe("rye");
    expect(fitText("面包面包面包", 5)).toBe("面…包");
  });

  test("never more than the width, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 1, max: 40 }),
        (text, width) => {
          expect(stringWidth(fitText(text, width))).toBeLessThanOrEqual(width);
          for (const line of wrapText(text, width))
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test("lines are broken at blanks", () => {
    expect(wrapText("Most build on dough-kit today", 12)).toEqual([
      "Most build",
      "on dough-kit",
      "today",
    ]);
  });
});

interface Loaf {
  readonly name: string;
  readonly crumb: string;
  readonly sold: number;
}
const columns: readonly Column<Loaf>[] = [
  { title: "Loaf", cell: ({ name }) => name, least: 6 },
  { title: "Crumb", cell: ({ crumb }) => crumb, dropAt: 1 },
  { title: "Sold", cell: ({ sold }) => String(sold), align: "right" },
];
const loaves: readonly Loaf[] = [
  { name: "rye-with-caraway-seeds", crumb: "dense | dark", sold: 7 },
  { name: "\u001b[31mwheat\n", crumb: "light", sold: 1200 },
];

describe("tables", () => {
  test("are aligned, whole in a pipe", () => {
    expect(tableLines(columns, loaves, { isWatched: false, width: 10, style })).toEqual([
      "Loaf                    Crumb         Sold",
      "rye-with-caraway-seeds  dense | dark     7",
      "wheat                   light         1200",
    ]);
  });

  test("are aligned by the columns that letters take, colours and wide letters included", () => {
    const colours = picocolors.createColors(true);
    const rows = [{ name: "面包", crumb: "é", sold: 1 }];
    const [head = "", row] = tableLines(columns, rows, {
      isWatched: false,
      width: 10,
      style: colours,
    });
    expect(row).toBe("面包  é         1");
    expect(stringWidth(head)).toBe(stringWidth(row ?? ""));
  });

  test("shrink what may shrink, then leave out what matters least", () => {
    const at = (width: number) => tableLines(columns, loaves, { isWatched: true, width, style })[1];
    expect(at(36)).toBe("rye-with…y-seeds  dense | dark     7");
    expect(at(24)).toBe("rye-with-…ay-seeds     7");
    expect(at(12)).toBe("rye…ds     7");
  });

  test("in Markdown let no cell break out", () => {
    expect(markdownTable(columns, loaves)[2]).toBe(
      "| rye-with-caraway-seeds | dense \\| dark | 7 |",
    );
  });
});

describe("progress", () => {
  const stretch = {
    label: "Reading repositories",
    unit: "repositories",
    total: 31,
    startedAt: 0,
    done: 12,
    base: 2,
    detail: "dough-kit",
  };

  test("says what, how much, how fast and how long yet", () => {
    expect(barLine(stretch, 5000, 100)).toBe(
      "Reading repositories ━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 12 of 31 repositories, 2.0/s, 10 s left  dough-kit",
    );
    expect(stringWidth(barLine(stretch, 5000, 50))).toBeLessThanOrEqual(50);
  });

  test("knows no pace before something was read", () => {
    expect(barLine({ ...stretch, done: 2 }, 5000, 100)).not.toContain("left");
  });

  test("draws on a terminal, and lets other lines through", () => {
    const stream = new RecordedStream(80);
    const progress = createProgress(screenOn(stream, {}), { now: () => 1 }, false);
    progress.start("Reading", 2, "repositories");
    progress.advance(1, "rye\u001b[2J");
    progress.above("Note: something");
    progress.finish();
    progress.above("Done");
    const clear = "\r\u001b[2K";
    const [hidden, first] = stream.text.split(clear);
    expect([hidden, first?.replace(/╌+/, "╌")]).toEqual([
      "\u001b[?25l",
      "Reading ╌ 0 of 2 repositories",
    ]);
    expect(stream.text).toContain(`${clear}Note: something\n`);
    expect(stream.text).not.toContain("\u001b[2J");
    expect(stream.text.endsWith(`${clear}\u001b[?25hDone\n`)).toBe(true);
  });

  test("draws again while work goes on, within the width that the terminal has by then", () => {
    vi.useFakeTimers();
    try {
      const stream = new RecordedStream(80);
      const progress = createProgress(screenOn(stream, {}), { now: () => 1 }, false);
      progress.start("Reading", 2, "repositories");
      progress.advance(1, "dough-kit");
      stream.columns = 40;
      stream.text = "";
      vi.advanceTimersByTime(1000);
      const frames = stream.text.split("\r\u001b[2K").slice(1);
      expect(frames).toHaveLength(8);
      for (const frame of frames) expect(stringWidth(frame)).toBeLessThan(40);
      progress.finish();
      stream.text = "";
      vi.advanceTimersByTime(1000);
      expect(stream.text).toBe("");
    } finally {
      vi.useRealTimers();
    }
  });

  test.each([
    [3.2, "4 s"],
    [89, "89 s"],
    [91, "2 min"],
    [5399, "1 h 30 min"],
    [7260, "2 h 1 min"],
  ])("%d seconds are %s", (seconds, words) => {
    expect(durationWords(seconds)).toBe(words);
  });
});
