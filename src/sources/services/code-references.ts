import type { ServiceMention, ServiceReference } from "#evidence/facts.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { lineNumbers } from "#evidence/line-numbers.ts";
import { annotated } from "./annotated-clients.ts";
import { clientClassAt, clientUseAt } from "./client-names.ts";
import { Definitions } from "./definitions.ts";
import { environmentNameAt } from "./environment-names.ts";
import { hostAt } from "./hosts.ts";
import { lookupAt } from "./lookups.ts";
import { pactProviders } from "./pact.ts";
import { propertyAt } from "./property-names.ts";
import { isLinkName, mentionInFile, Purposes } from "./purposes.ts";
import { ReferenceBag, type Confidence } from "./reference-bag.ts";
import { isComment, lineBefore } from "./text-around.ts";

/**
 * Every candidate ends or begins with one of these, so that one pass over the text finds all of them: `://` of a URL,
 * the ending of an environment variable, a lookup verb before a literal, the ending of a client's or namespace's name,
 * the ending of a property's name.
 */
const candidates =
  /:\/\/|_(?:SERVICE_HOST|BASE_URL|BASE_URI|URL|URI|HOSTNAME|HOST|ENDPOINT|API_KEY|BEARER_TOKEN|SERVICE)(?![A-Za-z0-9_])|(?:find|lookup|locate|discover|resolve|_url|Url|_uri|Uri|_host|Host|_hostname|Hostname|_for|For|_endpoint|Endpoint|_address|Address|_service|Service|HttpClient|CreateClient|InvokeMethodAsync)(?:<\w{1,60}>)?[( ]["'`]|(?:FeignClient|@RegisterRestClient|@Client|@HttpExchange)\(|(?:Api|API|Apis|APIs|Clients?|Services|SDK|Sdk|Stub|Connector)(?:\.|::|\(|(?=\s{0,3}(?:[<:{]|extends|implements|struct|interface|$)))|[.:](?:[bB]ase[-_]?|[rR]oot[-_]?)?(?:[uU]r[il]|UR[IL]|[hH]ost|[eE]ndpoint|[aA]ddress)(?=["'`}:.])/gm;

/** Seldom there: a text without the words is not looked through for them. */
const rarer: readonly (readonly [words: string, pattern: RegExp])[] = [
  ["apis.", /\bapis\./g],
  ["Grpc.new", /Grpc\.new/g],
  ["/v", /\}\/(?=[a-z-]{2,80}\/v\d)/g],
];

function candidatesIn(text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  collect(text, candidates, found);
  for (const [words, pattern] of rarer) if (text.includes(words)) collect(text, pattern, found);
  return found;
}

/** As `matchAll`, which makes a pattern of its own and an iterator for each text. None of the patterns matches nothing. */
function collect(text: string, pattern: RegExp, found: RegExpExecArray[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    found.push(match);
}

/** `ORDER_STORE_URL=`, `ORDER_STORE_URL="http://localhost:3000"`: what a developer's machine is told says nothing of what runs. */
const emptyOrLocal =
  /^["']?[ \t]{0,10}[=:][ \t]{0,10}(?:["']{2})?(?:["']?(?:[a-z]{2,10}:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host\.docker\.internal)(?![\w.-])|\s{0,10}(?:\n|#|$)|null\b)/;

/** `after`: where the name of a setting ends. */
export function isEmptyOrLocal(text: string, after: number): boolean {
  return emptyOrLocal.test(text.slice(after, after + 60));
}

export interface ScanOptions {
  /** How sure an environment variable's name is where the text does not read it from the environment. */
  readonly bareVariable: Confidence;
  /** Stands for "host" and "environment-variable" in files of deployment. */
  readonly how?: "helm-value" | "compose";
}

/**
 * What a text says about services it calls, without knowing any service's name: at most 500 references, one for each name
 * and manner. Each candidate looks a bounded way back and ahead, so that time grows with the length of the text.
 */
export function scanReferences(
  path: string,
  text: string,
  options: ScanOptions,
): readonly ServiceReference[] {
  const bag = new ReferenceBag(path);
  const lineAt = lineNumbers(text);
  let file: AboutFile | null = null;
  for (const match of candidatesIn(text)) {
    file ??= aboutFile(path, text);
    const { purposes, definitions, forNames, forHosts } = file;
    const seen = referenceAt(purposes, path, text, match.index, match[0], options);
    if (seen === null || isComment(lineBefore(text, match.index))) continue;
    const whole = seen.host === undefined ? forNames : forHosts;
    const stated = seen.mention === "empty" ? "empty" : (whole ?? seen.mention);
    const mention = stated ?? mentionAt(purposes, text, match.index, seen);
    const isWeak = seen.confidence === "low" && seen.host === undefined;
    const defined = isWeak ? null : definitions.around(match.index);
    bag.add({
      ...seen,
      ...(defined === null ? {} : { through: [defined.name] }),
      ...(defined?.isHandedOn === true ? { isHandedOn: true } : {}),
      ...(mention === null || isCallSite(seen) ? {} : { mention }),
      line: lineAt(match.index),
    });
  }
  if (isTestPath(path))
    for (const { name, offset } of pactProviders(text))
      bag.add({
        name,
        how: "contract-file",
        confidence: "medium",
        text: name,
        line: lineAt(offset),
      });
  return bag.references();
}

/** What the whole file says of each place in it; most files have none to ask about. */
interface AboutFile {
  readonly purposes: Purposes;
  readonly definitions: Definitions;
  readonly forNames: ServiceMention | null;
  readonly forHosts: ServiceMention | null;
}

function aboutFile(path: string, text: string): AboutFile {
  return {
    purposes: new Purposes(path, text),
    definitions: new Definitions(path, text),
    forNames: mentionInFile(path, false),
    forHosts: mentionInFile(path, true),
  };
}

type Reference = Pick<ServiceReference, "name" | "how" | "confidence" | "text"> &
  Partial<Pick<ServiceReference, "host" | "path" | "mention">>;

function isCallSite({ how }: Reference): boolean {
  return how === "client-constructor" || how === "client-method" || how === "client-class";
}

/** Code whose addresses must stand at a call; files of settings hold nothing but addresses that are called. */
function mentionAt(
  purposes: Purposes,
  text: string,
  offset: number,
  { how, host, text: seen }: Reference,
): ServiceMention | null {
  if (how === "client-class" || how === "url-path") return null;
  const key = host === undefined ? seen : keyBefore(text, offset);
  if (isLinkName(key) || purposes.isLink(offset)) return "link";
  if (host === undefined || purposes.isCalled(offset) || purposes.sets(key)) return null;
  return "no-call";
}

/** The setting that gets the address at `offset`: the key on its line, or the `name` on the line above its `value`. */
function keyBefore(text: string, offset: number): string {
  const lines = text.slice(Math.max(0, offset - 300), offset).split("\n");
  const keyOf = (line = ""): string => /([\w.-]{1,80})["']?\s{0,40}[:=]/.exec(line)?.[1] ?? "";
  const key = keyOf(lines.at(-1));
  return key === "value"
    ? (/name["']?\s{0,10}[:=]\s{0,10}["']?([\w.-]{1,80})/.exec(lines.at(-2) ?? "")?.[1] ?? "")
    : key;
}

function referenceAt(
  purposes: Purposes,
  path: string,
  text: string,
  offset: number,
  found: string,
  options: ScanOptions,
): Reference | null {
  if (found === "://") return hostReference(text, offset, options);
  if (found === "}/") return pathReference(text, offset + found.length);
  if (/^(?:FeignClient|@)/.test(found)) return annotated(text, offset, found);
  if (/["'`]$/.test(found)) {
    const open = offset + found.length - 2;
    const lookup = lookupAt(text, open, open + 2);
    return lookup && { ...lookup, how: "service-lookup" };
  }
  if (/^[.:]/.test(found) || found === "apis.") return propertyAt(text, offset, found);
  // Tests stub as well.
  if (found.startsWith("Stub") && !purposes.isGrpc()) return null;
  if (!found.startsWith("_"))
    return /[.:(]$/.test(found) || found === "Grpc.new"
      ? (clientUseAt(text, offset, found) ??
          clientClassAt(text, offset, found.replace(/(?:\.|::|\()$/, "")))
      : clientClassAt(text, offset, found);
  const variable = environmentNameAt(path, text, offset, found);
  if (variable === null) return null;
  const saysNothing = isEmptyOrLocal(text, offset + found.length);
  const confidence = variable.isAccess ? "medium" : saysNothing ? "low" : options.bareVariable;
  const host = /HOST(?:NAME)?$/.test(found) ? bareHost(text, offset + found.length) : null;
  return {
    name: variable.name,
    how: options.how ?? "environment-variable",
    confidence,
    text: variable.variable,
    ...(host === null ? {} : { host }),
    ...(confidence !== "low" ? {} : { mention: saysNothing ? "empty" : "no-call" }),
    ...(variable.isTaken && purposes.isOnlyLinked(variable.variable) ? { mention: "link" } : {}),
  };
}

function hostReference(text: string, offset: number, options: ScanOptions): Reference | null {
  const found = hostAt(text, offset);
  if (found === null) return null;
  const { name, host, path, text: seen, isInternal } = found;
  return {
    name,
    text: seen,
    how: options.how ?? "host",
    confidence: isInternal ? "medium" : "low",
    ...(host === null ? {} : { host }),
    ...(path === null ? {} : { path }),
  };
}

const hostValue =
  /["']?[ \t]{0,10}[=:][ \t]{0,10}["']?((?:[a-z0-9-]{1,63}\.){2,6}[a-z]{2,24})(?=["'\s,}]|$)/y;

/** `ORDER_STORE_HOST: orders.bakery.example`: an address without a scheme. */
function bareHost(text: string, after: number): string | null {
  hostValue.lastIndex = after;
  return hostValue.exec(text)?.[1] ?? null;
}

const versionedPath = /([a-z]{2,20}(?:-[a-z]{2,20}){0,3})\/v\d{1,2}\b/y;

/** `${root}/orders/v1`: only with a version behind it is it sure to be an API's. */
function pathReference(text: string, offset: number): Reference | null {
  versionedPath.lastIndex = offset;
  const path = versionedPath.exec(text)?.[1];
  return path === undefined
    ? null
    : { name: path, how: "url-path", confidence: "low", text: `…/${path}/`, path };
}
