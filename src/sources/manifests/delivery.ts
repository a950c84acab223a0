import type { FileSource } from "#evidence/source.ts";
import { magefileSource } from "./commands/magefile.ts";
import { scriptInstallsSource } from "./commands/script-installs.ts";
import { ansibleSource } from "./configuration-management/ansible.ts";
import { chefSource } from "./configuration-management/chef.ts";
import { puppetSource } from "./configuration-management/puppet.ts";
import { bakeSource } from "./docker/bake.ts";
import { devcontainerSource } from "./docker/devcontainer.ts";
import { imageBuildersSource } from "./docker/image-builders.ts";
import { makefileSource } from "./docker/makefile.ts";
import { projectTemplateSource } from "./git-references/project-templates.ts";
import { remotePartsSource } from "./git-references/remote-parts.ts";
import { repositoryManifestSource } from "./git-references/repository-manifest.ts";
import { vendoredSourcesSource } from "./git-references/vendored-sources.ts";
import { helmfileSource } from "./helm/helmfile.ts";
import { helmImagesSource } from "./helm/values-images.ts";
import { controllerConfigurationSource } from "./jenkins/controller-configuration.ts";
import { jenkinsfileSource } from "./jenkins/jenkinsfile.ts";
import { applicationsSource } from "./kubernetes/applications.ts";
import { packerSource } from "./packer/packer.ts";
import { azurePipelinesSource } from "./pipelines/azure-pipelines.ts";
import { bitbucketSource } from "./pipelines/bitbucket.ts";
import { buildkiteSource } from "./pipelines/buildkite.ts";
import { circleSource } from "./pipelines/circleci.ts";
import { concourseSource, droneSource } from "./pipelines/container-pipelines.ts";
import { travisSource } from "./pipelines/travis.ts";

/** Pipelines besides those of the forges, what they build and install, and references to repositories by their address. */
export const deliveryManifestSources: readonly FileSource[] = [
  azurePipelinesSource,
  jenkinsfileSource,
  controllerConfigurationSource,
  circleSource,
  buildkiteSource,
  bitbucketSource,
  droneSource,
  concourseSource,
  travisSource,
  projectTemplateSource,
  repositoryManifestSource,
  vendoredSourcesSource,
  remotePartsSource,
  bakeSource,
  devcontainerSource,
  imageBuildersSource,
  makefileSource,
  magefileSource,
  scriptInstallsSource,
  helmfileSource,
  helmImagesSource,
  applicationsSource,
  ansibleSource,
  puppetSource,
  chefSource,
  packerSource,
];
