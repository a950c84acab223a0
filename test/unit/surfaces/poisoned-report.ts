import { report as reportSchema, type Report } from "#sections/report.ts";

/** Everything that acts in one medium or another, behind each text of a report for which its schema has room. */
export const payload = [
  "\u001b[2J\u009b31m\u202e<img src=x onerror=alert(1)><!-- [click](https://evil.example) ![x](//evil.example)",
  "# Taken over",
  "```",
  "~~~",
  '- a | b | www.evil.example @everyone mail@evil.example `tick` {{ query "up" }} $x$',
].join("\n");

/** The payload behind every string of a key, section by section, where the schema still has it. */
export function poisoned(clean: Report): Report {
  const current = new Map<string, unknown>(Object.entries(clean));
  for (const [name, schema] of Object.entries(reportSchema.shape))
    for (const key of keysOfStrings({ [name]: current.get(name) })) {
      const parsed = schema.safeParse(withPayload(current.get(name), key));
      if (parsed.success) current.set(name, parsed.data);
    }
  return reportSchema.parse(Object.fromEntries(current));
}

function keysOfStrings(value: unknown, keys = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) keysOfStrings(one, keys);
  else if (typeof value === "object" && value !== null)
    for (const [key, one] of Object.entries(value)) {
      if (typeof one === "string" || (Array.isArray(one) && typeof one[0] === "string"))
        keys.add(key);
      else keysOfStrings(one, keys);
    }
  return keys;
}

function withPayload(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((one) => withPayload(one, key));
  if (typeof value !== "object" || value === null) return value;
  const add = (one: unknown): unknown => (typeof one === "string" ? `${one}${payload}` : one);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, unknown]) => {
      if (name !== key) return [name, withPayload(one, key)];
      return [name, Array.isArray(one) ? one.map(add) : add(one)];
    }),
  );
}

/** What a terminal acts on: all but the ends of lines. */
export const acting = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u;
