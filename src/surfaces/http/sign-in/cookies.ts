/** Browsers send it to this very host only, over https only, and to no page's script: `__Host-` holds them to that. */
export interface CookieJar {
  /** Null: the browser sent none. */
  read(request: Request, name: CookieName): string | null;
  /** As `Set-Cookie`; without a value the browser forgets it. */
  write(name: CookieName, value: string | null, mostSeconds: number): string;
}

/** Of the session, and of the browser that began to sign in. */
export type CookieName = "session" | "sign-in";

/** On this machine there may be no https, without which no browser takes the prefix. */
export function cookieJar(publicOrigin: string): CookieJar {
  const isSecure = publicOrigin.startsWith("https:");
  const named = (name: CookieName): string => `${isSecure ? "__Host-" : ""}fulcrum-${name}`;
  return {
    read: (request, name) => {
      const wanted = `${named(name)}=`;
      const sent = (request.headers.get("cookie") ?? "").split(";").map((one) => one.trim());
      const values = sent.filter((one) => one.startsWith(wanted));
      // Of two of one name none can be trusted.
      const [value] = values;
      return value === undefined || values.length > 1 ? null : value.slice(wanted.length);
    },
    write: (name, value, mostSeconds) =>
      [
        `${named(name)}=${value ?? ""}`,
        "Path=/",
        `Max-Age=${String(value === null ? 0 : mostSeconds)}`,
        "HttpOnly",
        "SameSite=Lax",
        ...(isSecure ? ["Secure"] : []),
      ].join("; "),
  };
}
