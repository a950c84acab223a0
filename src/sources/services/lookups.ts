import type { Confidence } from "./reference-bag.ts";
import { lineBefore, wordBefore } from "./text-around.ts";

export interface Lookup {
  readonly name: string;
  readonly confidence: Confidence;
  readonly text: string;
}

const literal = /([A-Za-z][a-z0-9_-]{1,60})["'`]/y;
/** Compared without case and underscores: `serviceUrl`, `external_url_for`, `get_service_host`, `baseUrl`. */
const specificVerb =
  /^(?:(?:get|find|lookup|resolve|build|discover|fetch)?(?:external|internal|public|service|app|application|component)(?:base)?(?:url|uri|host|hostname|endpoint|address)(?:for)?|(?:get|find|lookup|resolve|discover)service|(?:host|endpoint|baseurl)for|baseurl|addhttpclient|createclient|invokemethodasync)$/;
const genericVerb = /^(?:find|lookup|resolve|discover|locate|urlfor|urifor)$/;
const constantReceiver =
  /(?:^|[^\w:.@$])[A-Z]\w{0,80}(?:::[A-Z]\w{0,80}){0,6}(?:\.(?:new|current|instance|default))?(?:\(\))?\.$/;
const directoryReceiver = /(?:discovery|registry|locator|directory|resolver|consul|eureka)\.$/i;

/**
 * A service looked up by a literal name: the word before the opening `(` or blank at `open`, the literal after the quote.
 * Verbs that say "service" count wherever they stand; `find` and its like only on a constant or a directory.
 */
export function lookupAt(text: string, open: number, afterQuote: number): Lookup | null {
  const generic = /<\w{1,60}>$/.exec(text.slice(Math.max(0, open - 62), open))?.[0].length ?? 0;
  const verb = wordBefore(text, open - generic);
  const plain = verb.toLowerCase().replaceAll("_", "");
  const isSpecific = specificVerb.test(plain);
  if (!isSpecific && !genericVerb.test(plain)) return null;
  literal.lastIndex = afterQuote;
  const name = literal.exec(text)?.[1];
  if (name === undefined) return null;
  const before = lineBefore(text, open - generic - verb.length);
  if (!isSpecific && !constantReceiver.test(before) && !directoryReceiver.test(before)) return null;
  const receiver = /[A-Za-z0-9_:.]{0,80}$/.exec(before)?.[0] ?? "";
  const confidence = isSpecific || name.includes("-") ? "high" : "medium";
  return { name, confidence, text: `${receiver}${verb}("${name}")` };
}
