/** The address of a repository on another machine, in one of the three forms that are taken. */
export interface RemoteAddress {
  /** As git takes it. */
  readonly url: string;
  readonly protocol: "https" | "ssh";
  /** In lower case. */
  readonly host: string;
  /** Null: the usual one. */
  readonly port: number | null;
  /** `host/owner/name` in lower case: the same repository, however it is reached. */
  readonly identity: string;
}

const longest = 500;
/** A name with a top-level domain of letters: no number in any spelling is one. */
const host = "([A-Za-z0-9](?:[A-Za-z0-9-]{0,61})(?:\\.[A-Za-z0-9-]{1,63}){0,8}\\.[A-Za-z]{2,63})";
const user = "([A-Za-z_][\\w-]{0,31})";
const path = "((?:[\\w.~+-]{1,100}/){0,10}[\\w.~+-]{1,100})";
const port = "(?::(\\d{1,5}))?";
const forms = [
  { protocol: "https", pattern: new RegExp(`^https://()${host}${port}/${path}/?$`) },
  { protocol: "ssh", pattern: new RegExp(`^ssh://(?:${user}@)?${host}${port}/${path}/?$`) },
  { protocol: "ssh", pattern: new RegExp(`^${user}@${host}():/?${path}/?$`) },
] as const;

/**
 * Reads `https://host/owner/name`, `ssh://git@host/owner/name` and `git@host:owner/name`. Null for all else: other transports and
 * helpers (`ext::`, `file://`), what git or ssh would take for an option, passwords, queries, numbers for hosts, `..`.
 */
export function parseRemoteAddress(text: string): RemoteAddress | null {
  if (text.length > longest) return null;
  for (const { protocol, pattern } of forms) {
    const [, , name, number = "", place] = pattern.exec(text) ?? [];
    if (name === undefined || place === undefined) continue;
    const segments = place.split("/");
    if (segments.some((segment) => /^(?:-|\.{1,2}$)/.test(segment))) return null;
    if (name.split(".").some((label) => label.startsWith("-") || label.endsWith("-"))) return null;
    if (Number(number) > 65_535) return null;
    const lowered = name.toLowerCase();
    return {
      url: text,
      protocol,
      host: lowered,
      port: number === "" ? null : Number(number),
      identity: `${lowered}/${place.replace(/\.git$/, "").toLowerCase()}`,
    };
  }
  return null;
}
