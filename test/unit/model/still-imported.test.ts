import { describe, expect, test } from "vitest";
import type { SymbolUse } from "#evidence/facts.ts";
import { asOf, born, build, file, needs, offers, repository } from "./observatory.ts";

const gaveUp = born + 5000;
const moment = (at: number) => ({ commit: `c${String(at)}`, at });

/** When the dome's use of `purl` ended, which its manifest gave up while its code names `imports`. */
const endOf = (purl: string, imports: readonly SymbolUse[], folder = ".", head = asOf - 1) => {
  const { organisation } = build([
    repository("kit", [file("manifest", { packages: [offers(purl)] })]),
    {
      ...repository("dome", [
        file("manifest", {
          dependencies: [
            needs(purl, { spans: [{ value: "1.0.0", from: moment(born), to: moment(gaveUp) }] }),
          ],
        }),
      ]),
      head: moment(head),
      symbols: [{ folder, exports: [], uses: imports }],
    },
  ]);
  const [use] = organisation.consumptions;
  return { to: use?.to?.at ?? null, evidence: use?.evidence.map(({ text }) => text) };
};
const imported = (purl: string | null): SymbolUse[] => [{ name: "Lens", purl }];

describe("what left the manifest and is still imported", () => {
  test.each([
    ["a package of npm", "pkg:npm/%40sky/lens", "pkg:npm/%40sky/lens"],
    [
      "a package inside a Go module",
      "pkg:golang/example.com/sky/lens",
      "pkg:golang/example.com/sky/lens/mount",
    ],
  ])("is still used: %s", (_, purl, named) => {
    const { to, evidence } = endOf(purl, imported(named));
    expect(to).toBeNull();
    expect(evidence?.at(-1)).toMatch(/^no longer declared, still imported: .{0,20}lens$/);
  });

  test.each([
    ["no import names the package", imported(null), ".", asOf - 1],
    ["another is imported", imported("pkg:npm/%40sky/lens-cap"), ".", asOf - 1],
    ["a folder of its own imports it", imported("pkg:npm/%40sky/lens"), "dome", asOf - 1],
    ["what HEAD imports comes after as-of", imported("pkg:npm/%40sky/lens"), ".", asOf + 1],
  ])("is not used where %s", (_, imports, folder, head) => {
    expect(endOf("pkg:npm/%40sky/lens", imports, folder, head).to).toBe(gaveUp);
  });
});
