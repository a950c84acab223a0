import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import manifest from "#package.json" with { type: "json" };

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});

const { packages } = lockFile.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "package-lock.json"), "utf8")),
);

const shipped = Object.entries(packages)
  .filter(
    ([path, { dev, link }]) => path.includes("node_modules/") && dev !== true && link !== true,
  )
  .map(([path, { version = "", license = "" }]) => ({
    name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
    version,
    license,
  }));

/** Licences that ask for nothing but to be handed on. */
const permissive = /^(?:MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|Python-2\.0|\(MIT OR CC0-1\.0\))$/;

it("everything that Fulcrum runs on or hands on may be handed on", () => {
  expect(shipped.length).toBeGreaterThan(20);
  expect(shipped.filter(({ license }) => !permissive.test(license))).toEqual([]);
});

it("no package runs a script of its own when it is installed, and npm has nothing to ask about it", () => {
  const asking = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
  const refused = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => !isAllowed);
  expect(refused.map(([name]) => name).toSorted()).toEqual(asking.toSorted());
});

it("THIRD-PARTY.md lists what the lock file says", async () => {
  const rows = shipped.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  const table = [...new Set(rows)].toSorted().join("\n");
  await expect(`# Third-party software

Fulcrum is installed with the following packages, each under its own licence, which npm puts beside it. Those that the
screens are built from are also inside every report: their full texts stand in a comment at the end of the page.
Written by \`npm run generate\`.

| package | version | licence |
| --- | --- | --- |
${table}
`).toMatchFileSnapshot("../../THIRD-PARTY.md");
});
