import { expect, it } from "vitest";
import { goMod } from "#sources/manifests/go/go-mod.ts";

const read = (text: string) => goMod.read({ path: "services/rail/go.mod", text });

it("reads module, direct requirements, replacements and tools", () => {
  const facts = read(`// Deprecated: use example.org/rail/v2
// from now on.
module example.org/Rail

go 1.24
toolchain go1.24.1

require example.org/points v1.2.0
require(
\texample.org/levers/v2 v2.0.1 // the iron ones
\t"example.org/bells" v0.0.0-20240101000000-abcdefabcdef
\texample.org/far v1.0.0 // indirect
\texample.org/tools v0.9.0 // indirect
)
exclude example.org/points v1.1.0
replace (
\texample.org/levers/v2 => ../levers
\texample.org/bells v0.0.0-20240101000000-abcdefabcdef => example.org/fork/bells v1.0.0
)
tool example.org/tools/cmd/stringer
tool example.org/Rail/cmd/own
retract [v1.0.0, v1.0.5]
`);
  expect(facts.packages).toEqual([
    {
      purl: "pkg:golang/example.org/rail",
      kind: "library",
      version: null,
      isPrivate: false,
      deprecated: "use example.org/rail/v2 from now on.",
      line: 3,
    },
  ]);
  expect(
    facts.dependencies?.map((d) => [
      d.purl.slice("pkg:golang/example.org/".length),
      d.constraint,
      d.scope,
      d.line,
      d.localPath ?? d.origin,
    ]),
  ).toEqual([
    ["points", "v1.2.0", "runtime", 8, undefined],
    ["levers/v2", "v2.0.1", "runtime", 10, "services/levers"],
    ["bells", "v1.0.0", "runtime", 11, "https://example.org/fork/bells"],
    ["tools", "v0.9.0", "development", 13, undefined],
  ]);
  expect(facts.problems).toBeUndefined();
});

it("says what is missing", () => {
  expect(read("go 1.20").problems).toEqual([{ code: "invalid", text: "no module line" }]);
  expect(read("module a.b/c\ntool x.y/z").problems?.[0]).toMatchObject({
    code: "invalid",
    line: 2,
  });
});
