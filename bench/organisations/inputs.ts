import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { systemCodeOf } from "#kernel/errors.ts";

export const expectedClasses = ["product", "platform", "supporting"] as const;
export type ExpectedClass = (typeof expectedClasses)[number];

const label = z.object({
  repo: z.string(),
  /** A part of a monorepo; absent: the repository itself. */
  path: z.string().optional(),
  expected: z.enum([...expectedClasses, "either"]),
  confidence: z.string(),
  why: z.string().optional(),
  published: z
    .object({ owner: z.string().nullish() })
    .nullish()
    .transform((one) => ({ owner: one?.owner ?? null })),
});
export type Label = z.infer<typeof label>;

const edge = z.object({
  consumer: z.string(),
  provider: z.string(),
  /** `KIND:NAME`, as in `npm:@harbour/ui`. */
  via: z.string(),
  current: z.boolean().default(true),
});
export type Edge = z.infer<typeof edge>;

const tolerated = edge.pick({ consumer: true, provider: true });
export type Tolerated = z.infer<typeof tolerated>;

/** What others wrote down about one organisation. */
export interface Expected {
  readonly labels: readonly Label[];
  readonly parts: readonly Label[];
  readonly edges: readonly Edge[];
  readonly tolerated: readonly Tolerated[];
}

/** Repositories by organisation, from `sets.json`. */
export async function readSets(folder: string): Promise<Map<string, readonly string[]>> {
  const sets = z.record(z.string(), z.array(z.string()));
  const text = await readFile(join(folder, "sets.json"), "utf8");
  return new Map(Object.entries(sets.parse(JSON.parse(text))));
}

/** A file that is not there says nothing; one of another form throws. */
export async function readExpected(folder: string, organisation: string): Promise<Expected> {
  const file = (kind: string, rest: string): string => join(folder, kind, `${organisation}${rest}`);
  return {
    labels: await rowsOf(file("labels", ".json"), label),
    parts: await rowsOf(file("labels", ".components.json"), label),
    edges: await rowsOf(file("edges", ".json"), edge),
    tolerated: await rowsOf(file("edges", ".tolerated.json"), tolerated),
  };
}

async function rowsOf<Row>(file: string, row: z.ZodType<Row>): Promise<Row[]> {
  try {
    return z.array(row).parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return [];
    throw new Error(`${file} cannot be read`, { cause: error });
  }
}

/** Last part of a repository's id, address or `owner/name`: what labels and reports have in common. */
export function baseName(repository: string): string {
  const afterScheme = repository.slice(repository.indexOf(":") + 1).replace(/\/+$/, "");
  const name = afterScheme.slice(afterScheme.lastIndexOf("/") + 1);
  return name.endsWith(".git") ? name.slice(0, -".git".length) : name;
}
