import { expect, test } from "vitest";
import { evidenceOf, fileAtHead } from "#fixtures/evidence.ts";
import type { DocumentFacts } from "#evidence/facts.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { buildOrganisation } from "#model/build-organisation.ts";
import { emptyConfiguration } from "#model/configuration.ts";

const day = 86_400;
const asOf = Date.parse("2026-01-01") / 1000;
const said = asOf / day - 100;
const document: DocumentFacts = {
  title: "Dome (archived)",
  summary: "Opens the dome.",
  description: "Opens the dome.",
  headings: [],
  codeBlocksCount: 1,
  wordsCount: 20,
  relativeLinks: [],
  developerWords: 0,
  customerWords: 0,
  isDeprecated: true,
};

/** `days`: of people's work, counted from the day on which the README was changed last. */
const lifecycle = (days: readonly number[], tags: readonly [name: string, day: number][] = []) => {
  const worked = days.map((one) => said + one);
  const last = Math.max(...worked) * day;
  return lifecycleIn(
    evidenceOf("dome", last, {
      headFiles: [fileAtHead("README.md", { document })],
      lastHuman: { commit: "c", at: last },
      first: { commit: "a", at: asOf - 900 * day },
      fileChanges: {
        paths: ["README.md"],
        ends: Uint32Array.of(2),
        days: Uint16Array.of(said - 700, said),
      },
      activity: {
        persons: ["p"],
        personIndex: Uint32Array.from(worked, () => 0),
        day: Uint32Array.from(worked),
        commitsCount: Uint16Array.from(worked, () => 1),
      },
      tags: tags.map(([name, at]) => ({ name, commit: "c", at: (said + at) * day })),
    }),
    asOf,
  );
};

test("what a README says of the whole holds, the day after it was said too", () => {
  expect(lifecycle([-20, -10, 0, 1])).toBe("archived");
});

test("a week of work since takes it back, and so does a release", () => {
  expect(lifecycle([0, 3, 9, 20, 40, 60])).toBe("production");
  expect(lifecycle([0, 1], [["v2.0.0", 30]])).toBe("production");
});

test("a pre-release, and work before it was said, do not", () => {
  expect(lifecycle([0, 1], [["v2.0.0-rc1", 30]])).toBe("archived");
  expect(lifecycle([-90, -80, -70, -60, -50, -40, 0])).toBe("archived");
});

/** Of the component at the root of a repository. */
function lifecycleIn(repository: RepositoryEvidence, at: number): string | undefined {
  return buildOrganisation({
    name: "Observatory",
    asOf: at,
    repositories: [repository],
    catalogues: [],
    configuration: emptyConfiguration,
  }).organisation.components.find(({ path }) => path === ".")?.lifecycle;
}
