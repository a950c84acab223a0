import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { ServiceMention } from "#evidence/facts.ts";
import type { BuiltComponent } from "./components.ts";
import { isTestHarness, type UnaskedNames } from "./service-callers.ts";
import { isRootOf, pairOf, type ServiceIndex } from "./service-index.ts";
import type { HeadReference } from "./service-references.ts";

/** A service that is named but not called, where nothing else shows that it is. */
export interface ServiceMentionFound {
  readonly consumer: string;
  readonly provider: string;
  readonly evidence: EvidenceRef;
}

const reasons: Readonly<Record<ServiceMention | "test" | "weak" | "client" | "unasked", string>> = {
  link: "a link that readers follow",
  "set-up": "set for development, tests or an example",
  "no-call": "nothing is called by it",
  empty: "empty, or this machine",
  pipeline: "a setting of a pipeline",
  test: "in tests",
  client: "its client, for whoever calls that",
  unasked: "only defined: no code asks for it",
  weak: "too little to tell a call",
};

interface Pairs {
  /** Uses that are there. */
  readonly called: ReadonlySet<string>;
  /** See `clientsOf`. */
  readonly clients: ReadonlySet<string>;
  readonly unasked: UnaskedNames;
}

/** Mentions at HEAD, the first of each pair and reason, in the order of components. */
export function findMentions(
  references: readonly HeadReference[],
  index: ServiceIndex,
  { called, clients, unasked }: Pairs,
): ServiceMentionFound[] {
  const found = new Map<string, ServiceMentionFound>();
  for (const { holder, path, source, reference } of references) {
    const provider = index.namedBy(reference);
    if (provider === undefined || isOwn(provider, holder)) continue;
    const pair = pairOf({ consumer: holder, provider });
    if (called.has(pair)) continue;
    const others = unasked.isUnasked(reference, { path, source }, holder)
      ? "unasked"
      : clients.has(pair)
        ? "client"
        : "weak";
    const isOfTests = reference.scope === "test" || isTestHarness(holder);
    const reason = isOfTests ? "test" : (reference.mention ?? others);
    const key = `${pair}\n${reason}`;
    if (found.has(key)) continue;
    found.set(key, {
      consumer: holder.component.name,
      provider: provider.component.name,
      evidence: {
        source,
        repositoryId: holder.component.repositoryId,
        commit: holder.unit.repository.head?.commit ?? null,
        path,
        line: reference.line,
        at: holder.unit.repository.head?.at ?? null,
        how: "inferred",
        confidence: "low",
        text: `${reference.text} (${reasons[reason]})`.slice(0, 500),
      },
    });
  }
  return [...found.values()];
}

function isOwn(provider: BuiltComponent, holder: BuiltComponent): boolean {
  return provider.component.id === holder.component.id || isRootOf(provider, holder);
}
