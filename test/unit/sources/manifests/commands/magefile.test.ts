import { expect, it } from "vitest";
import { magefileSource } from "#sources/manifests/commands/magefile.ts";

const purls = (text: string): string[] =>
  (magefileSource.read({ path: "magefile.go", text }).dependencies ?? []).map(
    ({ purl, constraint, line }) =>
      `${String(line)} ${purl}${constraint === null ? "" : ` ${constraint}`}`,
  );

it("takes modules that targets install or run by their path, and no import", () => {
  expect(
    purls(
      [
        "//go:build mage",
        "package main",
        "import (",
        '\t"github.com/magefile/mage/sh"',
        '\tmg "github.com/magefile/mage/mg" // targets',
        ")",
        'const licenser = "github.com/bakery/flour-licenser"',
        "func Prepare() error {",
        '\t// see "github.com/bakery/notes"',
        '\treturn sh.RunV("go", "install", "github.com/bakery/oven/cmd/heat@v1.2.0")',
        "}",
        "func Licence() error { return gotool.Install(licenser) }",
      ].join("\n"),
    ),
  ).toEqual([
    "7 pkg:golang/github.com/bakery/flour-licenser",
    "10 pkg:golang/github.com/bakery/oven v1.2.0",
  ]);
});

it("takes a module by the name that a call is given, over lines, and none that is only asked after", () => {
  expect(
    purls(
      [
        'const licenserRepo = "github.com/bakery/flour-licenser"',
        "func Licence() error {",
        '\treturn sh.Run("go", "run", licenserRepo)',
        "}",
        "func Check() error {",
        '\tovenImport := []byte("github.com/bakery/oven")',
        "\tif bytes.Contains(line, ovenImport) {",
        '\t\treturn fmt.Errorf("%s is not allowed", "github.com/bakery/till")',
        "\t}",
        "\treturn sh.RunV(",
        '\t\t"go", "install",',
        '\t\t"github.com/bakery/scale",',
        "\t)",
        "}",
      ].join("\n"),
    ),
  ).toEqual([
    "1 pkg:golang/github.com/bakery/flour-licenser",
    "12 pkg:golang/github.com/bakery/scale",
  ]);
});

it("is asked about files of Mage alone", () => {
  expect(
    ["magefile.go", "magefiles/build.go", "tools/magefiles/x.go", "main.go"].map((path) =>
      magefileSource.detect(path),
    ),
  ).toEqual(["history", "history", "history", "none"]);
});
