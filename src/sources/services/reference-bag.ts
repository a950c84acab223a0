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
  readonly through?: readonly string[];
  readonly isHandedOn?: true;
  readonly text: string;
  readonly line: number;
}

const maximumReferences = 500;
const mostNames = 8;
const strength: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** Gathers the references of one file: one for each name and manner, the surest; weak ones where only tests speak. */
export class ReferenceBag {
  readonly #references = new Map<string, ServiceReference>();
  readonly #isTest: boolean;

  constructor(path: string) {
    this.#isTest = isTestPath(path);
  }

  add(seen: Seen): void {
    const { how, host, path, mention, through } = seen;
    const label = serviceNameOf(seen.name);
    // Of `api.acme.example` only the whole host says which.
    const isGeneric = label === null || genericNames.has(label);
    const name = isGeneric && host !== undefined ? serviceNameOf(host) : label;
    if (name === null || genericNames.has(name)) return;
    const key = `${how} ${name} ${host ?? ""} ${path ?? ""}`;
    const before = this.#references.get(key);
    // A contract is written as a test; it still says who calls whom.
    const confidence = this.#isTest && how !== "contract-file" ? "low" : seen.confidence;
    if (before !== undefined && rank(before) >= rank({ ...seen, confidence })) {
      if (rank(before) === rank({ ...seen, confidence }))
        this.#references.set(key, reachedToo(before, seen));
      return;
    }
    if (before === undefined && this.#references.size >= maximumReferences) return;
    this.#references.set(key, {
      name,
      how,
      confidence,
      ...(host === undefined ? {} : { host }),
      ...(path === undefined ? {} : { path }),
      ...(mention === undefined ? {} : { mention }),
      ...(through === undefined ? {} : { through }),
      ...(seen.isHandedOn === undefined ? {} : { isHandedOn: seen.isHandedOn }),
      text: seen.text.slice(0, 160),
      line: seen.line,
      scope: this.#isTest ? "test" : "runtime",
    });
  }

  references(): readonly ServiceReference[] {
    return [...this.#references.values()];
  }
}

/** The same once more: whoever asks for either asks for it. */
function reachedToo(
  { isHandedOn, ...before }: ServiceReference,
  seen: Pick<Seen, "through" | "isHandedOn">,
): ServiceReference {
  if (before.through === undefined || seen.through === undefined)
    return isHandedOn === undefined ? before : { ...before, isHandedOn };
  const through = [...new Set([...before.through, ...seen.through])].slice(0, mostNames);
  return { ...before, through, ...(isHandedOn && seen.isHandedOn ? { isHandedOn } : {}) };
}

/** A call before a mention, what stands in code that runs before what is only defined, then the surer. */
function rank({
  confidence,
  host,
  mention,
  through,
}: Pick<ServiceReference, "confidence"> & {
  readonly host?: string | undefined;
  readonly mention?: ServiceMention | undefined;
  readonly through?: readonly string[] | undefined;
}): number {
  const mayCall = confidence !== "low" || host !== undefined;
  const runs = through === undefined && mayCall ? 5 : 0;
  return strength[confidence] + runs + (mention === undefined ? 10 : 0);
}
