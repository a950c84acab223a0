import { FulcrumError } from "#kernel/errors.ts";

export interface ServerAddress {
  readonly url: string;
  /** For a person: no user, no password, no options. */
  readonly where: string;
}

/** Reads `DATABASE_URL`. Throws `usage`, without repeating what may hold a password. */
export function serverAddress(url: string): ServerAddress {
  // Of a server on a socket the folder stands in the options, and no host in its place.
  const whole = url.replace("@/", "@localhost/");
  const parsed = URL.canParse(whole) ? new URL(whole) : null;
  const database = decodedOrNull(parsed?.pathname.slice(1) ?? "");
  if (parsed === null || !/^postgres(?:ql)?:$/.test(parsed.protocol) || !database)
    throw new FulcrumError(
      "usage",
      "DATABASE_URL is no address of a PostgreSQL database.",
      "Write it like this: postgres://user:password@host:5432/database (letters that mean something in addresses as %XX).",
    );
  const host = parsed.searchParams.get("host") ?? (parsed.host === "" ? "localhost" : parsed.host);
  return { url, where: `The database ${database} on ${host}` };
}

function decodedOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // a % that means nothing
  }
}
