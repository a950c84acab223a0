import type { FileSource } from "#evidence/source.ts";
import { cartfile } from "./apple/cartfile.ts";
import { packageSwift } from "./apple/package-swift.ts";
import { podfile, podspec, podspecJson } from "./apple/podfile.ts";
import { xcodeProject } from "./apple/xcode-project.ts";
import { moduleBazel } from "./bazel/module-bazel.ts";
import { erlangMk } from "./beam/erlang-mk.ts";
import { mixExs } from "./beam/mix-exs.ts";
import { appSrc, rebarConfig } from "./beam/rebar-config.ts";
import { pubspec } from "./dart/pubspec.ts";
import { goMod } from "./go/go-mod.ts";
import { goTools } from "./go/go-tools.ts";
import { cabal } from "./haskell/cabal.ts";
import { hpack } from "./haskell/hpack.ts";
import { bowerJson } from "./npm/bower-json.ts";
import { denoJson } from "./npm/deno-json.ts";
import { packageJson } from "./npm/package-json.ts";
import { npmWorkspaceLists } from "./npm/workspace-lists.ts";
import { composerJson } from "./php/composer-json.ts";
import { condaEnvironment } from "./python/conda-environment.ts";
import { constraintsTxt } from "./python/constraints-txt.ts";
import { pipfile } from "./python/pipfile.ts";
import { pyprojectToml } from "./python/pyproject-toml.ts";
import { requirementsTxt } from "./python/requirements-txt.ts";
import { setupCfg } from "./python/setup-cfg.ts";
import { setupPy } from "./python/setup-py.ts";
import { toxIni } from "./python/tox-ini.ts";
import { gemfile } from "./ruby/gemfile.ts";
import { gemspec } from "./ruby/gemspec.ts";
import { rubyVersionFile } from "./ruby/version-file.ts";
import { cargoToml } from "./rust/cargo-toml.ts";
import { scriptDependencies } from "./scripts/script-dependencies.ts";
import { preCommit } from "./tooling/pre-commit.ts";
import { renovate } from "./tooling/renovate.ts";
import { updatecliSource } from "./tooling/updatecli.ts";
import { versionText } from "./version-text.ts";

/** Manifests of language ecosystems' package managers: what a repository publishes and what it builds on. */
export const packageManifestSources: readonly FileSource[] = [
  packageJson,
  npmWorkspaceLists,
  denoJson,
  bowerJson,
  gemfile,
  gemspec,
  rubyVersionFile,
  requirementsTxt,
  constraintsTxt,
  pyprojectToml,
  setupCfg,
  setupPy,
  pipfile,
  toxIni,
  condaEnvironment,
  versionText,
  composerJson,
  cargoToml,
  goMod,
  goTools,
  packageSwift,
  xcodeProject,
  cartfile,
  podfile,
  podspec,
  podspecJson,
  pubspec,
  mixExs,
  rebarConfig,
  appSrc,
  erlangMk,
  cabal,
  hpack,
  moduleBazel,
  scriptDependencies,
  renovate,
  updatecliSource,
  preCommit,
];
