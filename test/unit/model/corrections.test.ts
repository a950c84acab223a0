import { expect, test } from "vitest";
import type { Correction } from "#model/configuration.ts";
import {
  application,
  build,
  component,
  file,
  needs,
  offers,
  repository,
  uses,
} from "./observatory.ts";

const since = "2024-11-01";
const lens = repository("lens", [file("lens.gemspec", { packages: [offers("pkg:gem/lens")] })]);
const dome = application("dome", file("gems.rb", { dependencies: [needs("pkg:gem/lens")] }));
const corrected = (...corrections: readonly Correction[]) => build([lens, dome], { corrections });
const words = (of: { readonly evidence: readonly { readonly text: string }[] }) =>
  of.evidence.map(({ text }) => text);

test("a use that is removed leaves what it was at its consumer", () => {
  const edge = { kind: "edge", consumer: "dome", capability: "lens", from: null } as const;
  const findings = corrected({ ...edge, present: false, since, reason: "only in a comment" });
  expect(uses(findings)).toEqual([]);
  expect(words(component(findings, "dome"))[0]).toBe(
    "use of lens removed; it overrides: in use since 2020-01-01; correction of 2024-11-01: only in a comment",
  );
});

test("names are given to components and capabilities, which say what they were called", () => {
  const rename = { kind: "name", since, reason: null } as const;
  const findings = corrected(
    { ...rename, of: "dome", name: "Great dome" },
    { ...rename, of: "pkg:gem/lens", name: "Long lens" },
    { ...rename, of: "tripod", name: "Stand" },
  );
  expect(uses(findings)).toEqual(["Great dome → Long lens (runtime)"]);
  expect(words(component(findings, "Great dome"))[0]).toContain("it overrides: dome");
  const [capability] = findings.organisation.capabilities;
  expect(capability && words(capability)[0]).toContain("it overrides: lens");
  expect(findings.idleCorrections).toEqual(["tripod"]);
});
