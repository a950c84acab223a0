import type { FileSource } from "#evidence/source.ts";
import { composeSource } from "./docker/compose.ts";
import { dockerfileSource } from "./docker/dockerfile.ts";
import { dotnetTools, globalJson } from "./dotnet/dotnet-tools.ts";
import { msbuildSource } from "./dotnet/msbuild.ts";
import { nuspecSource } from "./dotnet/nuspec.ts";
import { packagesConfigSource } from "./dotnet/packages-config.ts";
import { paketDependencies, paketReferences } from "./dotnet/paket.ts";
import { actionSource } from "./github-actions/action.ts";
import { workflowSource } from "./github-actions/workflow.ts";
import { gitlabSource } from "./gitlab/gitlab-ci.ts";
import { chartSource } from "./helm/chart.ts";
import { buildConstantsSource } from "./jvm/build-constants.ts";
import { gradlePropertiesSource } from "./jvm/gradle-properties.ts";
import { gradleSource } from "./jvm/gradle.ts";
import { mavenFolderSource } from "./jvm/maven-folder.ts";
import { mavenSource } from "./jvm/maven.ts";
import { pluginDescriptorSource } from "./jvm/plugin-descriptor.ts";
import { ivyXml } from "./jvm/ivy.ts";
import { sbtSource } from "./jvm/sbt.ts";
import { versionCatalogSource } from "./jvm/version-catalog.ts";
import { kustomizationSource } from "./kustomize/kustomization.ts";
import { submoduleSource } from "./submodules/gitmodules.ts";
import { terraformSource } from "./terraform/terraform.ts";

/** Manifests of the JVM, .NET, images, pipelines, charts and infrastructure; every one wants all of history. */
export const infrastructureManifestSources: readonly FileSource[] = [
  mavenSource,
  mavenFolderSource,
  gradleSource,
  gradlePropertiesSource,
  buildConstantsSource,
  pluginDescriptorSource,
  versionCatalogSource,
  sbtSource,
  ivyXml,
  msbuildSource,
  packagesConfigSource,
  dotnetTools,
  globalJson,
  nuspecSource,
  paketDependencies,
  paketReferences,
  dockerfileSource,
  composeSource,
  workflowSource,
  actionSource,
  gitlabSource,
  chartSource,
  terraformSource,
  kustomizationSource,
  submoduleSource,
];
