/** A host behind a password: with a domain, and with a path or a port behind it. No package's scope (`/@acme.io/x`). */
const furtherHost =
  /(?<=[^/\s]@)(?=(?:[a-z\d_-]{1,63}\.){1,8}(?:[a-z]{2,24}|xn--[a-z\d-]{2,59})[:/])/gi;
const domain =
  /^(?:(?:[\w-]{1,63}\.){1,8}(?:[a-z]{2,24}|xn--[a-z\d-]{2,59})|(?:\d{1,3}\.){3}\d{1,3}|localhost|\[[\da-f:.]{2,45}\])(?::\d{0,5})?$/i;
const schemeOf = /^(?:[a-z][a-z\d+.-]{0,30}:)?\/\//i;

/** What follows `scheme://`, from its host on: without a name and a password, whatever those hold. */
export function fromHostOn(rest: string): string {
  return rest.slice(hiddenHost(rest) ?? authorityOf(rest).lastIndexOf("@") + 1);
}

/** An address without name and password; any other text as it is. */
export function withoutUserInfo(address: string): string {
  const scheme = schemeOf.exec(address)?.[0];
  if (scheme === undefined) return withoutLoosePassword(address);
  return scheme + fromHostOn(address.slice(scheme.length));
}

/**
 * The address whose host can be told as usual. A password that was not escaped may hold `/`, `?` and `#`, and then goes on to the
 * last `@` that a host stands behind; and some stand before a host in scp form, where git knows none.
 */
export function withoutLoosePassword(address: string): string {
  const scheme = schemeOf.exec(address)?.[0] ?? "";
  const rest = address.slice(scheme.length);
  if (scheme === "" && !/^[^\s@/:]{1,200}:/.test(rest)) return address;
  const host = scheme === "" ? lastHost(rest) : hiddenHost(rest);
  return host === null ? address : scheme + rest.slice(host);
}

/** Where the host begins that the usual reading misses; null: it misses none. */
function hiddenHost(rest: string): number | null {
  const authority = authorityOf(rest);
  const at = authority.lastIndexOf("@");
  const hasPassword = /:(?!\d{0,5}$)/.test(at === -1 ? authority : authority.slice(0, at));
  if (!hasPassword || (at !== -1 && domain.test(authority.slice(at + 1)))) return null;
  return lastHost(rest);
}

function authorityOf(rest: string): string {
  const end = rest.search(/[/?#]/);
  return end === -1 ? rest : rest.slice(0, end);
}

function lastHost(text: string): number | null {
  return [...text.matchAll(furtherHost)].at(-1)?.index ?? null;
}
