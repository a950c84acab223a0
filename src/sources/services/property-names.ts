import type { ServiceReference } from "#evidence/facts.ts";
import { lineBefore } from "./text-around.ts";

type Property = Pick<ServiceReference, "name" | "how" | "confidence" | "text">;

const path = /[A-Za-z][\w-]{0,60}(?:[.:][A-Za-z][\w-]{0,60}){0,8}$/;
const after = /[A-Za-z][\w-]{1,60}(?=["'`}:])/y;
const apiName = /[a-z]\w{1,60}/y;
/** Parts that say where a property stands rather than whose address it is. */
const containers =
  /^(?:api|apis|app|application|base|client|clients|config|configuration|external|http|integration|integrations|internal|microservice|rest|root|server|service|services|settings|spring|url|urls)$/i;

/**
 * A property of a configuration whose name ends with (`.url`, `:BaseUrl`) or goes on after (`.url.order-store`) the words `found`
 * at `offset`: `"order-store.url"`, `${api.base.url.order-store}`, `config["OrderStore:BaseUrl"]`; or, of `apis.`, the
 * member of an object of addresses: `config.apis.orderStore`.
 */
export function propertyAt(text: string, offset: number, found: string): Property | null {
  if (found === "apis.") return memberAt(text, offset, found);
  const before = lineBefore(text, offset);
  const start = path.exec(before)?.[0] ?? "";
  const quote = before.charAt(before.length - start.length - 1);
  if (start === "" || !/["'`{]/.test(quote)) return null;
  const end = offset + found.length;
  if (text.charAt(end) === ".") {
    after.lastIndex = end + 1;
    const name = after.exec(text)?.[0];
    return name === undefined ? null : property(name, `${start}${found}.${name}`);
  }
  // In `{{ .Values.orders.host }}` and in JSON keys there is a blank or nothing before the name.
  const name = start
    .split(/[.:]/)
    .toReversed()
    .find((part) => !containers.test(part));
  return name === undefined ? null : property(name, start + found);
}

function memberAt(text: string, offset: number, found: string): Property | null {
  if (!/[cC]onfig(?:uration)?(?:\(\))?\.$/.test(lineBefore(text, offset))) return null;
  apiName.lastIndex = offset + found.length;
  const name = apiName.exec(text)?.[0];
  return name === undefined ? null : property(name, `config.${found}${name}`);
}

function property(name: string, text: string): Property {
  return { name, how: "environment-variable", confidence: "medium", text };
}
