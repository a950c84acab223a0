import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { AppliedCorrection } from "#model/organisation.ts";
import type { ComponentClass, CustomerKind } from "#vocabulary/structure.ts";

export interface Reason {
  /** Plain words. */
  readonly text: string;
  /** Log-odds that it adds for (positive) or takes from the class answered. */
  readonly weight: number;
  readonly evidence: readonly EvidenceRef[];
}

/** What one component is, and why. */
export interface Classification {
  readonly componentId: string;
  readonly class: ComponentClass;
  readonly probabilities: {
    readonly product: number;
    readonly platform: number;
    readonly supporting: number;
  };
  readonly reasonsFor: readonly Reason[];
  readonly reasonsAgainst: readonly Reason[];
  readonly customers: readonly CustomerKind[];
  readonly scopeBoundedness: number | null;
  readonly declaredClass: ComponentClass | null;
  readonly contradictions: readonly string[];
  /** Null where the class is as computed. */
  readonly correction: AppliedCorrection | null;
}
