import type { ServiceReference } from "#evidence/facts.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { lineNumbers } from "#kernel/line-numbers.ts";
import { clientUseAt } from "./client-names.ts";
import { environmentNameAt } from "./environment-names.ts";
import { hostAt } from "./hosts.ts";
import { lookupAt } from "./lookups.ts";
import { pactProviders } from "./pact.ts";
import { ReferenceBag, type Confidence } from "./reference-bag.ts";
import { isComment, lineBefore } from "./text-around.ts";

/**
 * Every candidate ends or begins with one of these, so that one pass over the text finds all of them: `://` of a URL,
 * the ending of an environment variable, a lookup verb before a literal, the ending of a client's or namespace's name.
 */
const candidates =
  /:\/\/|_(?:SERVICE_HOST|BASE_URL|BASE_URI|URL|URI|HOSTNAME|HOST|ENDPOINT|API_KEY|BEARER_TOKEN|SERVICE)(?![A-Za-z0-9_])|(?:find|lookup|locate|discover|resolve|_url|Url|_uri|Uri|_host|Host|_hostname|Hostname|_for|For|_endpoint|Endpoint|_address|Address|_service|Service|FeignClient)[( ]["'`]|(?:Api|API|Apis|APIs|Clients?|Services|SDK|Sdk)(?:\.|::|\()/g;

/** `ORDER_STORE_URL=`, `ORDER_STORE_URL="http://localhost:3000"`: what a developer's machine is told says nothing of what runs. */
const emptyOrLocal =
  /^["']?[ \t]{0,10}[=:][ \t]{0,10}(?:["']{2})?(?:["']?(?:[a-z]{2,10}:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host\.docker\.internal)(?![\w.-])|\s{0,10}(?:\n|#|$)|null\b)/;

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
  for (const match of text.matchAll(candidates)) {
    const seen = referenceAt(text, match.index, match[0], options);
    if (seen === null || isComment(lineBefore(text, match.index))) continue;
    bag.add({ ...seen, line: lineAt(match.index) });
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

function referenceAt(
  text: string,
  offset: number,
  found: string,
  options: ScanOptions,
): Pick<ServiceReference, "name" | "how" | "confidence" | "text"> | null {
  if (found === "://") {
    const host = hostAt(text, offset);
    if (host === null) return null;
    const { name, text: seen, isInternal } = host;
    const confidence = isInternal ? "medium" : "low";
    return { name, text: seen, how: options.how ?? "host", confidence };
  }
  if (/["'`]$/.test(found)) {
    const open = offset + found.length - 2;
    const lookup = lookupAt(text, open, open + 2);
    return lookup && { ...lookup, how: "service-lookup" };
  }
  if (!found.startsWith("_")) return clientUseAt(text, offset, found);
  const variable = environmentNameAt(text, offset, found);
  const saysNothing = emptyOrLocal.test(
    text.slice(offset + found.length, offset + found.length + 60),
  );
  return (
    variable && {
      name: variable.name,
      how: options.how ?? "environment-variable",
      confidence: variable.isAccess ? "medium" : saysNothing ? "low" : options.bareVariable,
      text: variable.variable,
    }
  );
}
