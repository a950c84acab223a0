import { expect, it } from "vitest";
import { makefileSource } from "#sources/manifests/docker/makefile.ts";
import { workflowSource } from "#sources/manifests/github-actions/workflow.ts";
import { gitlabSource } from "#sources/manifests/gitlab/gitlab-ci.ts";
import { chartSource } from "#sources/manifests/helm/chart.ts";

const registriesIn = (source: typeof chartSource, path: string, lines: readonly string[]) =>
  source
    .read({ path, text: lines.join("\n") })
    .definitions?.filter(({ name }) => name === "helm-registry")
    .map(({ value }) => value);

it("knows where charts are pushed to, by scripts, actions and chart-releaser", () => {
  expect(
    registriesIn(workflowSource, ".github/workflows/charts.yml", [
      "env: { REGISTRY: registry.mill.example }",
      "jobs:",
      "  push:",
      "    steps:",
      "      - run: |",
      "          helm package charts/oven",
      "          helm push oven-*.tgz \\",
      "            oci://${REGISTRY}/Charts/",
      "          helm push oven.tgz oci://$UNKNOWN/charts",
      "      - uses: helm/chart-releaser-action@v1",
      "        with: { charts_repo_url: 'https://charts.mill.example' }",
    ]),
  ).toEqual(["oci://registry.mill.example/charts", "https://charts.mill.example"]);
  expect(
    registriesIn(gitlabSource, ".gitlab-ci.yml", [
      "push:",
      "  script: [helm push oven.tgz oci://$CI_REGISTRY_IMAGE/charts]",
    ]),
  ).toEqual(["oci://registry.gitlab.com/-owner-/-repository-/charts"]);
  expect(
    registriesIn(makefileSource, "scripts/publish-charts.sh", [
      'WHERE="oci://registry.mill.example/charts"',
      'helm push oven.tgz "$WHERE"',
      "helm push rye.tgz oci://registry.mill.example/rye",
    ]),
  ).toEqual(["oci://registry.mill.example/charts", "oci://registry.mill.example/rye"]);
  expect(
    registriesIn(chartSource, "cr.yaml", [
      "owner: mill",
      "charts-repo-url: https://charts.mill.example/",
    ]),
  ).toEqual(["https://charts.mill.example"]);
});
