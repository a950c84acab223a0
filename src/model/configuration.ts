import type { ComponentClass } from "#vocabulary/structure.ts";

/** What people say about their organisation in `fulcrum.yaml`, already parsed. Dates are seconds since the epoch. */
export interface ModelConfiguration {
  readonly name: string | null;
  /** Owners on forges and registries whose packages are the organisation's own: `acme` of `github.com/acme`. */
  readonly ownNamespaces: readonly string[];
  /** Beginnings of package names that are the organisation's own where the ecosystem has no namespaces: `acme-`. */
  readonly ownPrefixes: readonly string[];
  readonly corrections: readonly Correction[];
  readonly mandates: readonly {
    readonly capability: string;
    readonly at: number;
    readonly text: string;
  }[];
  /** Jobs and the packages (purl or capability name) that do them: tells chosen from captive. */
  readonly jobs: readonly { readonly job: string; readonly packages: readonly string[] }[];
  /** Published type (as written) → class, to compare with what is computed; never fed into it. */
  readonly declaredClasses: ReadonlyMap<string, "product" | "platform" | "supporting">;
}

interface CorrectionBase {
  /** ISO date from which it is in the file. */
  readonly since: string;
  readonly reason: string | null;
}

export type Correction = CorrectionBase &
  (
    | { readonly kind: "owner"; readonly component: string; readonly owner: string }
    | {
        readonly kind: "class";
        readonly component: string;
        readonly class: ComponentClass;
      }
    | {
        readonly kind: "edge";
        readonly consumer: string;
        readonly capability: string;
        readonly present: boolean;
        readonly from: number | null;
      }
    | { readonly kind: "bot"; readonly address: string }
    | { readonly kind: "name"; readonly of: string; readonly name: string }
  );

export const emptyConfiguration: ModelConfiguration = {
  name: null,
  ownNamespaces: [],
  ownPrefixes: [],
  corrections: [],
  mandates: [],
  jobs: [],
  declaredClasses: new Map(),
};

/** Does `text` (a name or id, as people write it) mean the thing with this id and these names? */
export function means(text: string, id: string, ...names: readonly string[]): boolean {
  return text === id || names.some((name) => name.toLowerCase() === text.toLowerCase());
}
