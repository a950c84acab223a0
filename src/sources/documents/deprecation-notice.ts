const state =
  /\b(?:deprecated|unmaintained|no longer (?:actively )?(?:maintained|supported|used|in use|developed)|superseded by|(?:been|is|was) (?:archived|retired|replaced|obsolete|abandoned|superseded|discontinued))\b/i;
const inTitle = /\b(?:deprecated|unmaintained|archived|retired|obsolete|discontinued)\b/i;
const partHeading = /^\s{0,3}#{2,6}\s/;
const listOrTable = /^\s{0,8}(?:[-*+]\s|\d{1,3}[.)]\s|\|)/;
/** What stands before the first word: quotes, emphasis, admonitions, badges' brackets. */
const ornament =
  /^(?:[\s>*_#!~:-]|\p{Extended_Pictographic}|\uFE0F|\[!\w{1,20}\]|note\b|warning\b|important\b|notice\b){0,40}/iu;
/** The state alone, or with what to do instead: "Retired formats" are something else. */
const opening =
  /^(?:deprecated|unmaintained|archived|retired|obsolete|discontinued|no longer (?:maintained|supported|used|in use))\b(?=[ \t]{0,3}(?:$|[^\w\s]|(?:in favou?r|use|since|as of|by|see|please|and|repo|repository|project|this|because|from|on|use)\b))/i;
const thisThing =
  /\bth(?:is|e) (?:[\w-]{1,30} ){0,3}?(?:repo|repository|project|gem|library|package|app|application|service|module|component|tool|plugin|image|chart|action|codebase)\b/i;
/** What was given up is something else: this took its place. */
const byThisThing =
  /\b(?:replaced|superseded|succeeded|obsoleted|deprecated|retired|discontinued)\b[^.]{0,60}?\b(?:by|in favou?r of|with) th(?:is|ese) (?:[\w-]{1,30} ){0,2}?(?:repo|repository|project|gem|library|package|app|application|service|module|tool|plugin|action)\b/i;

/**
 * Does the beginning of a README say that the project itself is given up? A word in a list or about a feature
 * ("StatsD (deprecated)") says nothing of the project: its name or "this gem" has to stand in the same line.
 */
export function isDeprecationNotice(title: string | null, lines: readonly string[]): boolean {
  if (title !== null && inTitle.test(title)) return true;
  const name = title?.split(/\s/, 1)[0]?.toLowerCase() ?? "";
  return lines.some((full) => {
    const line = full.slice(0, 2_000);
    if (listOrTable.test(line)) return false;
    const said = line.replace(ornament, "");
    // "## Deprecated" heads what is told of a part.
    if (!partHeading.test(line) && opening.test(said)) return true;
    if (!state.test(said) || byThisThing.test(said)) return false;
    return thisThing.test(said) || (name.length >= 3 && said.toLowerCase().startsWith(name));
  });
}
