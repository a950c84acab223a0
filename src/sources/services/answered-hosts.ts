import type { FileFacts, ServiceReference } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource, SourceFile } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { hclHosts } from "./hcl-hosts.ts";
import { HostBag } from "./host-bag.ts";
import { yamlHosts } from "./yaml-hosts.ts";

const yaml = /\.ya?ml(?:\.(?:gotmpl|tpl|j2|erb))?$/i;
const hcl = /\.(?:tf|tfvars|tofu)$/i;
const cname = /(?:^|\/)CNAME$/;
const description = /(?:openapi|swagger)[\w.-]{0,40}\.json$/i;
const platform = /(?:^|\/)(?:fly|wrangler|netlify)\.toml$/;
const largest = 400_000;

/**
 * At which hosts the component that holds the file answers: ingresses, routes, gateways and services of Kubernetes, values of charts,
 * DNS records, load balancers and distributions of Terraform, CNAME files, servers of API descriptions, names at hosting platforms.
 */
export const answeredHosts: FileSource = {
  id: "answered-hosts",
  version: 1,
  endings: [
    "yml",
    "yaml",
    "gotmpl",
    "tpl",
    "j2",
    "erb",
    "tf",
    "tfvars",
    "tofu",
    "cname",
    "json",
    "toml",
  ],
  detect: (path) => (isRead(path) && !isForeignPath(path) && !isTestPath(path) ? "head" : "none"),
  read: readHosts,
  readServices: readHosts,
};

function readHosts({ path, text }: SourceFile): FileFacts {
  if (text.length > largest) return {};
  const bag = new HostBag();
  if (cname.test(path)) bag.add(text.trim().split(/\s/)[0] ?? "", 1, { text: "CNAME" });
  else if (hcl.test(path)) hclHosts(text, bag);
  else if (yaml.test(path)) yamlHosts(path, text, bag);
  else if (description.test(path)) serversInJson(text, bag);
  else platformHosts(text, bag);
  return factsOf(bag.references());
}

function isRead(path: string): boolean {
  if (/(?:^|\/)(?:\.github\/(?!workflows\/)|locales?\/|i18n\/|translations?\/)/.test(path))
    return false;
  return [yaml, hcl, cname, description, platform].some((pattern) => pattern.test(path));
}

function factsOf(services: readonly ServiceReference[]): FileFacts {
  return services.length === 0 ? {} : { services };
}

const server = /"url"\s{0,5}:\s{0,5}"(https?:\/\/[^"\s]{1,200})"/g;

function serversInJson(text: string, bag: HostBag): void {
  const start = text.indexOf('"servers"');
  if (start < 0) return;
  const list = text.slice(start, start + 2_000);
  const end = list.indexOf("]");
  for (const [, url = ""] of list.slice(0, end < 0 ? undefined : end).matchAll(server))
    bag.addUrl(url, 1, true);
}

function platformHosts(text: string, bag: HostBag): void {
  const app = /^app\s{0,5}=\s{0,5}["']([a-z0-9-]{1,60})["']/m.exec(text)?.[1];
  if (app !== undefined) bag.add(`${app}.fly.dev`, 1, { text: "Fly application" });
  for (const [, host = ""] of text.matchAll(/\bpattern\s{0,5}=\s{0,5}["']([a-z0-9.-]{1,200})/g))
    bag.add(host, 1, { text: "route" });
}
