import { expect, it } from "vitest";
import { hpack } from "#sources/manifests/haskell/hpack.ts";
import { offered, shown } from "../facts-shown.ts";

const text = `name: ticket-booth
version: 1.2.0.1
synopsis: Sells seats

dependencies:
- base >= 4.7 && < 5
- reel:bright ^>= 1.0
- name: popcorn
  github: cinema/popcorn/sub
  ref: v2.0
when:
- condition: os(windows)
  then:
    dependencies: curtain
  else:
    dependencies: [drape]

library:
  source-dirs: src
  build-tools: alex
executables:
  booth:
    main: Main.hs
    dependencies:
      - ticket-booth
      - name: lamp
        path: ../lamp
tests:
  spec:
    dependencies:
      hspec: == 2.*
      temporary: {git: "https://git.example.org/acme/temporary.git", ref: 0ff1ce}
`;

it("reads what each part of a package of hpack builds on", () => {
  expect(shown(hpack, "booth/package.yaml", text)).toEqual([
    "hackage/base >= 4.7 && < 5 runtime 6",
    "hackage/reel ^>= 1.0 runtime 7",
    "hackage/popcorn v2.0 runtime 8 from https://github.com/cinema/popcorn",
    "hackage/curtain - runtime 14",
    "hackage/drape - runtime 16",
    "hackage/alex - build 20",
    "hackage/lamp - runtime 26 in lamp",
    "hackage/hspec == 2.* test 31",
    "hackage/temporary 0ff1ce test 32 from https://git.example.org/acme/temporary",
  ]);
  expect(offered(hpack, "booth/package.yaml", text)).toEqual([
    "hackage/ticket-booth 1.2.0.1 public",
  ]);
});

it("is silent of what other tools call package.yaml, and says what is no YAML of hpack's", () => {
  const other = "name: till\ndependencies:\n  - name: oven\n    version: 1.0.0\n";
  expect(hpack.read({ path: "package.yaml", text: other })).toEqual({});
  expect(hpack.read({ path: "package.yaml", text: "- library\n" })).toEqual({});
});
