import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PackageURL } from "packageurl-js";
import { describe, expect, test } from "vitest";
import { purl } from "#sources/manifests/purl.ts";
import { mainEcosystems } from "#insight/jobs/job.ts";
import { jobsCatalogue } from "#insight/jobs/jobs-catalogue.ts";

const folder = join(import.meta.dirname, "../../../../src/insight/jobs/catalogue");

describe("the catalogue of jobs", () => {
  test("lists every file of its folder, by id, thirty jobs at least", () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ""));
    expect(jobsCatalogue.map(({ id }) => id)).toEqual(files.toSorted());
    expect(files.length).toBeGreaterThanOrEqual(30);
  });

  test.each(jobsCatalogue.map((job) => [job.id, job] as const))("%s", (_, job) => {
    expect(job.definition).toMatch(/^[A-Z][^.!?]+\.$/);
    expect(job.title).not.toBe("");
    for (const { packages, reason } of job.solutions) {
      expect(packages.length).toBeGreaterThan(0);
      expect(reason).not.toBe("");
      expect(new Set(packages.map((one) => one.slice(0, one.indexOf("/")))).size).toBe(1);
      for (const one of packages) expect(spelt(one), one).toBe(one);
    }
    for (const ecosystem of mainEcosystems) {
      const isCovered = job.solutions.some(({ packages }) =>
        packages[0]?.startsWith(`pkg:${ecosystem}/`),
      );
      expect(job.absent[ecosystem] === undefined, ecosystem).toBe(isCovered);
    }
  });

  test("a package stands in one place", () => {
    const all = jobsCatalogue.flatMap(({ solutions }) => solutions.flatMap((one) => one.packages));
    const seen = new Set<string>();
    expect(all.filter((one) => seen.has(one) || !seen.add(one))).toEqual([]);
  });

  test("no family takes what another job names", () => {
    const families = jobsCatalogue.flatMap(({ id, solutions }) =>
      solutions.flatMap(({ packages }) =>
        packages
          .filter((one) => one.endsWith("*"))
          .map((one) => [id, one.slice(0, -1), packages[0]] as const),
      ),
    );
    const taken = jobsCatalogue.flatMap(({ id, solutions }) =>
      solutions.flatMap(({ packages }) =>
        packages.flatMap((one) =>
          families
            .filter(([job, beginning]) => job !== id && one.startsWith(beginning))
            .map(([job, beginning]) => `${one} of ${id} begins as ${beginning}* of ${job}`),
        ),
      ),
    );
    expect(taken).toEqual(overlaps);
  });
});

/** Stated: packages with a job of their own in a family of another job. The closer description wins. */
const overlaps: readonly string[] = [
  "pkg:npm/%40rollup/plugin-terser of javascript-minifier begins as pkg:npm/%40rollup/* of bundler",
  "pkg:npm/eslint-plugin-security of static-security begins as pkg:npm/eslint-plugin-* of linter",
  "pkg:npm/eslint-plugin-no-unsanitized of static-security begins as pkg:npm/eslint-plugin-* of linter",
  "pkg:npm/%40angular/material of ui-components begins as pkg:npm/%40angular/* of ui-framework",
  "pkg:npm/%40angular/cdk of ui-components begins as pkg:npm/%40angular/* of ui-framework",
];

/** The same package as manifests' readers spell it. */
function spelt(text: string): string {
  if (/^pkg:docker\/\*\*\/[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(text)) return text;
  if (text.endsWith("*")) return text.startsWith("pkg:") ? text : "";
  const { type, namespace, name, qualifiers, subpath } = PackageURL.fromString(text);
  return purl(type, name ?? "", {
    ...(namespace == null ? {} : { namespace }),
    ...(qualifiers == null ? {} : { qualifiers: { ...qualifiers } }),
    ...(subpath == null ? {} : { subpath }),
  });
}
