import { lineBefore, wordBefore } from "./text-around.ts";

/** How an environment variable is reached in the common languages; anything else may be a plain constant. */
const environmentAccess =
  /(?:\bENV\s?\[\s?["']|\bENV\.(?:fetch|key\?|dig)\(?\s?["']|\benv\??\.|\benv\[["']|\benv(?:::var)?\(\s?["']|environ\[["']|environ\.get\(\s?["']|[gG]et_?[eE]nv\(\s?["']|LookupEnv\(\s?["']|GetEnvironmentVariable\(\s?["']|System\.getenv\(\s?["']|Config\[["']|\$\{?)$/;

export interface EnvironmentName {
  readonly name: string;
  /** The whole name of the variable; never its value. */
  readonly variable: string;
  readonly isAccess: boolean;
}

/** The variable whose name ends with the `suffix` found at `offset`: `ORDER_STORE_URL`; null where it is no such name. */
export function environmentNameAt(
  text: string,
  offset: number,
  suffix: string,
): EnvironmentName | null {
  const stem = wordBefore(text, offset);
  if (!/^[A-Z][A-Z0-9_]{1,79}$/.test(stem)) return null;
  // A service registry in the environment: `ACME_SERVICE_ORDER_STORE_URI`.
  const registered = /(?:^|_)SERVICE_([A-Z][A-Z0-9_]*)$/.exec(stem)?.[1];
  const isAccess = environmentAccess.test(lineBefore(text, offset - stem.length));
  return { name: registered ?? stem, variable: stem + suffix, isAccess };
}
