import { helmRegistry } from "#evidence/own-repository.ts";
import type { CollectedFacts } from "../collected-facts.ts";
import { unknownPart } from "../docker/image-reference.ts";
import { withoutTrailingSlashes } from "../trailing-slashes.ts";

const push = /\bhelm[ \t]{1,5}push[ \t]([^\n|;&]{1,500})/g;

/** `helm push rail-1.0.0.tgz oci://registry.acme.example/charts` in a script: the organisation's own registry of charts. */
export function readPublishedCharts(
  facts: CollectedFacts,
  script: string,
  expand: (text: string) => string,
): void {
  if (!script.includes("helm")) return;
  for (const found of script.replace(/\\\r?\n/g, " ").matchAll(push))
    for (const word of (found[1] ?? "").split(/[\s"'`]+/)) {
      const address = expand(word);
      if (address.startsWith("oci://")) defineRegistry(facts, address);
    }
}

/** An address that charts are published to, unless it is only known when it runs. */
export function defineRegistry(facts: CollectedFacts, address: string): void {
  if (!/^(?:oci|https?):\/\/./.test(address) || address.includes(unknownPart)) return;
  facts.define(helmRegistry, withoutTrailingSlashes(address.toLowerCase()));
}
