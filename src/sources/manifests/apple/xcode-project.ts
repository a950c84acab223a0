import { CollectedFacts } from "../collected-facts.ts";
import { pathTarget, baseName, folderOf } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { swiftPackage } from "./swift-name.ts";

const references =
  /isa = (XCRemoteSwiftPackageReference|XCLocalSwiftPackageReference);([^]{0,1000}?)\n\t{0,5} {0,20}\};/g;
const setting = (name: string): RegExp => new RegExp(`\\b${name} = "?([^";\\n]{1,500})"?;`);
const address = setting("repositoryURL");
const relative = setting("relativePath");
const kind = setting("kind");
const minimum = setting("minimumVersion");
const maximum = setting("maximumVersion");
const fixed = setting("(?:version|revision)");

/** Packages that an Xcode project takes by itself, without a Package.swift. */
export const xcodeProject = manifestSource({
  id: "xcode-project",
  version: 1,
  endings: ["pbxproj"],
  matches: (base) => base === "project.pbxproj",
  read({ path, text }) {
    const facts = new CollectedFacts();
    // The project's folder ends in .xcodeproj; paths count from the one around it.
    const project = folderOf(path);
    for (const [, isa, body = ""] of text.matchAll(references)) {
      const common = { scope: "runtime", constraint: constraintOf(body) } as const;
      if (isa === "XCLocalSwiftPackageReference") {
        const written = relative.exec(body)?.[1];
        if (written === undefined) continue;
        const name = baseName(written);
        if (/\w/.test(name))
          facts.use("swift", name, { ...common, ...pathTarget(project, written) });
        continue;
      }
      const named = swiftPackage(address.exec(body)?.[1] ?? "");
      if (named !== null) facts.use("swift", named.name, { ...common, origin: named.origin });
    }
    return facts.toFileFacts();
  },
});

function constraintOf(body: string): string | null {
  const low = minimum.exec(body)?.[1];
  switch (kind.exec(body)?.[1] ?? "") {
    case "upToNextMajorVersion":
      return low === undefined ? null : `^${low}`;
    case "upToNextMinorVersion":
      return low === undefined ? null : `~> ${low}`;
    case "versionRange":
      return low === undefined ? null : `>=${low} <${maximum.exec(body)?.[1] ?? ""}`;
    case "exactVersion":
    case "revision":
      return fixed.exec(body)?.[1] ?? null;
    default:
      return null;
  }
}
