import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { lineNumbers } from "#evidence/line-numbers.ts";
import { blankComments, enclosed } from "../balanced.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { baseName, folderOf, pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName } from "../package-marks.ts";
import { swiftPackage } from "./swift-name.ts";

const dependency = /\.(?:package|remote|local)\s{0,20}(?=\()/g;
/** Of Tuist; a target that only names a package's product uses no other one. */
const product = /^\(?\s{0,200}product\s{0,20}:/;
const argument = (name: string): RegExp =>
  new RegExp(`\\b${name}\\s{0,20}:\\s{0,20}"([^"\\n]{1,500})"`);
const url = argument("url");
const path = argument("path");
const id = argument("id");
const from = argument("from");
const exact = argument("exact");
const revision = /\brevision\s{0,20}[:(]\s{0,20}"([^"\n]{1,500})"/;
const range = /"([^"\n]{1,100})"\s{0,20}(\.\.[.<])\s{0,20}"([^"\n]{1,100})"/;
const packageName = /\bPackage\s{0,20}\(\s{0,200}name\s{0,20}:\s{0,20}"([^"\n]{1,200})"/;
const offeredProduct = /\.(?:library|plugin|executable)\s{0,20}\(/;
const tuist = /(?:^|\/)(?:Project|Tuist\/Dependencies)\.swift$/;
const mostDependencies = 1_000;

/**
 * Package.swift: https://docs.swift.org/package-manager/PackageDescription, and Project.swift and Dependencies.swift of Tuist, which
 * write `.remote(url:requirement:)` and `.local(path:)`. Packages are their repositories; only literals are read.
 */
export const packageSwift = manifestSource({
  id: "swift-package",
  version: 2,
  endings: ["swift"],
  matches: (base, file) => /^Package(?:@swift-[\d.]{1,20})?\.swift$/.test(base) || tuist.test(file),
  read(file) {
    const facts = new CollectedFacts();
    // Programs have files of these names as well.
    if (tuist.test(file.path) && !/\bimport\s{1,5}ProjectDescription\b/.test(file.text)) return {};
    const text = blankComments(file.text, "slashes");
    const lineOf = lineNumbers(text);
    const name = packageName.exec(text);
    const folder = folderOf(file.path);
    if (name !== null && offeredProduct.test(text))
      facts.offer("swift", `${ownOwner}/${ownRepository}`, {
        kind: kindOfName(name[1] ?? ""),
        line: lineOf(name.index),
        ...(folder === "" ? {} : { subpath: folder }),
      });
    for (const found of [...text.matchAll(dependency)].slice(0, mostDependencies)) {
      const call = enclosed(text, found.index + found[0].length);
      if (call !== null && !product.test(call.text))
        readDependency(facts, file.path, call.text, lineOf(found.index));
    }
    return facts.toFileFacts();
  },
});

function readDependency(facts: CollectedFacts, manifest: string, call: string, line: number): void {
  const local = path.exec(call)?.[1];
  const address = url.exec(call)?.[1];
  const registered = id.exec(call)?.[1];
  const common = { scope: "runtime", line, constraint: constraintOf(call) } as const;
  if (address !== undefined) {
    const named = swiftPackage(address);
    if (named !== null) facts.use("swift", named.name, { ...common, origin: named.origin });
    else facts.problem("unsupported", `a package's address is none: ${address}`, line);
  } else if (local !== undefined) {
    const target = pathTarget(manifest, local);
    const name = baseName("localPath" in target ? target.localPath : local);
    if (/\w/.test(name)) facts.use("swift", name, { ...common, constraint: null, ...target });
  } else if (registered !== undefined) facts.use("swift", registered.replace(".", "/"), common);
  else facts.problem("unsupported", "a package without a literal address or path", line);
}

function constraintOf(call: string): string | null {
  const minimum = from.exec(call)?.[1];
  if (minimum !== undefined) return /\.upToNextMinor/.test(call) ? `~> ${minimum}` : `^${minimum}`;
  const fixed = (exact.exec(call) ?? /\.exact\s{0,20}\(\s{0,20}"([^"\n]{1,100})"/.exec(call))?.[1];
  if (fixed !== undefined) return fixed;
  const [, low, operator, high] = range.exec(call) ?? [];
  if (low !== undefined) return `>=${low} ${operator === "..<" ? "<" : "<="}${high ?? ""}`;
  return revision.exec(call)?.[1] ?? null;
}
