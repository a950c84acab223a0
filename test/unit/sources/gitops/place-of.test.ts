import { describe, expect, it } from "vitest";
import { deploymentPathOf } from "#sources/gitops/deployment-paths.ts";
import { placeOf } from "#sources/gitops/place-of.ts";
import { scanImages } from "#sources/gitops/scan-images.ts";

function places(path: string, text: string): (readonly (string | null)[] | null)[] {
  const found = deploymentPathOf(path, []);
  if (found === null) return [];
  return scanImages(text).map((one) => {
    const place = placeOf(found, one);
    return place === null ? null : [place.application ?? found.application, place.environment];
  });
}

describe("where a version is asked for", () => {
  it("is in the application that the folder names, whatever its parts are called", () => {
    const parts = "web:\n  image:\n    tag: v3\ncontrollers:\n  main:\n    image:\n      tag: v3\n";
    expect(places("apps/ovens/production/values.yaml", parts)).toEqual([
      ["ovens", "production"],
      ["ovens", "production"],
    ]);
  });

  it("is in applications of an umbrella chart, each by itself", () => {
    expect(
      places(
        "apps/bakery/production/values.yaml",
        "ovens:\n  image:\n    tag: v3\ntill:\n  image:\n    tag: v4\n",
      ),
    ).toEqual([
      ["ovens", "production"],
      ["till", "production"],
    ]);
  });

  it("is in the environment of the path before one that a key is called like", () => {
    const text = "test:\n  image: bakery/tester:v1\n";
    expect(places("apps/ovens/production/values.yaml", text)).toEqual([["ovens", "production"]]);
    expect(places("apps/ovens/versions.yaml", text)).toEqual([["ovens", "test"]]);
    expect(places("apps/ovens/versions.yaml", "image: bakery/ovens:v1\n")).toEqual([null]);
  });
});
