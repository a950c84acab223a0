import { describe, expect, test } from "vitest";
import { build, file, needs, offers, repository, uses } from "./observatory.ts";

const atHead = (...paths: readonly string[]) => ({
  fileChanges: {
    paths,
    ends: Uint32Array.from(paths, (_, index) => index + 1),
    days: Uint16Array.from(paths, () => 18_300),
  },
});

/** A telescope whose build takes in all of the helpers. */
const watching = (...paths: readonly string[]) =>
  uses(
    build([
      repository(
        "kit",
        [
          file("build.sbt", { home: "helpers", packages: [offers("pkg:maven/sky/helpers")] }),
          file("mirror.sbt", { home: "mirror", packages: [offers("pkg:maven/sky/mirror")] }),
        ],
        atHead("mirror/src/main/scala/Mirror.scala", "mirror/src/test/scala/Test.scala", ...paths),
      ),
      repository("telescope", [
        file("build.sbt", {
          dependencies: [needs("pkg:maven/sky/helpers"), needs("pkg:maven/sky/mirror")],
        }),
      ]),
    ]),
  );

describe("a module whose only code is tests", () => {
  test("is of use in tests alone", () => {
    expect(watching("helpers/README.md", "helpers/src/test/scala/Sky.scala")).toEqual([
      "telescope → sky/helpers (test)",
      "telescope → sky/mirror (runtime)",
    ]);
  });

  test("is still the parent of who takes it in for the build", () => {
    const parent = file("pom.xml", { packages: [offers("pkg:maven/sky/parent")] });
    const child = needs("pkg:maven/sky/parent", { scope: "build" });
    const found = build([
      repository("kit", [parent], atHead("src/test/java/Packaging.java")),
      repository("telescope", [file("pom.xml", { dependencies: [child] })]),
    ]);
    expect(uses(found)).toEqual(["telescope → sky/parent (build)"]);
  });

  test.each([
    ["has code that is shipped as well", ["helpers/src/test/A.scala", "helpers/src/main/B.scala"]],
    ["holds no code that would tell", ["helpers/src/test/resources/greetings.txt"]],
    ["keeps packages of its language in `src`", ["helpers/src/sky/test/a.scala"]],
  ])("is not one that %s", (_, paths) => {
    expect(watching(...paths)).toEqual([
      "telescope → sky/helpers (runtime)",
      "telescope → sky/mirror (runtime)",
    ]);
  });
});
