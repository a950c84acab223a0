import { means, type ModelConfiguration } from "./configuration.ts";
import { correctionEvidence } from "./correction-evidence.ts";
import type { Capability } from "./organisation.ts";

/** Capabilities under the names that `fulcrum.yaml` gives them, each with what its name was. */
export function applyNameCorrections(
  capabilities: readonly Capability[],
  { corrections }: ModelConfiguration,
): Capability[] {
  return capabilities.map((capability) => {
    const { id, name, packages, evidence } = capability;
    const correction = corrections.findLast(
      (one) => one.kind === "name" && means(one.of, id, name, ...packages),
    );
    if (correction?.kind !== "name") return capability;
    const note = correctionEvidence(
      correction,
      `name set to ${correction.name}; it overrides: ${name}`,
    );
    return { ...capability, name: correction.name, evidence: [note, ...evidence] };
  });
}
