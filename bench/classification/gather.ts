import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { judge } from "#insight/classification/judgement.ts";
import { defaultClassificationOptions } from "#insight/classification/options.ts";
import { isForItself, isSomethingItself } from "#insight/classification/stand-in.ts";
import { View } from "#insight/classification/view.ts";
import type { Component, Organisation } from "#model/organisation.ts";
import { organisationWithoutCatalogue } from "../organisations/hidden.ts";
import { baseName, expectedClasses, readExpected, type Label } from "../organisations/inputs.ts";
import { rounded, type Fact, type WeighedFact } from "./facts.ts";

const secondLabels = z.array(
  z.object({
    organisation: z.string(),
    repository: z.string(),
    path: z.string(),
    class: z.enum([...expectedClasses, "either"]),
    confidence: z.string().nullish(),
  }),
);
type SecondLabel = z.infer<typeof secondLabels>[number];

export interface GatherSettings {
  /** Where `organisations --work` left clones, caches and reports. */
  readonly work: string;
  readonly sets: string;
  /** Labels of a second reader; null: none. */
  readonly second: string | null;
}

/** Signs and labels of everything that is labelled in one organisation, every catalogue hidden. */
export async function gatherFacts(
  organisation: string,
  { work, sets, second }: GatherSettings,
): Promise<Fact[]> {
  const report = z
    .object({ asOf: z.string() })
    .parse(JSON.parse(await readFile(join(work, "reports", `${organisation}.json`), "utf8")));
  const built = await organisationWithoutCatalogue(
    join(work, "clones", organisation),
    join(work, "cache", organisation),
    Date.parse(report.asOf) / 1000 + 1,
  );
  const expected = await readExpected(sets, organisation);
  const others =
    second === null ? [] : secondLabels.parse(JSON.parse(await readFile(second, "utf8")));
  const own = others.filter((one) => one.organisation === organisation);
  return [...expected.labels, ...expected.parts].flatMap(
    (label) => factOf(organisation, label, own, built) ?? [],
  );
}

function factOf(
  organisation: string,
  label: Label,
  others: readonly SecondLabel[],
  built: Organisation,
): Fact | null {
  const repository = baseName(label.repo);
  const path = label.path ?? ".";
  const inside = built.components.filter(
    ({ repositoryId }) => baseName(repositoryId) === repository,
  );
  const component =
    inside.find((one) => one.path === path) ?? (path === "." ? inside[0] : undefined);
  if (component === undefined) return null;
  const below = component.path === "." ? "" : `${component.path}/`;
  const parts = inside.filter(
    (one) =>
      one !== component &&
      one.goneAt === null &&
      one.path.startsWith(below) &&
      !isForItself(one.path),
  );
  const other = others.find((one) => baseName(one.repository) === repository && one.path === path);
  const view = new View(built);
  const own = weigh(component, view);
  return {
    organisation,
    repository,
    label: { class: label.expected, confidence: label.confidence },
    secondLabel:
      other === undefined
        ? null
        : { class: other.class, confidence: other.confidence ?? "not said" },
    ...own,
    path,
    parts: isSomethingItself(own) ? [] : parts.map((one) => weigh(one, view)),
  };
}

function weigh(component: Component, view: View): WeighedFact {
  const { values, rule } = judge(component, view, defaultClassificationOptions.model);
  return {
    path: component.path,
    values: rounded(values),
    rule: rule === null ? null : { id: rule.id, value: rule.value },
  };
}
