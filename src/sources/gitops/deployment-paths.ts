import { isEnvironmentName } from "#evidence/environment-name.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import { splitName } from "./asked-versions.ts";
import { matchTemplate, type DeploymentPattern } from "./path-template.ts";

/** How a file of a deployment repository is read; `manifests` only where it holds a workload of Kubernetes. */
export type DeploymentFormat = "one-value" | "images" | "manifests";

export interface DeploymentPath {
  readonly format: DeploymentFormat;
  /** As the path says; null: the content has to. */
  readonly environment: string | null;
  readonly application: string | null;
  readonly key: string | null;
}

const valueFolder =
  /^(?:(?:app|application|deployed|service|container|docker|image)[-_])?(?:image[-_]?tags?|tags|versions|releases|revisions)$/i;
const valueExtension = /\.(?:txt|tag|version|ya?ml|json|env)$/i;
const yaml = /\.ya?ml$|(?:^|\/)Kustomization$/i;
/** Of JSON only what is called after versions and their values: everything else may be anything. */
const json =
  /(?:^|[/._-])(?:values|images?|image-?tags|tags|versions?|releases?|deployments?|environments?)(?:[._-][\w-]{1,60})?\.json$/i;
/** Folders that deployment repositories are made of: none of them is the name of an application. */
const structure =
  /^(?:overlays?|environments?|envs?|clusters?|apps?|applications?|charts?|helm|helmfiles?|deploy(?:ments?)?|k8s|kubernetes|kustomize|manifests?|argo-?cd|argo|flux|gitops|releases?|values|config|base|namespaces?|regions?|src|infra|infrastructure|\.{0,2})$/i;

/** No folder of code is called so. */
const onlyEnvironment =
  /^(?:production|prod|prd|live|pre-?production|pre-?prod|staging|stg|uat)(?:\d{1,3}|[-_.].{1,40})?$/i;

/** Files named after what they hold, not after the application. */
const isKindOfFile =
  /^(?:kustomization|application|application-?set|deployment|stateful-?set|daemon-?set|cron-?job|rollout|workload|release|helm-?release|images?|(?:.{1,30}[-_.])?patch(?:es)?(?:[-_.].{1,30})?)$/i;

/** Finds the files that say what is to run where. `patterns` come before detection. */
export function deploymentPathOf(
  path: string,
  patterns: readonly DeploymentPattern[],
): DeploymentPath | null {
  for (const pattern of patterns) {
    const parts = matchTemplate(pattern.path, path);
    if (parts === null) continue;
    return {
      format: pattern.key !== null || !yaml.test(path) ? "one-value" : "images",
      environment: parts.environment ?? pattern.environment,
      application: parts.application ?? pattern.application,
      key: pattern.key,
    };
  }
  if (path.length > 400 || isForeignPath(path) || isHidden(path)) return null;
  const segments = path.split("/");
  return oneValueFile(segments) ?? imagesFile(path, segments);
}

/** Argo CD reads one kind of hidden file. */
function isHidden(path: string): boolean {
  return path.startsWith(".") && !path.startsWith(".argocd-source");
}

/** `…/image-tags/ENVIRONMENT/APPLICATION` or `…/image-tags/APPLICATION/ENVIRONMENT`. */
function oneValueFile(segments: readonly string[]): DeploymentPath | null {
  if (segments.length < 3 || !valueFolder.test(segments.at(-3) ?? "")) return null;
  const file = segments.at(-1) ?? "";
  const stem = file.replace(valueExtension, "");
  if (stem === "" || /\.[a-z]{1,8}$/i.test(stem)) return null;
  const folder = segments.at(-2) ?? "";
  const format = "one-value" as const;
  if (isEnvironmentName(folder))
    return { format, environment: folder, application: stem, key: null };
  if (isEnvironmentName(stem)) return { format, environment: stem, application: folder, key: null };
  return null;
}

/** Helm values, Kustomize overlays, Argo CD applications and manifests of one environment. */
function imagesFile(path: string, segments: readonly string[]): DeploymentPath | null {
  if (!yaml.test(path) && !json.test(path)) return null;
  const folders = segments.slice(0, -1);
  const stem = (segments.at(-1) ?? "").replace(/\.(?:ya?ml|json)$/i, "");
  const source = /^\.argocd-source(?:-(.{1,100}))?$/.exec(stem);
  if (source !== null) return argoSource(source[1] ?? null, folders);
  const values = /^(?:(.{1,60})[-._])?values(?:[-._](.{1,60}))?$/i.exec(stem);
  const inName = values?.[2] ?? values?.[1] ?? stem;
  const environment = isEnvironmentName(inName)
    ? inName
    : (folders.findLast(isEnvironmentName) ?? null);
  const isArgo = folders.some((folder) => /argo/i.test(folder));
  if (environment === null && !isArgo) return byKeys(stem, folders);
  const isKnownKind = values !== null || /^kustomization$/i.test(stem) || isArgo;
  const isNameOfApplication =
    values === null && !isEnvironmentName(stem) && !isKindOfFile.test(stem);
  const application = isNameOfApplication ? stem : applicationFolder(folders);
  // "test", "dev" and "int" are also the names of ordinary folders: something else has to speak of deployments.
  const isInStructure = folders.some(
    (folder) => structure.test(folder) && !/^(?:src|config|base)$/i.test(folder),
  );
  if (isKnownKind || isInStructure)
    return { format: "images", environment, application, key: null };
  const isOnlyEnvironment = folders.some((folder) => onlyEnvironment.test(folder));
  return isOnlyEnvironment && yaml.test(path)
    ? { format: "manifests", environment, application, key: null }
    : null;
}

const environmentsFile =
  /^(?:environments?|envs?|versions|images|image[-_]?tags|tags|releases|deployments)$/i;

/** One file whose keys are environments, at the top or in a folder that speaks of deployments. */
function byKeys(stem: string, folders: readonly string[]): DeploymentPath | null {
  if (!environmentsFile.test(stem)) return null;
  if (folders.some((folder) => /^(?:src|config|\.{1,2})$/i.test(folder))) return null;
  const isNear = folders.length <= 1 || folders.some((folder) => structure.test(folder));
  if (!isNear) return null;
  return {
    format: "images",
    environment: null,
    application: applicationFolder(folders),
    key: null,
  };
}

/** `.argocd-source-APPLICATION.yaml`, which Image Updater writes beside what it overrides. */
function argoSource(name: string | null, folders: readonly string[]): DeploymentPath {
  const named = name === null ? null : splitName(name);
  return {
    format: "images",
    environment: named?.environment ?? folders.findLast(isEnvironmentName) ?? null,
    application: named?.application ?? applicationFolder(folders),
    key: null,
  };
}

function applicationFolder(folders: readonly string[]): string | null {
  return (
    folders.findLast((folder) => !isEnvironmentName(folder) && !structure.test(folder)) ?? null
  );
}
