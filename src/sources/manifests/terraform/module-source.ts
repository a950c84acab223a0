import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import type { CollectedFacts, Use } from "../collected-facts.ts";
import { parseGitLocation } from "../git-location.ts";
import { baseName, pathTarget } from "../manifest-path.ts";
import { withoutTrailingSlashes } from "../trailing-slashes.ts";

const registryModule =
  /^(?:([\w.-]{1,200}\.[\w-]{1,60}(?::\d{1,5})?)\/)?([\w-]{1,100})\/([\w-]{1,100})\/([\w-]{1,100})(?:\/\/(.{1,300}))?$/;
const providerAddress = /^(?:([\w.-]{1,200}\.[\w-]{1,60})\/)?([\w-]{1,100})\/([\w-]{1,100})$/;
const publicRegistry = "registry.terraform.io";

/** A module's `source`: a folder, a registry's `namespace/name/provider`, a git address; null when none of these. */
export function useModule(
  facts: CollectedFacts,
  source: string,
  path: string,
  use: Pick<Use, "line" | "scope" | "constraint">,
): boolean {
  if (/^\.\.?(?:\/|$)/.test(source)) {
    const target = pathTarget(path, source);
    if ("localPath" in target)
      facts.use("github", `${ownOwner}/${ownRepository}`, {
        ...use,
        ...target,
        ...(target.localPath === "." ? {} : { subpath: target.localPath }),
      });
    else facts.use("generic", baseName(withoutTrailingSlashes(source)), { ...use, ...target });
    return true;
  }
  const git = parseGitLocation(source);
  if (git !== null) {
    const { type, name, ...parts } = git;
    facts.use(type, name, { ...use, ...parts });
    return true;
  }
  const [whole, host, namespace = "", name = "", provider = "", subpath] =
    registryModule.exec(source) ?? [];
  if (whole === undefined) return false;
  facts.use("terraform", provider, {
    ...use,
    namespace: `${namespace}/${name}`,
    ...inRegistry(host),
    ...(subpath === undefined ? {} : { subpath }),
  });
  return true;
}

/** `required_providers`: two segments where a module has three. */
export function useProvider(
  facts: CollectedFacts,
  address: string,
  use: Pick<Use, "line" | "scope" | "constraint">,
): void {
  const [whole, host, namespace = "", type = ""] = providerAddress.exec(address) ?? [];
  if (whole !== undefined) facts.use("terraform", type, { ...use, namespace, ...inRegistry(host) });
}

function inRegistry(host: string | undefined): Pick<Use, "qualifiers" | "origin"> {
  if (host === undefined || host === publicRegistry) return {};
  return { qualifiers: { repository_url: host }, origin: host };
}
