import { describe, expect, it } from "vitest";
import type { DeclaredRuntime } from "#evidence/facts.ts";
import { fileAtHead } from "#fixtures/evidence.ts";
import { componentRuntimes } from "#model/component-runtimes.ts";
import { build, file, offers, repository } from "./observatory.ts";

const framework = (version: string, more: Partial<DeclaredRuntime> = {}): DeclaredRuntime => ({
  runtime: "dotnet",
  version,
  written: version,
  line: 1,
  rank: 9,
  ...more,
});
const ofAll = { isOfAllBelow: true, rank: 10 } as const;

describe("runtimes of components", () => {
  it("are those that a file above says of all projects, the nearest such file alone, unless one says its own", () => {
    const project = (path: string, type: string) =>
      file(path, { packages: [offers(`pkg:${type}/${path.replaceAll("/", ".")}`)] });
    const stars = repository(
      "stars",
      [
        project("dome/dome.csproj", "nuget"),
        project("lens/lens.csproj", "nuget"),
        project("old/mirror/mirror.csproj", "nuget"),
        project("page/package.json", "npm"),
      ],
      {
        headFiles: [
          fileAtHead("Directory.Build.props", { runtimes: [framework("8.0", ofAll)] }),
          fileAtHead("old/Directory.Build.props", { runtimes: [framework("6.0", ofAll)] }),
          fileAtHead("lens/lens.csproj", { runtimes: [framework("9.0")] }),
        ],
      },
    );
    const { organisation } = build([stars]);
    const found = componentRuntimes(organisation.components, [stars]);
    expect(
      found
        .map(({ componentId, version }) => `${componentId.split("#")[1] ?? ""} ${version}`)
        .toSorted(),
    ).toEqual(["dome 8.0", "lens 9.0", "old/mirror 6.0"]);
  });
});
