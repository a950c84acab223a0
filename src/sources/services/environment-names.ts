import { lineBefore, wordBefore } from "./text-around.ts";

/** How an environment variable is reached in the common languages; anything else may be a plain constant. */
const environmentAccess =
  /(?:\bENV\s?\[\s?["']|\bENV\.(?:fetch|key\?|dig)\(?\s?["']|\benv\??\.|\benv\[["']|\benv(?:::var)?\(\s?["']|environ\[["']|environ\.get\(\s?["']|[gG]et_?[eE]nv\(\s?["']|LookupEnv\(\s?["']|GetEnvironmentVariable\(\s?["']|System\.getenv\(\s?["']|[cC]onfig\[["']|[cC]onfig(?:\(\))?\.|\bsettings\.|\benv(?:_?var)?\s?=\s?["']|\benv(?:config)?:["']|\b[A-Za-z]\w{0,40}\??\(\s?["'])$/;
/** `${NAME}` reads the environment in these; elsewhere it puts in a constant that was read before. */
const substitutes =
  /(?:\.(?:ya?ml|tf|tfvars|hcl|sh|bash|properties|conf|env|toml|ini|json|tpl|java|kt|groovy|j2)|(?:^|\/)(?:Dockerfile|Jenkinsfile|Makefile|env)[^/]{0,60})$/i;
/** The names that follow, and what they are taken from: `, LMS_BASE_URL } = getConfig()`. */
const takenFrom =
  /^[\w\s,:$]{0,400}\}\s{0,3}=\s{0,3}(?:process\.env\b|import\.meta\.env\b|(?:[\w$]{1,40}(?:\(\))?\.){0,4}(?:get|use)?(?:\w{0,40}C|c)onfig(?:uration)?\b(?!\.\w))/;

export interface EnvironmentName {
  readonly name: string;
  /** The whole name of the variable; never its value. */
  readonly variable: string;
  readonly isAccess: boolean;
  /** Taken out of an object of settings; what it is for, the rest of the file tells. */
  readonly isTaken: boolean;
}

/** The variable whose name ends with the `suffix` found at `offset`: `ORDER_STORE_URL`; null where it is no such name. */
export function environmentNameAt(
  path: string,
  text: string,
  offset: number,
  suffix: string,
): EnvironmentName | null {
  const stem = wordBefore(text, offset);
  if (!/^[A-Z][A-Z0-9_]{1,79}$/.test(stem)) return null;
  // A service registry in the environment: `ACME_SERVICE_ORDER_STORE_URI`.
  const registered = /(?:^|_)SERVICE_([A-Z][A-Z0-9_]*)$/.exec(stem)?.[1];
  const before = lineBefore(text, offset - stem.length);
  const after = offset + suffix.length;
  const isTaken =
    /(?:^|[{,])\s{0,60}$/.test(before) && takenFrom.test(text.slice(after, after + 520));
  const isAccess =
    environmentAccess.test(before) || (substitutes.test(path) && /\$\{?$/.test(before)) || isTaken;
  return { name: registered ?? stem, variable: stem + suffix, isAccess, isTaken };
}
