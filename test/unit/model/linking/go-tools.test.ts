import { describe, expect, it } from "vitest";
import { linkRepositories } from "#model/linking/link-repositories.ts";
import { readRepository, usesOf } from "./linked-files.ts";

const goMod = `module example.org/rail

require (
	example.org/licenser v1.0.0
	example.org/points v1.2.0
	example.org/points/gen v0.2.0
)
`;
const tools = (constraint: string) => `// Copyright of the railway

${constraint}

package tools

import (
	_ "example.org/licenser"
	_ "example.org/points/gen/cmd/stringer"
)
`;
const runtime = [
  ".: golang/example.org/licenser v1.0.0",
  ".: golang/example.org/points v1.2.0",
  ".: golang/example.org/points/gen v0.2.0",
];
const development = [
  ".: golang/example.org/licenser v1.0.0 (development)",
  ".: golang/example.org/points v1.2.0",
  ".: golang/example.org/points/gen v0.2.0 (development)",
];

describe("programs that a Go module requires for those who develop it", () => {
  it.each(["//go:build tools", "// +build tools", "//go:build tools && !windows"])(
    "are those that a file with %s imports",
    (constraint) => {
      expect(usesOf({ "go.mod": goMod, "hack/tools.go": tools(constraint) })).toEqual(development);
    },
  );

  it.each(["//go:build !tools", "//go:build linux", ""])(
    "are not what a file with %s imports",
    (constraint) => {
      expect(usesOf({ "go.mod": goMod, "hack/tools.go": tools(constraint) })).toEqual(runtime);
    },
  );

  it("belong to the module around the file", () => {
    const gates = goMod.replace("rail", "gates");
    expect(
      usesOf({ "go.mod": gates, "rail/go.mod": goMod, "rail/tools.go": tools("//go:build tools") }),
    ).toEqual([...runtime, ...development.map((one) => one.replace(".:", "rail:"))].sort());
  });

  it("are not what the code mentions as well", () => {
    const read = readRepository("depot", {
      "go.mod": goMod,
      "tools.go": tools("//go:build tools"),
    });
    const uses = [{ name: "Check", purl: "pkg:golang/example.org/licenser/check" }];
    const [linked] = linkRepositories([{ ...read, symbols: [{ folder: ".", exports: [], uses }] }]);
    const scopes = linked?.files.flatMap((file) => file.dependencies.map(({ scope }) => scope));
    expect(scopes).toEqual(["runtime", "runtime", "development"]);
  });
});
