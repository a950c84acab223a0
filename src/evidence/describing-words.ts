/** Says where to look, what to type, or what is true of the text itself: nothing of what the thing is. */
const elsewhere =
  /^(?:see\s|please\s|refer to|head (?:over )?to|read (?:the|more|about|this)\s|for (?:more|full|further|detailed|details|additional|general|information|an? (?:overview|introduction)|documentation|the (?:full|complete|latest))\s|(?:full |complete |further |more )?(?:documentation|docs|information|details) (?:is|are|can|may|lives?)\s|(?:this|the following) (?:document|page|readme|file) (?:is|describes|explains|highlights|contains|covers|lists|outlines)\s|table of contents|date:|written by)/i;
const instruction =
  /^(?:to (?:be able|build|configure|create|deploy|develop|get|install|make|publish|release|run|set|start|test|update|upgrade|use|work)\s|add (?:the|this|your)\s|log (?:in to|into|in and)\s|make sure\s|(?:first|then|next|normally),?\s(?:you|this|we|run|install|the)\s|first,|then,|next,|if you\s|you(?:'ll| will| can| need| must| should| may| want)\s|(?:before|once|when) you\s)/i;
/** Verbs that are nouns as well ("Clone detector"): told by what they are done to, or with. */
const order =
  /^(?:run|install|clone|download|click|visit|consult|ensure|check out) (?:(?:the|this|that|it|a|an|your|our|all|in|on|here|with|from)\s|\S{1,60} (?:with|from|via|using|by|and) )/i;
const remark =
  /^(?:\[!\w{1,12}\]|>|(?:note|warning|important|caution|tip|todo|disclaimer|update)(?:\s?[:!]|\s[-–—]\s))/i;
const placeholderText =
  /^(?:add (?:your|a) (?:short )?description|lorem ipsum|your description|insert description|(?:description(?: goes here)?|todo|tbd)[\s.:!…]*$)/i;
const address = /\b[a-z][a-z0-9+.-]{1,20}:\/\/\S{1,400}/gi;
const letter = /[\p{L}\p{N}]/u;
/** "The repository contains:": the list that follows would say it. */
const opensList =
  /\b(?:contains?|provides?|includes?|has|have|holds?|following|are|is|such as|publish|for)\s?:$/i;
const fewestWords = 2;

/** Whether a paragraph of a README or a line of a manifest says what the thing is or does; it may be hostile. */
export function isDescribing(text: string): boolean {
  const said = text.slice(0, 400).trim();
  if (placeholderText.test(said)) return false;
  const words = said
    .replace(address, " ")
    .split(/\s+/)
    .filter((part) => letter.test(part));
  if (words.length < fewestWords) return false;
  const opening = said.replace(/^[^\p{L}\p{N}[>]{1,20}/u, "");
  if ([elsewhere, instruction, order].some((one) => one.test(opening)) || remark.test(said))
    return false;
  return !(opensList.test(said) && !/[.!?] /.test(said) && words.length <= 6);
}

/** What it says, without what only leads on to a list, cut between words. */
export function describingPart(text: string, longest: number): string {
  const whole = text
    .replace(/(?<=[.!?]) [^.!?:]{1,200}:$/, "")
    .replace(/(?:,? (?:e\.?g\.?|such as))?\s?:$/, "");
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest - 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > longest / 2 ? space : undefined)}…`;
}
