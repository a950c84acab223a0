import { expect, it } from "vitest";
import { composeSource } from "#sources/manifests/docker/compose.ts";

it("reads the images of services that are not built here", () => {
  const { dependencies } = composeSource.read({
    path: "docker-compose.yml",
    text: [
      "x-base: &base",
      "  image: registry.bakery.example:5000/tools/scales:${TAG:-1.2}",
      "services:",
      "  scales:",
      "    <<: *base",
      "  shop:",
      "    image: bakery/shop",
      "    build: .",
      "  cache:",
      "    image: redis:7",
      "  unknown:",
      "    image: ${IMAGE}",
    ].join("\n"),
  });
  expect(dependencies).toEqual([
    {
      purl: "pkg:docker/tools/scales?repository_url=registry.bakery.example%3A5000",
      constraint: "1.2",
      scope: "development",
      line: 2,
    },
    { purl: "pkg:docker/redis", constraint: "7", scope: "development", line: 10 },
  ]);
});

it("reads a Dockerfile that stands in the file, stages of it apart", () => {
  const { dependencies } = composeSource.read({
    path: "compose.yaml",
    text: [
      "services:",
      "  shop:",
      "    build:",
      "      context: .",
      "      dockerfile_inline: |",
      "        FROM ghcr.io/bakery/base:1.5.0 AS base",
      "        FROM base",
    ].join("\n"),
  });
  expect(dependencies?.map(({ purl, constraint }) => [purl, constraint])).toEqual([
    ["pkg:docker/bakery/base?repository_url=ghcr.io", "1.5.0"],
  ]);
});
