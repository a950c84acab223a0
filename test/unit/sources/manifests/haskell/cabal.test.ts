import { expect, it } from "vitest";
import { cabal } from "#sources/manifests/haskell/cabal.ts";
import { offered, shown } from "../facts-shown.ts";

const text = `cabal-version: 2.4
name:          ticket-booth
version:       1.2.0.1
synopsis:      Sells seats

library
  exposed-modules: Booth
  build-depends:   base >=4.7 && <5, reel ^>=1.0
                 , lamp:{lamp, bright}
  default-language: Haskell2010

-- what tests need
test-suite booth-test
  type: exitcode-stdio-1.0
  build-depends:
      base
    , ticket-booth
    , popcorn ==2.*
`;

it("reads what each part of a package builds on", () => {
  expect(shown(cabal, "ticket-booth.cabal", text)).toEqual([
    "hackage/base >=4.7 && <5 runtime 8",
    "hackage/reel ^>=1.0 runtime 8",
    "hackage/lamp - runtime 9",
    "hackage/base - test 16",
    "hackage/popcorn ==2.* test 18",
  ]);
  expect(offered(cabal, "ticket-booth.cabal", text)).toEqual([
    "hackage/ticket-booth 1.2.0.1 public",
  ]);
});
