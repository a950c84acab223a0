import { genericMethods } from "./generic-names.ts";
import type { Confidence } from "./reference-bag.ts";
import { lineBefore, wordBefore } from "./text-around.ts";

export interface ClientUse {
  readonly how: "client-constructor" | "client-method";
  readonly name: string;
  readonly confidence: Confidence;
  readonly text: string;
}

const constructed =
  /^(?:[Nn]ew|[Cc]reate|[Bb]uild|[Mm]ake)?([A-Z]\w{0,80}?)?(Client|Api|API|Sdk|SDK|Stub)$/;
const namespace = /(?:Api|API|Apis|APIs|Clients|Services|SDK|Sdk)$/;
const method = /\.([a-z]\w{0,80})/y;
const member = /::([A-Z]\w{0,80}(?:::[A-Z]\w{0,80}){0,6})\.new\b/y;
const newAfter = /(?:\.|::)new\b/y;
const definition =
  /(?:\b(?:def|function|func|fun|fn|sub|class|interface|struct|module|type)\s{1,20}|^\s{0,100}func\s.{0,150})$/;

/**
 * What a word ending in Client, Api, Services … at `offset` (the ending with its separator `.`, `::` or `(` is `found`)
 * says about a service: `OrderStoreClient.new`, `new OrderStoreClient(`, `orderstore.NewClient(`, `AcmeApi.order_store`,
 * `AcmeApi::OrderStore.new`, `Services.order_store`. Null where it is something else.
 */
export function clientUseAt(text: string, offset: number, found: string): ClientUse | null {
  if (found === "Grpc.new") return grpcUse(text, offset);
  const separator = found.endsWith("(") ? "(" : found.endsWith("::") ? "::" : ".";
  const ending = found.slice(0, -separator.length);
  const chain = wordBefore(text, offset, true) + ending;
  const start = offset + ending.length - chain.length;
  const at = offset + ending.length;
  if (definition.test(lineBefore(text, start))) return null;
  if (separator === "(") return constructorUse(text, chain, start);
  newAfter.lastIndex = at;
  if (newAfter.test(text)) return constructorUse(text, chain, start);
  const holder = chain.slice(chain.lastIndexOf(":") + 1);
  if (!/^[A-Z]/.test(holder) || !namespace.test(holder)) return null;
  return separator === "." ? methodUse(text, chain, at) : memberUse(text, chain, at);
}

function constructorUse(text: string, chain: string, start: number): ClientUse | null {
  const parts = chain.split("::").filter((part) => part !== "");
  const match = constructed.exec(parts.at(-1) ?? "");
  if (match === null) return null;
  const core = match[1];
  const suffix = /^(?:Client|Stub)$/.test(match[2] ?? "") ? "" : (match[2] ?? "");
  const how = "client-constructor";
  if (core !== undefined) return { how, name: core + suffix, confidence: "high", text: chain };
  // `OrderStore::Client.new`, `orderstore.NewClient(`: the namespace carries the name.
  const outer = parts.at(-2) ?? packageBefore(text, start);
  if (outer === null) return null;
  return {
    how,
    name: outer + suffix,
    confidence: parts.length > 1 ? "high" : "medium",
    text: `${outer} ${chain}`,
  };
}

/** `OrderStoreGrpc.newBlockingStub(channel)`, as the Java generator names it. */
function grpcUse(text: string, offset: number): ClientUse | null {
  const name = wordBefore(text, offset);
  if (!/^[A-Z]/.test(name)) return null;
  const seen = `${name}Grpc.newStub`;
  return { how: "client-constructor", name, confidence: "high", text: seen };
}

const declared =
  /\b(?:class|object|interface|struct|type|trait|protocol)\s{1,20}(?:\w{1,60}::){0,4}$/;

export interface ClientClass extends Pick<ClientUse, "name" | "confidence" | "text"> {
  readonly how: "client-class";
}

/** `class OrderStoreClient`, `type OrderStoreAPI struct`: the ending stands at `offset`. */
export function clientClassAt(text: string, offset: number, ending: string): ClientClass | null {
  const core = wordBefore(text, offset);
  if (!/^[A-Z]/.test(core) || !declared.test(lineBefore(text, offset - core.length))) return null;
  const suffix = /^(?:Client|Connector)$/.test(ending) ? "" : ending;
  return { how: "client-class", name: core + suffix, confidence: "low", text: core + ending };
}

function packageBefore(text: string, start: number): string | null {
  if (text.charAt(start - 1) !== ".") return null;
  const word = wordBefore(text, start - 1);
  return /^[a-z]/.test(word) && !/^(?:self|this|cls|super)$/.test(word) ? word : null;
}

function methodUse(text: string, chain: string, at: number): ClientUse | null {
  method.lastIndex = at;
  const name = method.exec(text)?.[1];
  if (name === undefined || genericMethods.has(name.replaceAll("_", "-"))) return null;
  // One plain word is as likely a method of the client as the name of a service.
  const confidence = /[a-z](?:_|[A-Z])/.test(name) ? "high" : "medium";
  return { how: "client-method", name, confidence, text: `${chain}.${name}` };
}

function memberUse(text: string, chain: string, at: number): ClientUse | null {
  member.lastIndex = at;
  const path = member.exec(text)?.[1];
  if (path === undefined) return null;
  const last = path.slice(path.lastIndexOf(":") + 1);
  const name = last.replace(/(.)Client$/, "$1");
  return { how: "client-constructor", name, confidence: "high", text: `${chain}::${path}.new` };
}
