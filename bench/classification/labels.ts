import { readFile } from "node:fs/promises";
import { z } from "zod";
import { weighedClasses, type WeighedClass } from "#insight/classification/score.ts";

/** What somebody who knows the organisation says of one repository; two classes where either is right. */
export interface Label {
  readonly repository: string;
  readonly owner: string;
  readonly classes: readonly WeighedClass[];
}

const rows = z.array(
  z.object({
    repo: z.string(),
    team: z.string().nullable(),
    expected_class_interpretation: z.string(),
  }),
);

/**
 * Reads `[{ repo, team, expected_class_interpretation }]`; the interpretation is a class, two joined by `-or-`, or
 * `either`, which is left out as ambiguous.
 */
export async function readLabels(file: string): Promise<Label[]> {
  return rows.parse(JSON.parse(await readFile(file, "utf8"))).flatMap((row) => {
    const said = row.expected_class_interpretation.split("-or-");
    const classes = weighedClasses.filter((one) => said.includes(one));
    return classes.length === 0
      ? []
      : [{ repository: row.repo, owner: row.team ?? row.repo, classes }];
  });
}
