import type { EndReason } from "#vocabulary/adoption.ts";
import type {
  CapabilityKind,
  ComponentClass,
  CustomerKind,
  KeeperUnit,
  OwnerSource,
  OwnersKnown,
} from "#vocabulary/structure.ts";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** 3 Mar 2026, in UTC: the instants of the report are UTC. */
export function dateWords(instant: string | number): string {
  const date = new Date(instant);
  return `${date.getUTCDate()} ${monthWords(instant)}`;
}

export function monthWords(instant: string | number): string {
  const date = new Date(instant);
  return `${months[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}

/** "2026", in UTC; null where nothing is known to have happened. */
export function yearOf(instant: string | null): string | null {
  return instant === null ? null : String(new Date(instant).getUTCFullYear());
}

/** A number as it is written, with the sign for minus in the place of a hyphen: "-29" reads "−29". */
export function signed(number: string | number): string {
  return String(number).replace(/^-/, "\u2212");
}

/**
 * 12,345.6: at most so many digits behind the point, thousands apart. Written out, since the first `Intl.NumberFormat` of a
 * page costs as much as drawing its first screen.
 */
function grouped(value: number, digits: number): string {
  const size = Math.abs(value);
  // Rounded as it is written: 1.45 is a little less as a fraction of two, and still reads 1.5.
  const exact = size < 1e-6 ? 0 : Math.round(Number(`${String(size)}e${String(digits)}`));
  const [whole = "", rest = ""] = (exact / 10 ** digits).toFixed(digits).split(".");
  const behind = rest.replace(/0+$/, "");
  const text = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",") + (behind === "" ? "" : `.${behind}`);
  return value < 0 && text !== "0" ? signed(`-${text}`) : text;
}

export function numberWords(value: number): string {
  return grouped(value, 0);
}

export function decimalWords(value: number): string {
  return grouped(value, 1);
}

/** A value in a unit of somebody's own: "7.1 %", "20,200,000 EUR". */
export function amountWords(value: number, unit: string): string {
  return `${grouped(value, 2)}\u00a0${unit}`;
}

/** 0.823 reads 82 %; never more certain than it is: 99.7 % is not written as 100 %. */
export function percentWords(fraction: number): string {
  const rounded = Math.round(fraction * 100);
  if (rounded === 100 && fraction < 1) return "over 99\u00a0%";
  if (rounded === 0 && fraction > 0) return "under 1\u00a0%";
  return `${signed(rounded)}\u00a0%`;
}

export function plural(
  count: number,
  one: string,
  many = `${one.replace(/([^aeiou])y$/, "$1ie")}s`,
): string {
  return `${numberWords(count)}\u00a0${count === 1 ? one : many}`;
}

interface Reach {
  readonly teamCount: number;
  readonly repositoryCount: number;
  readonly ownersKnown: OwnersKnown;
}

/** Teams that were seen: at least so many where most owners are unknown. */
export function teamsWords({ teamCount, ownersKnown }: Omit<Reach, "repositoryCount">): string {
  if (ownersKnown === "not") return "no known team";
  return `${ownersKnown === "partly" ? "at least " : ""}${plural(teamCount, "team")}`;
}

/** Who keeps or would feel something: teams as far as owners are known, or repositories. */
export function keptWords(
  { count, unit }: { readonly count: number; readonly unit: KeeperUnit },
  ownersKnown: OwnersKnown,
): string {
  return unit === "team"
    ? teamsWords({ teamCount: count, ownersKnown })
    : plural(count, "repository", "repositories");
}

/** How far something reaches: without most owners repositories are counted, not teams. */
export function reachWords(reach: Reach): string {
  return reach.ownersKnown === "mostly"
    ? teamsWords(reach)
    : plural(reach.repositoryCount, "repository", "repositories");
}

export function keepersWords({ count, unit }: { count: number; unit: KeeperUnit }): string {
  return plural(count, unit);
}

/** Where nobody owns a copy its repository stands for the owner: one word for all of them. */
export function ownerWord(ownerIds: readonly string[]): "team" | "repository" | "owner" {
  const teams = ownerIds.filter(
    (id) => id.startsWith("team:") && id !== "team:individual-owned",
  ).length;
  return teams === ownerIds.length ? "team" : teams === 0 ? "repository" : "owner";
}

export function daysWords(days: number): string {
  if (days < 60) return plural(Math.round(days), "day");
  if (days < 730) return plural(Math.round(days / 30.44), "month");
  return `${decimalWords(days / 365.25)}\u00a0years`;
}

let graphemes: Intl.Segmenter | null = null;

/** What a reader sees as one letter each. Most names are ASCII, and need no segmenter: making one takes long. */
export function lettersIn(name: string): readonly string[] {
  if (/^[ -~]*$/.test(name)) return name.split("");
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(graphemes.segment(name), ({ segment }) => segment);
}

/** Names longer than their place lose their middle: the ends tell names apart. */
export function shorten(name: string, length: number): string {
  const letters = lettersIn(name);
  if (letters.length <= length) return name;
  const head = Math.ceil((length - 1) / 2);
  return `${letters.slice(0, head).join("")}…${letters.slice(head + 1 - length).join("")}`;
}

/** a, b and c */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${last}`;
}

