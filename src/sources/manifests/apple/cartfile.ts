import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { hostedOrigin } from "../origin.ts";
import { swiftPackage } from "./swift-name.ts";

const entry = /^\s{0,20}(github|git)\s{1,20}"([^"\n]{1,300})"\s{0,20}([^#\n]{0,100})/;

/** Cartfile of Carthage: repositories and their versions. */
export const cartfile = manifestSource({
  id: "carthage-cartfile",
  version: 1,
  endings: ["cartfile", "private"],
  matches: (base) => base === "Cartfile" || base === "Cartfile.private",
  read({ path, text }) {
    const facts = new CollectedFacts();
    const scope = path.endsWith(".private") ? "development" : "runtime";
    for (const [index, line] of text.split("\n").entries()) {
      const [, kind, place = "", version = ""] = entry.exec(line) ?? [];
      if (kind === undefined) continue;
      const url = kind === "github" ? hostedOrigin("github", place) : place;
      const named = swiftPackage(url ?? "");
      if (named === null) continue;
      const constraint = version.replaceAll('"', "").trim();
      facts.use("swift", named.name, {
        scope,
        line: index + 1,
        constraint: constraint === "" ? null : constraint,
        origin: named.origin,
      });
    }
    return facts.toFileFacts();
  },
});
