import { expect, it } from "vitest";
import { kindsNotRead } from "#sections/problems/kinds-not-read.ts";

it("lists each kind once, with the repositories that hold some", () => {
  const problem = (where: string, text: string, source = "unread-kinds") => ({
    code: "unsupported",
    source,
    where,
    text,
    needs: "Nothing.",
  });
  const podfile = "Podfile (CocoaPods) is a kind of file that is not read: ios/Podfile";
  expect(
    kindsNotRead([
      problem("till", podfile),
      problem("bakery", `${podfile} and 2 more`),
      problem("bakery", "bun.lockb (Bun, binary) is a kind of file that is not read: bun.lockb"),
      problem("bakery", podfile, "maven"),
    ]),
  ).toEqual(["Podfile (CocoaPods): till and 1 more", "bun.lockb (Bun, binary): bakery"]);
});
