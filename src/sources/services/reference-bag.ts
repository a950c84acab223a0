import type { ServiceReference } from "#evidence/facts.ts";
import { serviceNameOf } from "#evidence/service-name.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { genericNames } from "./generic-names.ts";

export type Confidence = ServiceReference["confidence"];

interface Seen {
  /** As written: any spelling. */
  readonly name: string;
  readonly how: ServiceReference["how"];
  readonly confidence: Confidence;
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
    const name = serviceNameOf(seen.name);
    if (name === null || genericNames.has(name)) return;
    const key = `${seen.how} ${name}`;
    const before = this.#references.get(key);
    // A contract is written as a test; it still says who calls whom.
    const confidence = this.#isTest && seen.how !== "contract-file" ? "low" : seen.confidence;
    if (before !== undefined && strength[before.confidence] >= strength[confidence]) return;
    if (before === undefined && this.#references.size >= maximumReferences) return;
    const scope = this.#isTest ? "test" : "runtime";
    const text = seen.text.slice(0, 160);
    this.#references.set(key, { name, how: seen.how, confidence, text, line: seen.line, scope });
  }

  references(): readonly ServiceReference[] {
    return [...this.#references.values()];
  }
}
