import type { Capability } from "#model/organisation.ts";
import type { DomainKind } from "#vocabulary/decision.ts";
import type { CapabilityKind } from "#vocabulary/structure.ts";

/** What the kind of a capability says by itself. */
const byCapability: Readonly<Partial<Record<CapabilityKind, DomainKind>>> = {
  "ui-components": "design",
  image: "infrastructure",
  chart: "infrastructure",
  "infrastructure-module": "infrastructure",
  action: "developer",
  workflow: "developer",
  "pipeline-library": "developer",
  plugin: "developer",
  "tool-configuration": "developer",
  template: "developer",
  "command-line-tool": "developer",
  tooling: "developer",
};

/** What words of its name, job and description say: before its kind, for a library of payments is about payments. */
const byWords: readonly (readonly [DomainKind, RegExp])[] = [
  ["payments", /\b(?:pay(?:ment|ments|roll)?|billing|invoic\w{0,6}|checkout|refunds?|ledger)\b/],
  [
    "identity",
    /\b(?:auth\w{0,12}|sso|identity|login|sign-?in|oauth\w{0,4}|accounts?|permissions?)\b/,
  ],
  ["messaging", /\b(?:messag\w{0,8}|notif\w{0,12}|queues?|events?|kafka|e-?mails?|sms)\b/],
  [
    "data",
    /\b(?:data\w{0,8}|analytics|search\w{0,4}|index\w{0,4}|metrics?|warehouse|etl|database|elasticsearch)\b/,
  ],
  ["design", /\b(?:design|components?|frontend|ui|styles?|theme|brand|header|footer)\b/],
  ["content", /\b(?:content|publish\w{0,6}|cms|assets?|media|documents?|pages?)\b/],
  [
    "infrastructure",
    /\b(?:terraform|infra\w{0,12}|deploy\w{0,6}|kubernetes|helm|aws|cloud|ecs|lambda|secrets?|network\w{0,4})\b/,
  ],
  [
    "developer",
    /\b(?:lint\w{0,6}|tests?|testing|build|ci|sdk|toolkit|config|logging|rubocop|eslint)\b/,
  ],
];

/** The kind of at least half of what it holds; else mixed. */
export function domainKind(capabilities: readonly Capability[]): DomainKind {
  const counts = new Map<DomainKind, number>();
  for (const capability of capabilities) {
    const kind = kindOf(capability);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  if (most === undefined || most[1] * 2 < capabilities.length) return "mixed";
  return most[0];
}

function kindOf({ name, job, kind, description }: Capability): DomainKind | null {
  const words = (text: string): string =>
    text
      .slice(0, 300)
      .toLowerCase()
      .replace(/[^a-z-]+/g, " ")
      .replace(/-/g, " ");
  const named = byWords.find(([, pattern]) => pattern.test(words(`${name} ${job ?? ""}`)));
  const fallback = byCapability[kind] ?? null;
  if (named !== undefined) return named[0];
  if (fallback !== null) return fallback;
  return byWords.find(([, pattern]) => pattern.test(words(description ?? "")))?.[0] ?? null;
}
