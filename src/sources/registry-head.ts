import type { FileSource, TreeSource } from "#evidence/source.ts";
import { bulkChangeTools } from "./automation/bulk-change-tools.ts";
import { pipelineJobs } from "./automation/pipeline-jobs.ts";
import { updateBots } from "./automation/update-bots.ts";
import { backstageCatalogue } from "./catalogue/backstage.ts";
import { compassCatalogue } from "./catalogue/compass.ts";
import { ownerLabels } from "./catalogue/owner-labels.ts";
import { repositoryLists } from "./catalogue/repository-lists.ts";
import {
  cortexDescriptor,
  datadogDescriptor,
  opslevelDescriptor,
  portDescriptor,
} from "./catalogue/service-descriptors.ts";
import { code } from "./code/code-source.ts";
import { decisionRecords } from "./decisions/decision-records.ts";
import { crateDocs } from "./documents/crate-docs.ts";
import { documentationTree } from "./documents/documentation-tree.ts";
import { documents } from "./documents/documents.ts";
import { licenceFiles } from "./licences/licence-files.ts";
import { builtFolders } from "./manifests/built-folders.ts";
import { workspaceMembers } from "./manifests/workspace-members.ts";
import { objectiveDocuments } from "./objectives/objective-documents.ts";
import { codeowners } from "./ownership/codeowners.ts";
import { answeredHosts } from "./services/answered-hosts.ts";
import { composeFiles } from "./services/compose.ts";
import { environmentFiles, helmValues } from "./services/deployment-settings.ts";
import { pactContracts } from "./services/pact.ts";
import { runtimeFiles } from "./runtimes/runtime-files.ts";
import { appManifests } from "./surface/app-manifests.ts";
import { containerFiles } from "./surface/container-files.ts";
import { contracts } from "./surface/contracts.ts";
import { dotnetShape } from "./surface/dotnet-shape.ts";
import { frameworks } from "./surface/framework-source.ts";
import { gradleShape } from "./surface/gradle-shape.ts";
import { mavenShape } from "./surface/maven-shape.ts";
import { mobileShape } from "./surface/mobile-shape.ts";
import { playRoutes } from "./surface/play-routes.ts";
import { publishingCommands } from "./surface/publishing-commands.ts";
import { frontTree } from "./surface/front-tree.ts";
import { npmPurpose } from "./surface/npm-package.ts";
import { npmPublishing } from "./surface/npm-publishing.ts";
import { manifestShapes } from "./surface/manifest-shapes.ts";
import { publicHosts } from "./surface/public-hosts.ts";
import { publishingSteps } from "./surface/publishing-steps.ts";
import { releaseFiles } from "./surface/release-files.ts";
import { repositoryShape } from "./surface/repository-shape.ts";
import { routeFiles } from "./surface/route-files.ts";
import { sbtShape } from "./surface/sbt-shape.ts";
import { treeMarks } from "./surface/tree-marks.ts";
import { reusableWorkflows } from "./surface/workflows.ts";

/** Sources that read what is there besides manifests. A published catalogue is added by configuration. */
export const headSources: readonly FileSource[] = [
  codeowners,
  backstageCatalogue,
  compassCatalogue,
  opslevelDescriptor,
  cortexDescriptor,
  datadogDescriptor,
  portDescriptor,
  repositoryLists,
  ownerLabels,
  documents,
  crateDocs,
  decisionRecords,
  code,
  answeredHosts,
  composeFiles,
  environmentFiles,
  helmValues,
  pactContracts,
  objectiveDocuments,
  contracts,
  frameworks,
  npmPurpose,
  npmPublishing,
  appManifests,
  routeFiles,
  manifestShapes,
  containerFiles,
  publishingSteps,
  releaseFiles,
  publicHosts,
  reusableWorkflows,
  gradleShape,
  mavenShape,
  sbtShape,
  dotnetShape,
  mobileShape,
  playRoutes,
  publishingCommands,
  runtimeFiles,
  workspaceMembers,
  builtFolders,
  licenceFiles,
  updateBots,
  pipelineJobs,
  bulkChangeTools,
];

export const treeSources: readonly TreeSource[] = [
  treeMarks,
  frontTree,
  repositoryShape,
  documentationTree,
];
