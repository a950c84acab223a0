import type { OutsiderUse } from "#evidence/declared.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { classifyComponents } from "#insight/classification/classify-components.ts";
import { defaultClassificationOptions } from "#insight/classification/options.ts";
import type { Classification } from "#insight/classification/result.ts";
import { knownOutsiders, outsiderKindsByComponent } from "#insight/partners/known-outsiders.ts";
import { codeSizes } from "#model/code-sizes.ts";
import { componentDocuments } from "#model/component-documents.ts";
import { componentRuntimes } from "#model/component-runtimes.ts";
import { effortOf } from "#model/effort.ts";
import { lockedUses } from "#model/locked-uses.ts";
import type { Organisation } from "#model/organisation.ts";
import type { Configuration } from "#contract/configuration.ts";
import { modelConfiguration } from "../model-configuration.ts";

/** What each component is, and what its repository says of it, by component id. */
export function concludeComponents(
  organisation: Organisation,
  repositories: readonly RepositoryEvidence[],
  configuration: Configuration,
  outside: { readonly uses: readonly OutsiderUse[] | null; readonly asked: number },
) {
  const { components, asOf } = organisation;
  const { declaredClasses, corrections } = modelConfiguration(configuration);
  const classifications = classifyComponents(organisation, {
    ...defaultClassificationOptions,
    declaredClasses,
    corrections,
    outsiders: outsiderKindsByComponent(
      knownOutsiders(outside.uses, organisation, outside.asked).outsiders ?? [],
      organisation,
    ),
  });
  return {
    classifications,
    platformIds: idsOf(classifications, "platform"),
    productIds: idsOf(classifications, "product"),
    effort: effortOf(repositories, components, asOf),
    sizes: codeSizes(components, repositories),
    runtimes: componentRuntimes(components, repositories),
    locked: lockedUses(components, repositories),
    documents: componentDocuments(components, repositories, asOf),
  };
}

function idsOf(
  classifications: readonly Classification[],
  wanted: Classification["class"],
): ReadonlySet<string> {
  return new Set(
    classifications.filter((one) => one.class === wanted).map((one) => one.componentId),
  );
}
