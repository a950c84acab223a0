import { parseGitLocation } from "../manifests/git-location.ts";
import { withoutTrailingSlashes } from "../manifests/trailing-slashes.ts";
import { field } from "../untrusted-value.ts";
import { failsafeYaml } from "./failsafe-yaml.ts";
import { jsonReader } from "./json-grammar.ts";
import { lineReader } from "./line-grammar.ts";
import type { LockReader } from "./segment-grammar.ts";
import type { LockSink } from "./lock-sink.ts";
import { listOf, yamlReader } from "./yaml-reader.ts";

/** Chart.lock (Helm): the charts that a chart depends on, by name and by the index they come from. */
export const chartLock = yamlReader(readCharts);

function readCharts(root: Record<string, unknown>, sink: LockSink): void {
  for (const held of listOf(field(root, "dependencies"))) {
    const [name, version, written] = [
      field(held, "name"),
      field(held, "version"),
      field(held, "repository"),
    ];
    if (typeof name !== "string") continue;
    const repository = typeof written === "string" ? withoutTrailingSlashes(written.trim()) : "";
    if (repository.startsWith("file:")) continue;
    sink.add("helm", name, version);
    if (!/^[a-z]{1,10}:\/\//.test(repository)) continue;
    // Addresses may carry a password.
    const address = repository.replace(/^([a-z]{1,10}:\/\/)[^/@]{0,300}@/i, "$1").slice(0, 300);
    sink.add("helm", name, version, { parts: { qualifiers: { repository_url: address } } });
  }
}

const pinned = /^([A-Za-z0-9][\w.-]{0,200})(?:\[[^\]]{0,300}\])?={2,3}([^\s;\\]{1,200})/;

/** requirements.lock: of Helm's first format, or of a Python project (rye), which pins as pip writes it. */
export const requirementsLock: LockReader = {
  read: (text, sink) => {
    if (/^dependencies:/m.test(text)) {
      readCharts(failsafeYaml(text), sink);
      return;
    }
    for (const line of text.split("\n")) {
      const [, name, version] = pinned.exec(line) ?? [];
      if (name !== undefined) sink.add("pypi", name, version);
    }
  },
  grammarOf: () => null,
};

const provider =
  /^provider "(?:([\w.-]{1,200}\.[\w-]{1,60}(?::\d{1,5})?)\/)?([\w-]{1,100})\/([\w-]{1,100})" \{/;
const providerVersion = /^ {1,8}version {0,20}= {0,20}"([^"]{1,200})"/;
const publicRegistries: ReadonlySet<string> = new Set([
  "registry.terraform.io",
  "registry.opentofu.org",
]);

/** .terraform.lock.hcl: providers by the address of their registry. Modules are not locked. */
export const terraformLock = lineReader(".terraform.lock.hcl", {
  initial: "",
  depth: 1,
  readLine: (line, context, sink) => {
    const [, host = "", namespace, type] = provider.exec(line) ?? [];
    if (namespace !== undefined) return [host, namespace, type].join(" ");
    if (line.startsWith("}")) return "";
    const version = context === "" ? undefined : providerVersion.exec(line)?.[1];
    if (version === undefined) return context;
    const [registry = "", owner = "", name = ""] = context.split(" ");
    const isPublic = registry === "" || publicRegistries.has(registry);
    sink.add("terraform", name, version, {
      parts: {
        namespace: owner,
        ...(isPublic ? {} : { qualifiers: { repository_url: registry } }),
      },
    });
    return context;
  },
  sortKey: (line) => line,
});

const tagLike = /^v?\d+(?:\.\d+)+/;
const forges: ReadonlyMap<unknown, string> = new Map([
  ["github", "github.com"],
  ["gitlab", "gitlab.com"],
]);

/** flake.lock (Nix): inputs by the repository they come from; the tag that was asked for, else the commit. */
export const flakeLock = jsonReader({
  isSection: (name) => name === "nodes",
  readEntry: (_section, _key, value, sink) => {
    const [type, owner, repo, address, host] = ["type", "owner", "repo", "url", "host"].map((key) =>
      field(value, "locked", key),
    );
    const forge = typeof host === "string" ? host : forges.get(type);
    const location =
      typeof owner === "string" && typeof repo === "string" && forge !== undefined
        ? `https://${forge}/${owner}/${repo}`
        : address;
    const found =
      type !== "path" && typeof location === "string" ? parseGitLocation(location) : null;
    if (found === null) return;
    const ref = field(value, "original", "ref");
    const isTag = typeof ref === "string" && tagLike.test(ref.replace("refs/tags/", ""));
    const { name, namespace, qualifiers } = found;
    sink.add(
      found.type,
      name,
      isTag ? ref.replace("refs/tags/", "") : field(value, "locked", "rev"),
      {
        parts: {
          ...(namespace === undefined ? {} : { namespace }),
          ...(qualifiers === undefined ? {} : { qualifiers }),
        },
      },
    );
  },
});
