import { describe, expect, it } from "vitest";
import { readmeNamed } from "#evidence/readme-named.ts";
import { fileAtHead } from "#fixtures/evidence.ts";
import { documentHomes } from "#model/document-homes.ts";
import { documents } from "#sources/documents/documents.ts";
import { shop } from "../insight/adoption/bakery.ts";
import { file } from "./observatory.ts";

const page = (path: string, text: string) =>
  fileAtHead(path, { document: documents.read({ path, text }).document ?? null });
const named = (manifest: string, readme: string, to: number | null = null) =>
  file(manifest, {
    definitions: [
      {
        name: readmeNamed,
        spans: [
          {
            value: readme,
            from: { commit: "c", at: 1 },
            to: to === null ? null : { commit: "d", at: to },
          },
        ],
      },
    ],
  });

const components = [
  shop("sky"),
  shop("Sky.Logging.Mirror", { path: "src/Mirror" }),
  shop("Sky.Lamp.Console", { path: "src/LampConsole" }),
  shop("Sky.Dome.Console", { path: "src/DomeConsole" }),
  shop("sky-rope", { path: "src/rope" }),
];
const homesOf = (
  pages: readonly ReturnType<typeof page>[],
  files: readonly ReturnType<typeof file>[] = [],
) => documentHomes({ headFiles: pages, files }, components);

describe("documents that lie elsewhere", () => {
  it("are those that a manifest names, beside the component that they lie in", () => {
    const homes = homesOf(
      [page("README.md", "# Sky")],
      [named("src/rope/Cargo.toml", "README.md"), named("src/Mirror/x.csproj", "README.md", 2)],
    );
    expect(homes("README.md")).toEqual([".", "src/rope"]);
  });

  it("are pages called like exactly one component", () => {
    const homes = homesOf([
      page("docs/sky-rope.md", "# How it is tied"),
      page("docs/reference/looking-glass.md", "# Logging Mirror"),
      page("docs/console.md", "# Console"),
      page("docs/configuration.md", "# Configuration"),
      page("notes/sky-rope.md", "# Sky rope"),
    ]);
    expect(homes("docs/sky-rope.md")).toEqual(["src/rope"]);
    expect(homes("docs/reference/looking-glass.md")).toEqual(["src/Mirror"]);
    // Two are called so; any may have a page of that name; not among the documents.
    for (const path of ["docs/console.md", "docs/configuration.md", "notes/sky-rope.md"])
      expect(homes(path)).toEqual(["."]);
  });
});
