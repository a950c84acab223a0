import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository, type Files } from "#fixtures/repository-builder.ts";
import { foundAt, readFound } from "../read-found.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-releases-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const change = (day: number, files: Files) => ({
  at: `2024-01-${String(day).padStart(2, "0")}`,
  author: "Ada Oven <ada@bakery.example>",
  message: "Change",
  files,
});

const exportsOf = async (built: ReturnType<typeof repository>) => {
  const { path } = built.write(folder);
  const { releaseExports } = await readFound(foundAt(path, folder));
  return releaseExports.map((one) => ({
    folder: one.folder,
    releases: one.releases.map(({ version, exported }) => [
      version,
      ...Array.from(exported, (index) => one.names[index]),
    ]),
  }));
};

const versionFile = (version: string) => ({
  "lib/oven/version.rb": `module Oven\n  VERSION = "${version}"\nend\n`,
});
const gemspec =
  'Gem::Specification.new do |s|\n  s.name = "oven"\n  s.version = Oven::VERSION\nend\n';

describe("exports of releases", () => {
  it("are those of the gem's library at the commit that set the version", async () => {
    const gem = repository("oven-gem")
      .commit(
        change(1, {
          "oven.gemspec": gemspec,
          ...versionFile("1.0.0"),
          "lib/oven/door.rb": "module Oven\n  class Door\n  end\nend\n",
          "spec/door_spec.rb": "class DoorSpec\nend\n",
        }),
      )
      .commit(change(2, { "lib/oven/door.rb": null, "lib/oven/light.rb": "class Light\nend\n" }))
      .commit(change(3, versionFile("1.1.0")));
    expect(await exportsOf(gem)).toEqual([
      {
        folder: ".",
        releases: [
          ["1.0.0", "Oven", "Oven::Door"],
          ["1.1.0", "Light", "Oven"],
        ],
      },
    ]);
  });

  it("of npm packages are those of the entry file", async () => {
    const manifest = (version: string) => JSON.stringify({ name: "@bakery/ui", version });
    const ui = repository("ui")
      .commit(
        change(1, { "package.json": manifest("1.0.0"), "src/index.ts": "export const A = 1;\n" }),
      )
      .commit(
        change(2, {
          "package.json": manifest("2.0.0"),
          "src/index.ts": "export { B } from './b';\nexport type C = 1;\n",
          "src/other.ts": "export const D = 1;\n",
        }),
      );
    expect((await exportsOf(ui))[0]?.releases).toEqual([
      ["1.0.0", "A"],
      ["2.0.0", "B", "C"],
    ]);
  });

  describe("of npm packages are found", () => {
    const namesOf = async (manifest: object, files: Files, name: string) => {
      const text = JSON.stringify({ name: "@bakery/ui", version: "1.0.0", ...manifest });
      const ui = repository(name).commit(change(1, { "packages/ui/package.json": text, ...files }));
      return (await exportsOf(ui))[0]?.releases;
    };

    it.each([
      ["dist/index.esm.js", "src/index.ts"],
      ["./dist/index.cjs.js", "src/main/index.ts"],
      ["build/index.min.js", "src/index.tsx"],
      ["build/packages/ui/src/index.d.ts", "src/index.ts"],
      ["lib/oven.js", "src/oven.ts"],
      ["./dist/cjs/kit/index.js", "src/kit/index.js"],
      ["source/door.mjs", "source/door.mjs"],
      ["dist", "src/index.ts"],
    ])("by the source of %s, %s", async (main, path) => {
      const files = {
        [`packages/ui/${path}`]: "export const Door = 1;\n",
        "packages/ui/src/elsewhere/index.ts": "export const Hidden = 1;\n",
      };
      const found = await namesOf({ main }, files, `built-${main.replaceAll(/[^a-z]/g, "-")}`);
      expect(found).toEqual([["1.0.0", "Door"]]);
    });

    it("in all that exports gives its users", async () => {
      const exports = {
        ".": { types: "./dist/index.d.ts", import: "./dist/index.js" },
        "./light": { default: ["./dist/light.js"] },
        "./icons/*": "./dist/icons/*.js",
        "./style.css": "./dist/style.css",
        "./hidden": null,
      };
      const files = {
        "packages/ui/src/index.ts": "export const Door = 1;\n",
        "packages/ui/src/light.ts": "export default 1;\nexport enum Lamp {}\n",
      };
      expect(await namesOf({ exports }, files, "ui-exports")).toEqual([
        ["1.0.0", "Door", "Lamp", "default"],
      ]);
    });

    it("through export *, without the default of what is passed on", async () => {
      const files = {
        "packages/ui/src/index.ts": 'export * from "./parts";\nexport * as icons from "./icons";\n',
        "packages/ui/src/parts/index.ts": "export * from './door.js';\nexport * from '..';\n",
        "packages/ui/src/parts/door.tsx": "export class Door {}\nexport default Door;\n",
        "packages/ui/src/icons.ts": "export const Flame = 1;\n",
      };
      expect(await namesOf({}, files, "ui-stars")).toEqual([["1.0.0", "Door", "icons"]]);
    });

    it("not at all, where no entry is there", async () => {
      const files = { "packages/ui/src/parts/door.ts": "export const Door = 1;\n" };
      expect(await namesOf({ main: "dist/oven.js" }, files, "ui-none")).toEqual([["1.0.0"]]);
    });
  });

  it("of Go modules are those at tags, of the module's own folder", async () => {
    const go = (name: string) => `package mixer\n\nfunc ${name}() {}\n`;
    const mixer = repository("mixer")
      .commit(change(1, { "mixer.go": go("Early") }))
      .tag("v0.9.0")
      .commit(change(2, { "go.mod": "module bakery.example/mixer\n", "mixer.go": go("Mix") }))
      .tag("v1.0.0")
      .tag("release_7")
      .commit(change(3, { "mixer.go": go("Stir"), "internal/x.go": go("Hidden") }))
      .tag("v1.1.0");
    expect((await exportsOf(mixer))[0]?.releases).toEqual([
      ["1.0.0", "Mix"],
      ["1.1.0", "Stir"],
    ]);
  });

  it("are kept of the newest twelve", async () => {
    let gem = repository("many").commit(change(1, { "oven.gemspec": gemspec }));
    for (let day = 2; day < 20; day++)
      gem = gem.commit(change(day, versionFile(`1.${String(day)}.0`)));
    const releases = (await exportsOf(gem))[0]?.releases ?? [];
    expect([releases.length, releases.at(-1)?.[0]]).toEqual([12, "1.19.0"]);
  });
});
