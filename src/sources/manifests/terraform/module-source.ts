import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import type { CollectedFacts, Use } from "../collected-facts.ts";
import { parseImageReference } from "../docker/image-reference.ts";
import { useRepository } from "../git-use.ts";
import { baseName, pathTarget } from "../manifest-path.ts";
import { withoutTrailingSlashes } from "../trailing-slashes.ts";
import { withoutFunctions } from "./terragrunt-paths.ts";

const registryModule =
  /^(?:([\w.-]{1,200}\.[\w-]{1,60}(?::\d{1,5})?)\/)?([\w-]{1,100})\/([\w-]{1,100})\/([\w-]{1,100})(?:\/\/(.{1,300}))?$/;
const providerAddress = /^(?:([\w.-]{1,200}\.[\w-]{1,60})\/)?([\w-]{1,100})\/([\w-]{1,100})$/;
const publicRegistries = new Set(["registry.terraform.io", "registry.opentofu.org"]);
const bucket = /^(?:s3|gcs|hg)::|\.s3[.-]|storage\.googleapis\.com/;
const packed = /^https?:\/\/[^?#]{1,500}\.(?:zip|tar|tgz|tar\.gz|tar\.bz2|tar\.xz)(?:\/\/|[?#]|$)/;
/** `${local.base}`, `${include.common.base}//queue?ref=v2`: the address stands in another file, the rest here. */
const elsewhere =
  /^\$\{((?:local|include)\.[\w.-]{1,200})\}(?:\/\/[^?${}]{1,300})?(?:\?ref=([^&\s]{1,200}))?$/;

type ModuleUse = Pick<Use, "line" | "scope" | "constraint">;

/**
 * A module's `source` with what the file knows put in: a folder, a registry's `namespace/name/provider`, `tfr://`, `oci://`
 * or git address; null when none of these, or a sentence on why its repository cannot be known.
 */
export function useModule(
  facts: CollectedFacts,
  written: string,
  path: string,
  use: ModuleUse,
): string | null {
  const { source, isFromRoot } = withoutFunctions(written);
  if (/^\.\.?(?:\/|$)/.test(source)) {
    useFolder(facts, source, isFromRoot ? "" : path, use);
    return null;
  }
  const [stands, name, ref] = elsewhere.exec(source) ?? [];
  if (stands !== undefined && name !== undefined) {
    facts.use("generic", name, {
      ...use,
      constraint: use.constraint ?? ref ?? null,
      reference: name,
    });
    return null;
  }
  if (bucket.test(source)) return "module from a bucket: its repository is unknown";
  const plain = source.replace(/^git::/, "");
  if (plain === source && packed.test(source) && !isOnForge(source))
    return "module from an archive: its repository is unknown";
  if (/\$\{/.test(source.replace(/\?.*/s, "")))
    return "module source depends on what is known when it is run";
  if (source.startsWith("oci://")) return useOci(facts, source, use);
  if (useRepository(facts, plain, use)) return null;
  return useRegistry(facts, source, use);
}

function useFolder(facts: CollectedFacts, source: string, path: string, use: ModuleUse): void {
  const target = pathTarget(path, source.replace(/\?.*/s, ""));
  if ("localPath" in target)
    facts.use("github", `${ownOwner}/${ownRepository}`, {
      ...use,
      ...target,
      ...(target.localPath === "." ? {} : { subpath: target.localPath }),
    });
  else facts.use("generic", baseName(withoutTrailingSlashes(source)), { ...use, ...target });
}

/** `tfr://host/namespace/name/provider//folder?version=1.2.3`; without a host the public registry. */
function useRegistry(facts: CollectedFacts, source: string, use: ModuleUse): string | null {
  const [address = "", query = ""] = source.replace(/^tfr:\/\/\/?/, "").split("?", 2);
  const [whole, host, namespace = "", name = "", provider = "", subpath] =
    registryModule.exec(address) ?? [];
  if (whole === undefined) return "module source is no literal folder, registry or git address";
  facts.use("terraform", provider, {
    ...use,
    constraint: use.constraint ?? /(?:^|&)version=([^&]{1,100})/.exec(query)?.[1] ?? null,
    namespace: `${namespace}/${name}`,
    ...inRegistry(host),
    ...(subpath === undefined ? {} : { subpath }),
  });
  return null;
}

/** OpenTofu: `oci://registry/path//folder?tag=1.2.3`. */
function useOci(facts: CollectedFacts, source: string, use: ModuleUse): string | null {
  const [address = "", query = ""] = source.slice("oci://".length).split("?", 2);
  const [repository = "", subpath] = address.split("//", 2);
  const image = parseImageReference(repository);
  if (image === null) return "module source is no address of a registry";
  const tag = /(?:^|&)(?:tag|digest)=([^&]{1,200})/.exec(query)?.[1] ?? null;
  facts.use("docker", image.name, {
    ...use,
    constraint: tag,
    ...(image.registry === null
      ? {}
      : { qualifiers: { repository_url: image.registry }, origin: image.registry }),
    ...(subpath === undefined ? {} : { subpath }),
  });
  return null;
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

function isOnForge(source: string): boolean {
  return /^https?:\/\/(?:www\.|codeload\.)?(?:github\.com|gitlab\.com)\/|\/-\/archive\//.test(
    source,
  );
}

function inRegistry(host: string | undefined): Pick<Use, "qualifiers" | "origin"> {
  if (host === undefined || publicRegistries.has(host)) return {};
  return { qualifiers: { repository_url: host }, origin: host };
}
