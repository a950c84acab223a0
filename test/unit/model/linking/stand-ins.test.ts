import { expect, it } from "vitest";
import { resolvePurl } from "#model/packages.ts";
import { repository } from "../observatory.ts";

it("puts the repository's own name into what it offers under a name of no forge", () => {
  const scope = repository("scope", []);
  expect(resolvePurl("pkg:generic/-repository-?type=jenkins-library", scope)).toBe(
    "pkg:generic/scope?type=jenkins-library",
  );
  expect(resolvePurl("pkg:generic/-owner-/-repository-?type=circleci-orb", scope)).toBe(
    "pkg:generic/observatory/scope?type=circleci-orb",
  );
  expect(resolvePurl("pkg:generic/libs.lens", scope)).toBe("pkg:generic/libs.lens");
});
