import type { HostBag } from "./host-bag.ts";

const entry =
  /^(\s{0,80})((?:-\s{1,4}){0,3})(?:["']?([A-Za-z][\w./-]{0,100})["']?\s{0,5}:(?:\s{1,20}(.{0,400}))?|(.{0,300}))$/;
const hostKey =
  /^(?:host|hosts|hostname|hostnames|host-?name|domain|domains|domainName|customDomain|dnsNames?|fqdn|serverName|virtualHost|external-dns\.alpha\.kubernetes\.io\/hostname|[a-z]{2,20}(?:Domain|Hostname))$/;
/** Above such a key a host is one's own; nothing else tells it from that of a database. */
const exposed =
  /^(?:ingress\w{0,20}|routes?|httproutes?|gateway|virtual-?service|tls|expose|domains?|customDomain|listeners|frontend|network|annotations|http|web)$/i;
const others =
  /^(?:.{0,30}(?:database|redis|postgres\w{0,5}|mysql|kafka|rabbitmq|smtp|mail|elasticsearch|mongo\w{0,3}|cache)|destination|upstream|backend|env|environment|envVars|extraEnv|externalServices?|httpHeaders|\w{0,20}[pP]robe|data|config|serviceEntry|with|args)$/;
const exposingKind =
  /^kind:\s{1,5}["']?(?:Ingress|IngressRoute|HTTPRoute|GRPCRoute|TLSRoute|VirtualService|Gateway|Route|Certificate|Mapping|VirtualServer|HTTPProxy|APIGateway)\b/m;
const platformKeys: ReadonlyMap<string, string> = new Map([
  ["heroku_app_name", "herokuapp.com"],
  ["heroku-app-name", "herokuapp.com"],
]);
const says = /(?:host|domain|dns|Host\(|servers:|heroku)/i;

/** Hosts in charts' values, manifests and their templates, API descriptions, and names that a deployment step gives. */
export function yamlHosts(path: string, text: string, bag: HostBag): void {
  if (!says.test(text) && !/^kind:\s{1,5}Service\s{0,5}$/m.test(text)) return;
  const isValues =
    /(?:^|\/)(?:[\w-]{0,60}values[\w.-]{0,60}|values\/[^/]{1,80}|[^/]{1,80}\/config\/[^/]{1,80})$/.test(
      path,
    );
  let line = 1;
  for (const document of text.split(/^---.{0,100}$/m)) {
    if (/^(?:openapi|swagger):/m.test(document)) servers(document, line, bag);
    else
      scan(document, line, bag, {
        exposes: exposingKind.test(document),
        isValues: isValues || !/^kind:/m.test(document),
      });
    line += document.split("\n").length;
  }
}

function servers(document: string, from: number, bag: HostBag): void {
  const start = /^servers:/m.exec(document)?.index;
  if (start === undefined) return;
  const above = document.slice(0, start).split("\n").length - 1;
  for (const [index, line] of document.slice(start).split("\n").slice(0, 60).entries()) {
    if (index > 0 && /^\w/.test(line)) return;
    const url = /url:\s{1,5}["']?(https?:\/\/[^"'\s]{1,200})/.exec(line)?.[1];
    if (url !== undefined) bag.addUrl(url, from + above + index, true);
  }
}

interface Kind {
  readonly exposes: boolean;
  readonly isValues: boolean;
}

function scan(document: string, from: number, bag: HostBag, { exposes, isValues }: Kind): void {
  const above: { readonly indent: number; readonly key: string }[] = [];
  let host = "";
  if (/^kind:\s{1,5}["']?Service["']?\s{0,5}$/m.test(document)) {
    const name =
      /^metadata: {0,5}\n(?: {2}(?! {0,6}name:).{0,300}\n){0,20}? {2,8}name: {1,5}["']?([a-z][a-z0-9-]{1,62})["']? {0,5}$/m.exec(
        document,
      )?.[1];
    if (name !== undefined) bag.add(name, from, { text: "Service", isInternal: true });
    return;
  }
  for (const [index, written] of document.split("\n").entries()) {
    const line = from + index;
    for (const [, routed = ""] of written
      .slice(0, 400)
      .matchAll(/\bHost\(\s{0,2}[`"']([a-z0-9.-]{4,200})[`"']/g))
      bag.add(routed, line, { text: "route" });
    const match = written.trimStart().startsWith("#") ? null : entry.exec(written.slice(0, 500));
    if (match === null || written.trim() === "") continue;
    const [, space = "", dashes = "", key, value = "", item = ""] = match;
    const indent = space.length + dashes.length;
    while (above.length > 0 && (above.at(-1)?.indent ?? 0) >= indent) above.pop();
    const keys = above.map((one) => one.key);
    const own =
      (exposes || (isValues && keys.some((one) => exposed.test(one)))) &&
      !keys.some((one) => others.test(one));
    const holder = key ?? keys.at(-1) ?? "";
    const suffix = key === undefined ? undefined : platformKeys.get(key);
    if (suffix !== undefined) bag.add(`${plain(value)}.${suffix}`, line, { text: key ?? "" });
    else if (own && (hostKey.test(holder) || (key === "name" && hostKey.test(keys.at(-1) ?? "")))) {
      for (const one of valuesOf(key === undefined ? item : value)) {
        bag.add(one, line, { text: holder });
        host = one;
      }
    } else if (own && exposes && key === "path" && host !== "")
      bag.addPath(host, plain(value), line, "path");
    if (key !== undefined) above.push({ indent, key });
  }
}

function valuesOf(written: string): readonly string[] {
  const inner = /^\[(.{0,390})\]/.exec(written.trim())?.[1] ?? written;
  return inner
    .split(/[,\s]{1,10}/)
    .map(plain)
    .filter((one) => one !== "");
}

function plain(written: string): string {
  return written
    .trim()
    .replace(/\s#.{0,300}$/, "")
    .replace(/^["'`]|["'`]$/g, "");
}
