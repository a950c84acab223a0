/** Characters that turn the direction of text around: a name must not be able to rearrange the page. */
const directionControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text with each of them by its number: ⟨U+202E⟩. Whatever is decoded after reading needs it again. */
export function nameDirectionControls(text: string): string {
  return text.replace(
    directionControls,
    (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  );
}
