import { fromHostOn } from "./user-info.ts";

/** What stands in the place of an address, a handle or a password. Looks like no name, and reads in a sentence. */
const left = "@…";

/** `https://user:pass@word@host/`: what may be a name and a password is none of the address. */
const url = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)([^\s"'<>]{1,2000})/gi;
/** Domains of letters, an ending of any script (`xn--p1ai`, `рф`), an address in brackets; the part before may be quoted. */
const address =
  /(^|[^\p{L}\p{N}_.%+@/-])([\p{L}\p{N}_.%+-]{1,64}|"[^"\s@][^"\n@]{0,62}")@(?:(?:[\p{L}\p{N}_-]{1,63}\.){1,10}(?:xn--[a-z\d-]{2,59}|[a-z]{2,24}|(?![a-z])\p{L}{2,24})(?![\p{L}\p{N}_@])|\[[\da-f.:]{2,45}\])/giu;
/** `git@host:owner/name` is an address of a repository, and names nobody. */
const ofMachines = /^(?:git|hg|svn|gitea|forgejo|gitlab|org-\d{1,12})$/i;
/** `@name` alone: with a slash behind it (`@acme/bakers`) it is a team or a scope, in code a decorator. */
const handle =
  /(^|[\s(,;:'"*_>[])@(?!\d)(?=([\p{L}\p{N}][\p{L}\p{N}_-]{0,60}))\2(?![\p{L}\p{N}_/(.@-]{0,200}[/(@])/gu;

/** Passwords and user names of URLs do not survive, nor do e-mail addresses: in values that mean something to a machine. */
export function withoutSecrets(text: string): string {
  if (!text.includes("@")) return text;
  return text
    .replaceAll(url, (_whole, scheme: string, rest: string) => scheme + fromHostOn(rest))
    .replaceAll(address, (whole: string, before: string, local: string) =>
      ofMachines.test(local) ? whole : before + left,
    );
}

/** Of an optional value. */
export function withoutSecretsOrNull(text: string | null): string | null {
  return text === null ? null : withoutSecrets(text);
}

/** In prose handles go as well: `thanks to @ada` reads `thanks to @…`. */
export function withoutPersons(text: string): string {
  return text.includes("@") ? withoutSecrets(text).replaceAll(handle, `$1${left}`) : text;
}

/** Of optional prose. */
export function withoutPersonsOrNull(text: string | null): string | null {
  return text === null ? null : withoutPersons(text);
}

const quotedJson = /,? ?(?:\.\.\.)?".{0,2000}"(?:\.\.\.)? is not valid JSON$/s;
const quotedText = /(?<![\p{L}\p{N}])(["'`])([^\n]{0,2000}?)(\1|$)/gu;
const shortest = 4;

/**
 * A parser's message without the text that it quotes, which may be anybody's name, address or secret, cut anywhere: own words say
 * where and what. Marks of up to three characters stay (`expected ','`).
 */
export function withoutQuotes(message: string): string {
  const line = message.split("\n", 1)[0] ?? "";
  return withoutPersons(line.replace(quotedJson, "").replaceAll(quotedText, shortened));
}

function shortened(whole: string, mark: string, inside: string, end: string): string {
  return inside.length < shortest && end !== "" ? whole : `${mark}…${end}`;
}
