/** `lb://`, `https+http://`: schemes of service discovery (Spring Cloud, .NET). */
const schemeBefore = /(?:https?|wss?|grpcs?|lb)$/;
const label = /[A-Za-z][A-Za-z0-9-]{1,62}/y;
const domainAfter = /\.[A-Za-z0-9.-]{0,190}/y;
/** A port, or an end that no longer belongs to the host; not `@` (user information), not an interpolation. */
const hostEnd = /:\d{1,5}(?![\w@])|:[$#{%<]|[/?#"'`\s)\]},;<\\]|$/y;
/** Names in these zones, and single labels, resolve inside an organisation's own network only. */
const ownNetwork = /\.(?:internal|svc|consul|cluster|svc\.cluster\.local)$/i;
const internalZone = /^\.(?:local|localdomain|internal|svc|consul|test|dev|lan|cluster)$/i;

/** After the host: a plain word, which holds no secret. */
const firstPath = /(?::\d{1,5})?\/([a-z]{2,20}(?:[-_][a-z]{2,20}){0,3})(?=[/?#"'`\s)\]},;]|$)/y;

export interface Host {
  readonly name: string;
  /** Lower case; null where a part of it is put in later. */
  readonly host: string | null;
  /** First part of the path; null where it is none or no plain word. */
  readonly path: string | null;
  /** `https://order-store.example.org`: never user, path or query, which may hold secrets. */
  readonly text: string;
  /** It can be nothing but a service of one's own: `http://order-store:8080`, `http://order-store.internal`. */
  readonly isInternal: boolean;
}

/**
 * The service that the URL whose `://` stands at `offset` may name: the first label of its host. Null for a bare domain
 * (`example.org`), for `www`, for addresses, and where the label is interpolated.
 */
export function hostAt(text: string, offset: number): Host | null {
  const scheme = schemeBefore.exec(text.slice(Math.max(0, offset - 5), offset))?.[0];
  if (scheme === undefined) return null;
  const name = stickyAt(label, text, offset + 3);
  if (name === null || /^www\d?$/i.test(name)) return null;
  const afterName = offset + 3 + name.length;
  const domain = stickyAt(domainAfter, text, afterName) ?? "";
  const isWholeHost = stickyAt(hostEnd, text, afterName + domain.length) !== null;
  const isInternal = domain === "" || ownNetwork.test(domain);
  firstPath.lastIndex = afterName + domain.length;
  const host = `${name}${domain}`.toLowerCase();
  const seen = {
    name,
    host: domain.endsWith(".") ? null : host,
    path: firstPath.exec(text)?.[1] ?? null,
    text: `${scheme}://${name}${domain}`,
    isInternal,
  };
  // `order-store.${domain}`: the label is whole though the host is not.
  if (domain.endsWith(".")) return seen;
  if (!isWholeHost) return null;
  const isBareDomain = domain.split(".").length === 2 && !internalZone.test(domain);
  return isBareDomain ? null : seen;
}

function stickyAt(pattern: RegExp, text: string, offset: number): string | null {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? null;
}
