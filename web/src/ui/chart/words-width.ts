import { lettersIn, shorten } from "../words.ts";

/** Letters as high as they are wide: East Asian scripts and pictures. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\p{Emoji_Presentation}]/u;
const broad = /[A-Zmw@%&…–—−]/;
const slim = /[ijltfrI.,:;'|()\s\u00a0]/;

/** How wide words are about, in pixels, without a browser; rather too wide than too narrow. */
export function widthOfWords(words: string, size: number): number {
  let ems = 0;
  for (const letter of lettersIn(words))
    ems += wide.test(letter) ? 1.2 : broad.test(letter) ? 0.95 : slim.test(letter) ? 0.42 : 0.65;
  return ems * size;
}

interface Room {
  /** Pixels. */
  readonly width: number;
  readonly size: number;
  readonly linesAtMost: number;
}

/** Words in lines that fit; what still does not loses its middle. */
export function wrapWords(words: string, { width, size, linesAtMost }: Room): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    const fits = widthOfWords(longer, size) <= width;
    if (last === undefined) lines.push(word);
    else if (fits || lines.length === linesAtMost) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => fitWords(line, width, size));
}

/** The words, or as many of their letters from both ends as there is room for. */
export function fitWords(words: string, width: number, size: number): string {
  let letters = lettersIn(words).length;
  let shown = words;
  while (letters > 1 && widthOfWords(shown, size) > width) shown = shorten(words, --letters);
  return shown;
}
