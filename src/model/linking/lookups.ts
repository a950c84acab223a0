import type { FileHistory } from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import type { Lookup } from "./expand.ts";
import type { RepositoryView } from "./repository-view.ts";
import { fluxLookup } from "./flux.ts";
import { libraryLookup } from "./jenkins.ts";
import { terraformLookup } from "./terraform.ts";

/** Where files of one kind look for what is defined around them, as their tool does. */
export type LookupOf = (file: FileHistory, view: RepositoryView, all: AllViews) => Lookup;

/** Views of every repository read, for what is inherited across them. */
export type AllViews = readonly RepositoryView[];

/** The file itself, then files of these sources in its folder and in those above it. */
export function nearestOf(...sources: readonly string[]): LookupOf {
  const wanted = new Set(sources);
  return (file, view) => {
    const above = [...view.definingAbove(folderOf(file.path))];
    return view.lookupIn([file, ...above.filter((one) => wanted.has(one.source))]);
  };
}

/** By source: a source without an entry looks in its own file and in what it takes in. */
export const lookups: ReadonlyMap<string, LookupOf> = new Map<string, LookupOf>([
  ["npm-package-json", nearestOf("npm-package-json", "npm-workspace-list")],
  ["rust-cargo-toml", nearestOf("rust-cargo-toml")],
  ["terraform", terraformLookup],
  ["jenkins-pipeline", libraryLookup],
  ["kubernetes-applications", fluxLookup],
]);
