import { describe, expect, it } from "vitest";
import { linkedRepository } from "./linked-files.ts";

const ownOffers = (files: Readonly<Record<string, string>>): string[] =>
  linkedRepository(files).files.flatMap(({ packages }) =>
    packages.filter((one) => !one.isPrivate).map(({ purl }) => purl),
  );
const packageJson = (name: string, more: object = {}) =>
  JSON.stringify({ name, version: "1.0.0", ...more });

describe("a package in a folder that another takes along", () => {
  it.each(["signals", "/signals", "./signals/", "signals/**", "signals/*"])(
    "is no package of its own: %s",
    (entry) => {
      const files = {
        "package.json": packageJson("@railway/kit", {
          files: ["dist", entry],
          workspaces: ["signals"],
        }),
        "signals/package.json": packageJson("signals"),
        "signals/red/package.json": packageJson("red"),
        "shunting/package.json": packageJson("@railway/shunting"),
      };
      expect(ownOffers(files)).toEqual(["pkg:npm/%40railway/kit", "pkg:npm/%40railway/shunting"]);
    },
  );

  it("is one where the one around it is private or leaves it out", () => {
    const inside = { "signals/package.json": packageJson("@railway/signals") };
    for (const more of [{ private: true, files: ["signals"] }, { files: ["!signals", "dist"] }, {}])
      expect(
        ownOffers({ "package.json": packageJson("kit", more), ...inside }),
        JSON.stringify(more),
      ).toContain("pkg:npm/%40railway/signals");
  });

  it("is told by folders from where the one around it lies", () => {
    expect(
      ownOffers({
        "package.json": packageJson("kit", { files: ["lamps"] }),
        "yard/package.json": packageJson("yard", { files: ["lamps"] }),
        "yard/lamps/package.json": packageJson("lamps"),
      }),
    ).toEqual(["pkg:npm/kit", "pkg:npm/yard"]);
  });
});
