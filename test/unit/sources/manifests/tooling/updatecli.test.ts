import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { updatecliSource } from "#sources/manifests/tooling/updatecli.ts";

const usesOf = (text: string, path = "updatecli/updatecli.d/lamps.yaml") =>
  updatecliSource
    .read({ path, text })
    .dependencies?.map((one) => [one.purl, one.constraint, one.scope, one.line]);

describe("sources of updatecli", () => {
  it("read files of other repositories by their address", () => {
    const text = `name: Same projector everywhere
sources:
  projector:
    kind: yaml
    spec:
      file: https://raw.githubusercontent.com/cinema/halls/main/settings/common.yaml
      key: $.projector.version
  lamp:
    kind: file
    dependson: [projector]
    spec:
      files:
        - https://raw.githubusercontent.com/cinema/projectors/{{ source "projector" }}/lamps.yml
targets:
  here:
    kind: file
    sourceid: lamp
    spec:
      file: https://raw.githubusercontent.com/cinema/elsewhere/main/lamp
`;
    expect(usesOf(text)).toEqual([
      ["pkg:github/cinema/halls", null, "build", 6],
      ["pkg:github/cinema/projectors", null, "build", 13],
    ]);
  });

  it("read files of a checkout, unless that is the repository itself", () => {
    const text = `scms:
  default:
    kind: github
    spec: { owner: "{{ .github.owner }}", repository: "{{ .github.repository }}", branch: main }
  halls:
    kind: github
    spec:
      owner: cinema
      repository: halls
      branch: v2
  posters:
    kind: git
    spec: { url: "https://git.cinema.example/art/posters.git" }
  tickets:
    kind: gitlab
    spec: { url: "https://gitlab.cinema.example", owner: desk/front, repository: tickets }
sources:
  own: { kind: file, scmid: default, spec: { file: README.md } }
  a: { kind: json, scmid: halls, spec: { file: halls.json, key: size } }
  b: { kind: toml, scmid: posters, spec: { file: size.toml, key: size } }
  c: { kind: csv, scmid: tickets, spec: { file: prices.csv, key: price } }
  d: { kind: gittag, scmid: halls }
`;
    expect(usesOf(text)?.map(([purl, constraint]) => [purl, constraint])).toEqual([
      ["pkg:github/cinema/halls", "v2"],
      ["pkg:generic/posters?vcs_url=git%2Bhttps%3A%2F%2Fgit.cinema.example%2Fart%2Fposters", null],
      [
        "pkg:generic/tickets?vcs_url=git%2Bhttps%3A%2F%2Fgitlab.cinema.example%2Fdesk%2Ffront%2Ftickets",
        null,
      ],
    ]);
  });

  it("that ask which version is the newest use nothing", () => {
    const text = `sources:
  latest:
    kind: githubrelease
    spec: { owner: cinema, repository: halls }
  tag:
    kind: dockerimage
    spec: { image: cinema/halls }
`;
    expect(usesOf(text)).toBeUndefined();
  });
});

it("takes policies of a compose file from their registry", () => {
  const text = `policies:
  - name: own
    config: [updatecli/updatecli.d/]
  - name: lamps
    policy: ghcr.io/cinema/policies/lamps:0.4.0@sha256:0ff1ce
    values: [updatecli/values.d/scm.yaml]
`;
  for (const path of ["updatecli-compose.yaml", "update-compose.yml"])
    expect(usesOf(text, path)).toEqual([
      ["pkg:docker/cinema/policies/lamps?repository_url=ghcr.io", "0.4.0", "build", 5],
    ]);
});

test.each([
  ["updatecli/updatecli.d/charts/lamps.yaml", true],
  ["updatecli/weekly.d/lamps.yml.tpl", true],
  [".ci/updatecli/updatecli.d/lamps.yml", true],
  ["updatecli.d/lamps.yaml", true],
  ["updatecli.yaml", true],
  ["updatecli/values.yaml", false],
  ["updatecli/values.d/scm.yaml", false],
  ["updatecli/scripts/lamps.sh", false],
  ["config/lamps.yaml", false],
])("%s is a manifest: %s", (path, isManifest) => {
  expect(updatecliSource.detect(path) !== "none").toBe(isManifest);
});

test("whatever stands in a file, reading it ends", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      updatecliSource.read({ path: "updatecli.yaml", text: `sources:\n${text}` });
    }),
  );
});
