import { sections } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";

type Part = Partial<Omit<Report, "sections">> & {
  readonly sections?: Partial<Report["sections"]>;
};

const headKeys = ["schemaVersion", "generatedAt", "asOf", "tool", "previous", "sections"];
const keys = [
  ...headKeys,
  ...sections.flatMap(({ schema }) => Object.keys(schema)),
  "evidenceOmittedCount",
];

/** A report of which only these parts were read. Whoever asks for another has to be mended: it throws, and is not listed. */
export function partialReport(...parts: readonly Part[]): Report {
  const values = new Map<string, unknown>(parts.flatMap((part) => Object.entries(part)));
  values.set("sections", Object.assign({}, ...parts.map((part) => part.sections)));
  const partial = {};
  // In the order of the schema, so that the whole is the same text.
  for (const key of keys)
    Object.defineProperty(
      partial,
      key,
      values.has(key)
        ? { value: values.get(key), enumerable: true }
        : {
            get: () => {
              throw new Error(`${key} is asked for, and was not read.`);
            },
          },
    );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parts that were read; others say so when asked for
  return partial as Report;
}
