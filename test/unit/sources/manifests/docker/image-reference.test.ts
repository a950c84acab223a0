import { expect, it } from "vitest";
import { parseImageReference } from "#sources/manifests/docker/image-reference.ts";

it.each([
  ["redis", null, "redis", null],
  ["docker.io/library/redis:7", null, "redis", "7"],
  ["bakery/oven@sha256:ab", null, "bakery/oven", "sha256:ab"],
  ["localhost/oven:1", "localhost", "oven", "1"],
  ["registry.example:5000/a/b/c:v1@sha256:ab", "registry.example:5000", "a/b/c", "v1"],
  ["GHCR.io/Bakery/Oven", "ghcr.io", "bakery/oven", null],
])("%s", (written, registry, name, version) => {
  expect(parseImageReference(written)).toEqual({ registry, name, version });
});

it.each(["scratch", "", "a b", "oven:1:2/x", "-", "../oven", "ov en:1", "a//b", "$OVEN"])(
  "%s is no image",
  (written) => {
    expect(parseImageReference(written)).toBeNull();
  },
);
