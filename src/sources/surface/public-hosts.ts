import type { FileFacts } from "#evidence/facts.ts";
import type { FileSource } from "#evidence/source.ts";
import { MarkCounter } from "./marks.ts";
import { isOwnPath } from "./sample-folders.ts";

const hostFile = /(?:^|\/)(?:CNAME|app\.json|vercel\.json|now\.json|wrangler\.toml|fly\.toml)$/;
const deployed =
  /(?:^|\/)(?:values[\w.-]{0,60}|[\w.-]{0,60}ingress[\w.-]{0,60}|manifest[\w.-]{0,40})\.ya?ml$|(?:^|\/)(?:k8s|kube|kubernetes|helm\w{0,20}|charts?|deploy\w{0,20}|manifests|openshift|overlays|kustomize)\/(?:[^/]{1,100}\/){0,6}[^/]{1,120}\.ya?ml$/;
/** Charts' templates hold no host, only the places for it. */
const template = /(?:^|\/)templates\//;
const argo =
  /(?:^|\/)(?:argo\w{0,20}|appsets?|flux\w{0,20}|gitops|clusters?|applications?|apps|releases|environments?|fleet|tenants)\/(?:[^/]{1,100}\/){0,6}[^/]{1,120}\.ya?ml$/;

const program =
  /^(?:[\w-]{0,60}-)?(?:apis?|graphql|grpc|rpc|webhooks?|metrics|prometheus|grafana|registry|vault|argocd|jenkins|ci|git|docs?|developers?|storybook|alerts?manager|kibana|status|health|cdn|assets|static|s3|smtp|mail|db|postgres|redis)(?:-[\w-]{1,60})?$/;
const environment =
  /(?:^|[-.])(?:dev\d{0,2}|devel|development|stag(?:e|ing)?\d{0,2}|stg|tests?\d{0,2}|testing|uat|pre-?prod(?:uction)?|preprd|qa|sandbox|sit|integration|int|nonprod|preview|local|ephemeral|perf|ci|train|training)(?:[-.]|$)/;
const notPublic =
  /(?:^|\.)(?:local|localhost|internal|intranet|lan|corp|home|svc|cluster|consul|test|example|invalid|localdomain|onion)$|(?:^|\.)example\.(?:com|org|net)$|\.amazonaws\.com$|\.(?:svc|internal|local)\.|(?:^|\.)(?:chart-example|mydomain|yourdomain|your-domain|domain|company|acme|foo|bar)\.(?:com|org|local|net|io)$/;
const host = /^(?:\*\.)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24})$/;
/** A file that names more than one application has is about a fleet of them. */
const mostHosts = 8;

/** The host where people meet something, lower case; null for addresses of machines, of trials and of programs. */
export function publicHost(written: string): string | null {
  const name = host.exec(written.trim().toLowerCase().slice(0, 260))?.[1];
  if (name === undefined || notPublic.test(name) || environment.test(name)) return null;
  return program.test(name.split(".", 1)[0] ?? "") ? null : name;
}

/**
 * Public addresses: hosts of ingresses and routes, in manifests and in values of charts; `CNAME`, `app.json` and their
 * like. The same files say whether a controller keeps clusters by them (Argo CD, Flux).
 */
export const publicHosts: FileSource = {
  id: "public-hosts",
  version: 1,
  endings: ["cname", "json", "toml", "yml", "yaml"],
  tellsOfItsFolder: true,
  detect: (path) =>
    (hostFile.test(path) || deployed.test(path) || argo.test(path)) &&
    !template.test(path) &&
    isOwnPath(path)
      ? "head"
      : "none",
  read: ({ path, text }): FileFacts => {
    if (text.length > 262_144) return {};
    const counter = new MarkCounter();
    const states = text.match(gitops);
    if (states !== null) counter.add("deployment-state", "GitOps controller", states.length);
    else {
      const found = hostFile.test(path) ? platformHosts(path, text) : clusterHosts(text);
      const hosts = new Set(found.flatMap((each) => publicHost(each) ?? []));
      if (hosts.size <= mostHosts) for (const each of hosts) counter.add("public-host", each);
    }
    const surface = counter.marks();
    return surface.length === 0 ? {} : { surface };
  },
};

const gitops =
  /^apiVersion:[ \t]{0,10}["']?(?:argoproj\.io\/v1alpha1["']?[ \t\r]{0,10}\nkind:[ \t]{0,10}["']?(?:Application|ApplicationSet|AppProject)\b|(?:helm|source|kustomize|notification|image)\.toolkit\.fluxcd\.io\/|fleet\.cattle\.io\/|helm\.cattle\.io\/)/gm;

function platformHosts(path: string, text: string): readonly string[] {
  if (path.endsWith("CNAME")) return text.split("\n", 2).map((line) => line.trim());
  if (path.endsWith("wrangler.toml"))
    return [...text.matchAll(/\bpattern\s{0,5}=\s{0,5}"([\w.*-]{3,200})/g)].map(
      ([, each = ""]) => each,
    );
  return [
    ...text.matchAll(/"(?:website|alias|domain)s?"\s{0,5}:\s{0,5}\[?\s{0,20}"([^"\n]{3,200})"/g),
  ].map(([, each = ""]) => each.replace(/^https?:\/\//, "").replace(/\/.*/s, ""));
}

const whole =
  /^kind:[ \t]{0,10}["']?(?:Ingress|IngressRoute|HTTPRoute|Route|VirtualService|Gateway|DomainMapping)\b/m;
const block =
  /^( {0,40})(?:- )?(?:[\w-]{0,40}ingress(?:es)?|httpRoutes?|routes?|gateways?|virtualService)["']?:/i;
const named =
  /^\s{0,60}(?:- )?["']?(?:hosts?|hostnames?|fqdn|route|domains?)["']?:[ \t]{0,10}(.{0,1000})$/i;
const listed = /^\s{0,60}- ["']?([\w.*-]{3,250})["']?[ \t]{0,10}(?:#.{0,500})?$/;

/** Values of keys for hosts, in whole documents of the right kind and in blocks for ingresses; by line and indentation. */
function clusterHosts(text: string): readonly string[] {
  const found: string[] = [];
  for (const document of text.split(/^---[ \t]{0,10}\r?$/m)) {
    const isWhole = whole.test(document);
    if (!isWhole && !/ingress|route|gateway|virtualService/i.test(document)) continue;
    let inside: number | null = isWhole ? -1 : null;
    let list: number | null = null;
    for (const raw of document.split("\n")) {
      const line = raw.slice(0, 1_200).trimEnd();
      const said = line.trimStart();
      if (said === "" || said.startsWith("#")) continue;
      const indent = line.length - said.length;
      if (inside !== null && indent <= inside) inside = null;
      if (list !== null && (indent < list || (indent === list && !said.startsWith("- "))))
        list = null;
      if (inside === null) {
        const opened = block.exec(line);
        if (opened !== null) inside = opened[1]?.length ?? 0;
      }
      if (inside === null) continue;
      if (list !== null) found.push(listed.exec(line)?.[1] ?? "");
      const key = named.exec(line);
      const value = key?.[1]?.trim();
      if (value === undefined) {
        for (const [, each = ""] of line.matchAll(/\bHost\(`([\w.-]{3,250})`/g)) found.push(each);
      } else if (value === "") list = indent;
      else
        found.push(
          ...value
            .replace(/\s#.*/s, "")
            .replace(/[[\]"']/g, " ")
            .split(/[\s,]{1,20}/),
        );
      if (found.length > 1_000) return found;
    }
  }
  return found;
}
