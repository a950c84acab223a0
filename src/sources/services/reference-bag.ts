import type { ServiceMention, ServiceReference } from "#evidence/facts.ts";
import { serviceNameOf } from "#evidence/service-name.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { genericNames } from "./generic-names.ts";

export type Confidence = ServiceReference["confidence"];

interface Seen {
  /** As written: any spelling. */
  readonly name: string;
  readonly how: ServiceReference["how"];
  readonly confidence: Confidence;
  readonly host?: string;
  readonly path?: string;
  readonly mention?: ServiceMention;
  readonly text: string;
  readonly line: number;
}

const maximumReferences = 500;
const strength: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** Gathers the references of one file: one for each name and manner, the surest; weak ones where only tests speak. */
export class ReferenceBag {
  readonly #references = new Map<string, ServiceReference>();
  readonly #isTest: boolean;

  constructor(path: string) {
    this.#isTest = isTestPath(path);
  }

  add(seen: Seen): void {
    const { how, host, path, mention } = seen;
    const label = serviceNameOf(seen.name);
    // Of `api.acme.example` only the whole host says which.
    const isGeneric = label === null || genericNames.has(label);
    const name = isGeneric && host !== undefined ? serviceNameOf(host) : label;
    if (name === null || genericNames.has(name)) return;
    const key = `${how} ${name} ${host ?? ""} ${path ?? ""}`;
    const before = this.#references.get(key);
    // A contract is written as a test; it still says who calls whom.
    const confidence = this.#isTest && how !== "contract-file" ? "low" : seen.confidence;
    if (before !== undefined && rank(before) >= rank({ confidence, mention })) return;
    if (before === undefined && this.#references.size >= maximumReferences) return;
    this.#references.set(key, {
      name,
      how,
      confidence,
      ...(host === undefined ? {} : { host }),
      ...(path === undefined ? {} : { path }),
      ...(mention === undefined ? {} : { mention }),
      text: seen.text.slice(0, 160),
      line: seen.line,
      scope: this.#isTest ? "test" : "runtime",
    });
  }

  references(): readonly ServiceReference[] {
    return [...this.#references.values()];
  }
}

/** A call before a mention, then the surer. */
function rank({
  confidence,
  mention,
}: Pick<ServiceReference, "confidence"> & {
  readonly mention?: ServiceMention | undefined;
}): number {
  return strength[confidence] + (mention === undefined ? 10 : 0);
}
