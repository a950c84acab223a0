import type { FileSource } from "#evidence/source.ts";
import { packageJson } from "./npm/package-json.ts";
import { npmWorkspaceLists } from "./npm/workspace-lists.ts";
import { gemfile } from "./ruby/gemfile.ts";
import { gemspec } from "./ruby/gemspec.ts";
import { rubyVersionFile } from "./ruby/version-file.ts";

/** Manifests of language ecosystems' package managers: what a repository publishes and what it builds on. */
export const packageManifestSources: readonly FileSource[] = [
  packageJson,
  npmWorkspaceLists,
  gemfile,
  gemspec,
  rubyVersionFile,
];
