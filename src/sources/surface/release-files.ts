import type { FileSource } from "#evidence/source.ts";
import { MarkCounter } from "./marks.ts";
import { isOwnPath } from "./sample-folders.ts";

const goreleaser = /(?:^|\/)\.?goreleaser[\w.-]{0,40}\.ya?ml$/;
const pluginReadme = /(?:^|\/)readme\.txt$/i;
const nextcloud = /(?:^|\/)appinfo\/info\.xml$/;

/** Sections of GoReleaser, and what people get from them. */
const sections: ReadonlyMap<string, string> = new Map([
  ["brews", "Homebrew"],
  ["homebrew_casks", "Homebrew"],
  ["nfpms", "Linux packages"],
  ["snapcrafts", "Snap Store"],
  ["winget", "winget"],
  ["scoop", "Scoop"],
  ["scoops", "Scoop"],
  ["chocolateys", "Chocolatey"],
  ["aurs", "Arch user repository"],
  ["nix", "Nix"],
  ["msi", "Windows installer"],
  ["dmg", "macOS disk image"],
  ["app_bundles", "macOS application"],
  ["dockers", "container image for users"],
  ["dockers_v2", "container image for users"],
  ["kos", "container image for users"],
]);

/** Files that say how people get a program: GoReleaser's, WordPress' `readme.txt`, Nextcloud's `appinfo/info.xml`. */
export const releaseFiles: FileSource = {
  id: "release-files",
  version: 1,
  tellsOfItsFolder: true,
  detect: (path) =>
    (goreleaser.test(path) || pluginReadme.test(path) || nextcloud.test(path)) && isOwnPath(path)
      ? "head"
      : "none",
  read: ({ path, text }) => {
    const counter = new MarkCounter();
    if (goreleaser.test(path)) {
      counter.add("publishes", "GitHub releases");
      for (const [, section = ""] of text.matchAll(/^(\w{2,20}):/gm)) {
        const shop = sections.get(section);
        if (shop !== undefined) counter.add("distribution", shop);
      }
    } else if (nextcloud.test(path)) {
      if (/<info\b/.test(text) && /<id>/.test(text)) {
        counter.add("library-shape", "Nextcloud app");
        counter.add("distribution", "Nextcloud app store");
      }
    } else if (/^Stable tag:/im.test(text) && /^Requires at least:/im.test(text))
      counter.add("distribution", "WordPress plugin directory");
    const surface = counter.marks();
    return surface.length === 0 ? {} : { surface };
  },
};
