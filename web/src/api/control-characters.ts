/** Characters that turn the direction of text around: a name must not be able to rearrange the page. */
const directions = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
/** Those that a terminal obeys, into which a name may be copied; not tab and line ends. */
const commands = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f";
/** Halves of a pair that stand alone: no address takes them, and to make one of them throws. */
const halves = "\\ud800-\\udfff";
const controls = new RegExp(`[${directions}${commands}${halves}]`, "gu");
/** Every escape is taken as a whole, so that an escaped backslash before `u001b` is none of them, and of a pair both halves. */
const escapes =
  /\\(?:u(?:[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|([\da-fA-F]{4}))|([^u]))/g;

/** The text with each of them by its number: ⟨U+202E⟩. Whatever is decoded after reading needs it again. */
export function nameControls(text: string): string {
  return text.replace(controls, (character) => named(character.charCodeAt(0)));
}

/** The same for the strings of a JSON text, where what lies below a blank is escaped. */
export function nameControlsOfJson(json: string): string {
  return nameControls(json).replace(escapes, (escape, digits?: string, letter?: string) => {
    const code = digits === undefined ? letters.get(letter ?? "") : Number.parseInt(digits, 16);
    return code !== undefined &&
      nameControls(String.fromCharCode(code)) !== String.fromCharCode(code)
      ? named(code)
      : escape;
  });
}

const letters: ReadonlyMap<string, number> = new Map([
  ["b", 0x08],
  ["f", 0x0c],
]);

function named(code: number): string {
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