const acronyms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    npm: "npm",
    gem: "Ruby",
    golang: "Go",
    pypi: "Python",
    maven: "JVM",
    composer: "PHP",
    cargo: "Rust",
    nuget: ".NET",
  }),
);

/** Artefacts that are files a component holds, not what it is. */
const holders: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dockerfile: "components with a Dockerfile",
    "github-workflow": "components with GitHub workflows",
    "gitlab-pipeline": "components with a GitLab pipeline",
    "helm-chart": "components with a Helm chart",
    "jenkins-pipeline": "components with a Jenkins pipeline",
    "circleci-pipeline": "components with a CircleCI pipeline",
    ansible: "components with Ansible content",
    puppet: "components with a Puppetfile",
    chef: "components with Chef cookbooks",
    terraform: "components with Terraform",
    kustomization: "components with Kustomize",
    "git-submodule": "components with submodules",
  }),
);

/** `gem-web-application` reads "Ruby web applications". Null: the report cannot say what is eligible. */
export function artefactWords(type: string | null): string {
  if (type === null) return "components";
  const holder = holders.get(type);
  if (holder !== undefined) return holder;
  return `${type
    .split("-")
    .map((word) => acronyms.get(word) ?? word)
    .join(" ")}s`;
}

export const kindWords: Readonly<Record<CapabilityKind, string>> = {
  library: "library",
  "client-library": "SDK or client library",
  "ui-components": "UI components",
  api: "API",
  service: "service",
  "command-line-tool": "command-line tool",
  image: "container image",
  chart: "Helm chart",
  "infrastructure-module": "infrastructure module",
  action: "action",
  workflow: "workflow",
  "pipeline-library": "pipeline library",
  plugin: "plugin",
  "tool-configuration": "tool settings",
  template: "project template",
  contract: "contract",
  files: "files",
  tooling: "other tooling",
};

export const classWords: Readonly<Record<ComponentClass, string>> = {
  product: "product",
  platform: "platform",
  supporting: "supporting",
  unknown: "unknown",
};

export const customerWords: Readonly<Record<CustomerKind, string>> = {
  "end-customer": "end customers",
  "internal-developer": "developers",
  "feature-team": "feature teams",
  partner: "partners",
  "external-integrator": "integrators",
};

export const ownerSourceWords: Readonly<Record<OwnerSource, string>> = {
  correction: "corrected by hand",
  "catalog-info": "catalog-info.yaml",
  codeowners: "CODEOWNERS",
  catalogue: "published catalogue",
  labels: "labels of charts and manifests",
  inferred: "inferred from common maintainers",
  unknown: "no source",
};

export const endReasonWords: Readonly<Record<EndReason, string>> = {
  substitute: "took up a substitute",
  nothing: "stopped, with nothing in its place",
  archived: "ended with their component",
  "provider-renamed": "followed a new name",
  moved: "moved to another capability of the same provider",
  "taken-in": "keeps a copy of its own",
  retired: "left what its provider retires",
  carried: "goes on in another component",
  returned: "came back later",
};
