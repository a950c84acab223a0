import { parseJson } from "#kernel/json-text.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileFacts } from "#evidence/facts.ts";
import type { FileSource, SourceFile } from "#evidence/source.ts";
import { lineNumbers } from "#evidence/line-numbers.ts";
import { field, textOf } from "../untrusted-value.ts";
import { ReferenceBag } from "./reference-bag.ts";

/** Pact helpers of the consumer's side, as Ruby, JavaScript, JVM, Python, Go and .NET write them. */
const providerCall =
  /(?:has_pact_with[ (]|hasPactWith\(|\b[pP]rovider(?:Name)?\s{0,3}[:=]\s{0,3}|\bProvider\()\s{0,3}["'`]([A-Za-z][\w .-]{1,60})["'`]/g;

export interface PactProvider {
  readonly name: string;
  readonly offset: number;
}

/** Providers that a consumer's contract test names; none in a text that does not mention Pact. */
export function pactProviders(text: string): readonly PactProvider[] {
  if (!/\b[Pp]act(?:V\d|V\dAsync)?\b|has_pact_with/.test(text)) return [];
  return [...text.matchAll(providerCall)].map((match) => ({
    name: match[1] ?? "",
    offset: match.index,
  }));
}

/** Contract files that Pact writes: `pacts/bakery-orders.json`. The provider is the service that is called. */
export const pactContracts: FileSource = {
  id: "pact-contracts",
  version: 1,
  endings: ["json"],
  detect: (path) =>
    /(?:^|\/)pacts?\/(?:[^/]{1,200}\/){0,4}[^/]{1,200}\.json$/i.test(path) && !isForeignPath(path)
      ? "head"
      : "none",
  read: readContract,
  readServices: readContract,
};

function readContract({ path, text }: SourceFile): FileFacts {
  let contract: unknown;
  try {
    contract = parseJson(text);
  } catch {
    return { problems: [{ code: "invalid", text: "Not a JSON document" }] };
  }
  const name = textOf(field(contract, "provider", "name"), 80);
  if (name === null) return {};
  const bag = new ReferenceBag(path);
  const consumer = textOf(field(contract, "consumer", "name"), 70) ?? "unnamed";
  const line = lineNumbers(text)(Math.max(0, text.indexOf('"provider"')));
  const seen = `Pact between ${consumer} and ${name}`;
  bag.add({ name, how: "contract-file", confidence: "medium", text: seen, line });
  return { services: bag.references() };
}
