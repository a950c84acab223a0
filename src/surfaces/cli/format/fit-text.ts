import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Text of at most `width` columns; a longer one loses its middle, for the ends tell names apart. */
export function fitText(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  if (width <= 1) return "…".slice(0, width);
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment);
  const tailWidth = Math.floor((width - 1) / 2);
  const head = taken(letters, width - 1 - tailWidth);
  const tail = taken(letters.toReversed(), tailWidth).reverse();
  return `${head.join("")}…${tail.join("")}`;
}

/** The first letters that fit. */
function taken(letters: readonly string[], width: number): string[] {
  const kept: string[] = [];
  let used = 0;
  for (const letter of letters) {
    used += stringWidth(letter);
    if (used > width) break;
    kept.push(letter);
  }
  return kept;
}

/** Lines of at most `width` columns, broken at blanks; words longer than a line lose their middle. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ").map((one) => fitText(one, width))) {
    const columns = stringWidth(word);
    if (line === "" || used + 1 + columns > width) {
      if (line !== "") lines.push(line);
      line = word;
      used = columns;
    } else {
      line = `${line} ${word}`;
      used += 1 + columns;
    }
  }
  return [...lines, line];
}
