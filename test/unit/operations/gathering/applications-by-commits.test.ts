import { expect, it } from "vitest";
import { applicationsByCommits } from "#operations/gathering/delivery/applications-by-commits.ts";
import type { DeploymentSeries } from "#model/deployments.ts";

/** An oven that runs a commit and is called like no component. */
function oven(at: number): DeploymentSeries {
  const version = `${at.toString(16).padStart(8, "0")}${"ab".repeat(16)}`;
  return {
    application: `oven-${String(at)}`,
    componentId: null,
    environment: "kitchen",
    isProduction: true,
    level: "gitops",
    deployments: [
      {
        id: version,
        at,
        version,
        isRollback: false,
        isSuccessful: true,
        revision: null,
        artifact: null,
        repositoryId: "repository:state",
        commit: null,
        path: "ovens.yaml",
        line: at,
      },
    ],
  };
}

const asked = (count: number) =>
  applicationsByCommits({
    series: Array.from({ length: count }, (_, at) => oven(at)),
    components: [],
    repositories: [],
    shadows: { sha1: "", sha256: "" },
    signal: new AbortController().signal,
  });

it("looks for so many commits and no more, and says so", async () => {
  expect((await asked(20_000)).problems).toEqual([]);
  const { problems, components } = await asked(20_005);
  expect(components.size).toBe(0);
  expect(problems.map(({ code, text }) => [code, text])).toEqual([
    [
      "too-many-commits",
      "20005 deployed commits belong to applications that no component is called like; the first 20000 were looked for",
    ],
  ]);
});
