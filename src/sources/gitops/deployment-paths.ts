import { isEnvironmentName } from "#evidence/environment-name.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import { matchTemplate, type DeploymentPattern } from "./path-template.ts";

/** How a file of a deployment repository is read. */
export type DeploymentFormat = "one-value" | "images";

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
const yaml = /\.ya?ml$/i;
/** Folders that deployment repositories are made of: none of them is the name of an application. */
const structure =
  /^(?:overlays?|environments?|envs?|clusters?|apps?|applications?|charts?|helm|helmfiles?|deploy(?:ments?)?|k8s|kubernetes|kustomize|manifests?|argo-?cd|argo|flux|gitops|releases?|values|config|base|namespaces?|regions?|src|infra|infrastructure|\.{0,2})$/i;

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
  if (path.length > 400 || isForeignPath(path) || path.startsWith(".")) return null;
  const segments = path.split("/");
  return oneValueFile(segments) ?? imagesFile(path, segments);
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
  if (!yaml.test(path)) return null;
  const folders = segments.slice(0, -1);
  const stem = (segments.at(-1) ?? "").replace(yaml, "");
  const values = /^(?:(.{1,60})[-._])?values(?:[-._](.{1,60}))?$/i.exec(stem);
  const inName = values?.[2] ?? values?.[1] ?? stem;
  const environment = isEnvironmentName(inName)
    ? inName
    : (folders.findLast(isEnvironmentName) ?? null);
  const isArgo = folders.some((folder) => /argo/i.test(folder));
  if (environment === null && !isArgo) return null;
  const isKnownKind = values !== null || /^kustomization$/i.test(stem) || isArgo;
  // "test", "dev" and "int" are also the names of ordinary folders: something else has to speak of deployments.
  if (
    !isKnownKind &&
    !folders.some((folder) => structure.test(folder) && !/^(?:src|config|base)$/i.test(folder))
  )
    return null;
  const isNameOfApplication =
    values === null &&
    !isEnvironmentName(stem) &&
    !/^(?:kustomization|application|deployment|release|helm-?release|images?)$/i.test(stem);
  const application = isNameOfApplication
    ? stem
    : (folders.findLast((folder) => !isEnvironmentName(folder) && !structure.test(folder)) ?? null);
  return { format: "images", environment, application, key: null };
}
