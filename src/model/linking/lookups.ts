import { folderOf } from "../units.ts";
import { gradleSources } from "./gradle-builds.ts";
import { gradleLookup } from "./gradle-names.ts";
import { mavenLookup } from "./maven-poms.ts";
import { sbtLookup } from "./sbt-builds.ts";
import { msbuildLookup } from "./msbuild.ts";
import type { LookupOf } from "./repository-view.ts";
import { takenInBy } from "./taken-in.ts";
import { fluxLookup } from "./flux.ts";
import { libraryLookup } from "./jenkins.ts";
import { terraformLookup } from "./terraform.ts";

/** The file itself, then files of these sources in its folder and in those above it. */
export function nearestOf(...sources: readonly string[]): LookupOf {
  const wanted = new Set(sources);
  return (file, view) => {
    const above = [...view.definingAbove(folderOf(file.path))];
    return view.lookupIn([file, ...above.filter((one) => wanted.has(one.source))]);
  };
}

/** The file itself, then those that it takes in. */
export const includedOf: LookupOf = (file, view) => view.lookupIn(takenInBy(file, view));

/** By source: a source without an entry looks in its own file only. */
export const lookups: ReadonlyMap<string, LookupOf> = new Map<string, LookupOf>([
  ["npm-package-json", nearestOf("npm-package-json", "npm-workspace-list")],
  ["python-requirements", includedOf],
  ["python-pyproject", includedOf],
  ["python-setup-cfg", includedOf],
  ["python-setup-py", includedOf],
  ["msbuild", msbuildLookup],
  ["paket-references", nearestOf("paket-dependencies")],
  ["ruby-gemspec", includedOf],
  ["rust-cargo-toml", nearestOf("rust-cargo-toml")],
  ["maven", mavenLookup],
  ["sbt", sbtLookup],
  ...[...gradleSources].map((source) => [source, gradleLookup] as const),
  ["terraform", terraformLookup],
  ["jenkins-pipeline", libraryLookup],
  ["kubernetes-applications", fluxLookup],
]);
