import { describe, expect, it } from "vitest";
import { dockerfileSource } from "#sources/manifests/docker/dockerfile.ts";

const read = (text: string, path = "Dockerfile") => dockerfileSource.read({ path, text });

describe("dockerfile", () => {
  it("resolves build arguments with defaults and leaves stages out", () => {
    const { dependencies } = read(
      [
        "# syntax=docker/dockerfile:1",
        "ARG flour_version=3.4",
        "ARG base=ghcr.io/bakery/flour-base:$flour_version",
        "FROM --platform=$BUILDPLATFORM ${base} AS dough",
        "ARG base=ignored",
        "COPY --from=dough /a /b",
        "COPY --from=0 /a /b",
        "COPY --from=quay.io/mills/sieve:2@sha256:abc /a /b",
        "RUN --mount=type=bind,from=library/yeast:1,target=/y \\",
        "  knead",
        "FROM dough",
        "FROM scratch",
      ].join("\n"),
    );
    expect(dependencies).toEqual([
      {
        purl: "pkg:docker/bakery/flour-base?repository_url=ghcr.io",
        constraint: "3.4",
        scope: "build",
        line: 4,
        isOfHelper: true,
      },
      {
        purl: "pkg:docker/mills/sieve?repository_url=quay.io",
        constraint: "2",
        scope: "build",
        line: 8,
        isOfHelper: true,
      },
      { purl: "pkg:docker/yeast", constraint: "1", scope: "build", line: 9, isOfHelper: true },
    ]);
  });

  it.each([
    ["FROM mill AS grind\nFROM oven\n", ["mill"]],
    [
      "FROM oven AS warm\nFROM mill AS grind\nFROM warm\nCOPY --from=sieve /a /b\n",
      ["mill", "sieve"],
    ],
    ["FROM oven:1 AS warm\nFROM oven:2\n", []],
    ["FROM oven\n", []],
  ])("tells what the last stage is made from in %j", (text, helpers) => {
    const named = read(text).dependencies?.filter(({ isOfHelper }) => isOfHelper === true);
    expect(named?.map(({ purl }) => purl.slice("pkg:docker/".length))).toEqual(helpers);
  });

  it("keeps an image whose tag alone is unknown, and says which image it cannot name", () => {
    const facts = read(
      "ARG OVEN\nFROM bakery/oven:${OVEN}\nFROM ${OVEN}\nFROM ${OVEN:-bakery/spare:1}\n",
    );
    expect(facts.dependencies?.map(({ purl, constraint }) => [purl, constraint])).toEqual([
      ["pkg:docker/bakery/oven", null],
      ["pkg:docker/bakery/spare", "1"],
    ]);
    expect(facts.problems).toEqual([
      { code: "unsupported", text: "image named by a build argument without default", line: 3 },
    ]);
  });

  it.each([
    ["images/proofer/Dockerfile", "proofer"],
    ["base.Dockerfile", "base"],
    ["docker/Containerfile", "docker"],
  ])("offers %s as a private candidate", (path, name) => {
    expect(read("FROM scratch", path).packages).toEqual([
      {
        purl: `pkg:docker/${name}?repository_url=localhost`,
        kind: "tooling",
        version: null,
        isPrivate: true,
        line: 1,
      },
    ]);
  });

  it("cannot name the image of the root folder", () => {
    expect(read("FROM scratch").packages).toBeUndefined();
  });

  it.each([
    ["Dockerfile.dev", "history"],
    ["api/Dockerfile-test", "history"],
    ["dev.dockerfile", "history"],
    ["Dockerfile.dockerignore", "none"],
    ["Dockerfile.j2", "none"],
  ])("detects %s: %s", (path, appetite) => {
    expect(dockerfileSource.detect(path)).toBe(appetite);
  });
});
