/** CSI, then OSC, DCS and their like up to their end, then the short ones. Every repetition is bounded. */
const escapeSequence =
  // oxlint-disable-next-line no-control-regex -- control characters are what it is for
  /\u001b(?:\[[0-?]{0,64}[ -/]{0,16}[@-~]|[\]PX^_][^\u0007\u001b\u009c]{0,4096}(?:\u0007|\u001b\\|\u009c)?|[ -/]{0,4}[0-~])|\u009b[0-?]{0,64}[ -/]{0,16}[@-~]/g;

/** One line that a terminal shows as it stands: no control characters, escape sequences, bidirectional overrides, line ends. */
export function terminalText(text: string): string {
  return text
    .replace(escapeSequence, "")
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "");
}

/** JSON that a terminal shows as it stands and that a parser reads as before: the same characters as `\u` escapes. */
export function terminalJson(json: string): string {
  return json.replace(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
