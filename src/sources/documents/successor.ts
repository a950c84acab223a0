/** Where the work went on, said of the thing itself; what follows the words is what took its place. */
const moved =
  /\b(?:has|have|was|is|been)(?: (?:been|now|permanently|recently|since)){0,3} (?:moved|migrated|relocated|transferred|merged|folded|absorbed|consolidated|incorporated)(?: over)? (?:in)?to\b|\b(?:moved|relocated|merged) to\b|\b(?:replaced|superseded|succeeded|obsoleted) by\b|\bin favou?r of\b|\b(?:please )?(?:use|switch to|migrate to|go to)\b|\b(?:see|visit)\b(?=.{0,300}\binstead\b)|\bnow (?:lives?|maintained|developed|hosted|part of|located|found)\b(?: (?:in|at|on|of|by))?|\b(?:successor|replacement)(?: (?:is|project))?\b|\bdevelopment (?:continues|has moved|happens|takes place|now happens)\b/i;
/** Only these say that the repository itself went somewhere, without a word of deprecation; what it left behind (`migrated from`) is no word of itself. */
const wentAway =
  /\bth(?:is|e) (?:[\w-]{1,30} ){0,2}?(?:repo|repository|project|codebase|code|package|library|module|gem|crate|app|application|plugin|action|chart)(?: and its \w{1,30})? (?:has|have|was|is|been|now)(?: (?:been|now|permanently|recently|since)){0,3} (?:moved|migrated|relocated|transferred|merged|folded|absorbed|superseded|replaced)\b(?! (?:away |over )?from\b)/i;
const mirror =
  /\[read[ -]only\]|\bread[ -]only (?:mirror|subtree|split|copy|clone)\b|\bsub-?tree split\b|\b(?:is|this is) an? (?:[\w-]{1,20} ){0,3}?(?:mirror|copy) of\b|^(?:[\W_]{0,20})mirror of\b/i;
/** Something else is given up, and this is what to use. */
const ofThis =
  /\b(?:replaced|superseded|succeeded|obsoleted|deprecated|retired|discontinued|merged|moved)\b[^.]{0,60}?\b(?:by|in favou?r of|with|into|to) th(?:is|ese) (?:[\w-]{1,30} ){0,2}?(?:repo|repository|project|gem|library|package|crate|module|plugin|app|action)\b/i;
const link = /\[[^[\]\n]{0,200}\]\((?:https?:\/\/)?([^()\s]{3,200})\)/;
const address = /\bhttps?:\/\/([^\s<>()"'`\]]{3,200})/;
const place = /(?:^|[\s`"'([])(@?[\w.-]{1,60}\/[\w./-]{1,100}\w)/;
const span = /`([^`\n]{1,100})`/;

export interface Notice {
  /** See `DocumentFacts.successor`. */
  readonly successor: string;
  /** It went elsewhere: nothing more comes here. A mirror goes on. */
  readonly isGone: boolean;
}

/** What the first lines of a README say took the place of what it describes; `isDeprecated` as they say already. */
export function successorNotice(lines: readonly string[], isDeprecated: boolean): Notice | null {
  const said = lines.map((line) => line.slice(0, 2_000)).filter((line) => !ofThis.test(line));
  const mirrored = said.find((line) => mirror.test(line));
  if (mirrored !== undefined && !isDeprecated)
    return { successor: `mirror of ${whatIn(mirrored, 0) ?? "something else"}`, isGone: false };
  const gone = said.find(
    (line) => wentAway.test(line) && whatIn(line, wentAway.exec(line)?.index ?? 0) !== null,
  );
  if (gone !== undefined)
    return {
      successor: whatIn(gone, wentAway.exec(gone)?.index ?? 0) ?? "none named",
      isGone: true,
    };
  if (!isDeprecated) return null;
  for (const line of said) {
    const found = moved.exec(line);
    const what = found === null ? null : whatIn(line, found.index + found[0].length);
    if (what !== null) return { successor: what, isGone: true };
  }
  return { successor: "none named", isGone: true };
}

function whatIn(line: string, from: number): string | null {
  const rest = line.slice(from, from + 600);
  const found = link.exec(rest) ?? address.exec(rest) ?? place.exec(rest) ?? span.exec(rest);
  return found?.[1]?.replace(/[.,;:!?]{1,5}$/, "").slice(0, 160) ?? null;
}
