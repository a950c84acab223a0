import type { Report } from "#sections/report.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import { counted, dayOf, percentOf } from "#kernel/phrases.ts";
import type { DetectedCatalogue } from "./detect-catalogues.ts";
import { ownersOfRemotes, prefixesOfPackages } from "./own-names.ts";

/** What a first configuration is written from. */
type InitialFacts = Pick<
  Report,
  "organisation" | "repositories" | "components" | "capabilities" | "adoption"
>;

/** Text of a first `fulcrum.yaml`: what was found is filled in, the rest stands there as comments to be uncommented. */
export function composeConfiguration(
  report: InitialFacts,
  catalogues: readonly DetectedCatalogue[],
  now: number,
): string {
  const { organisation, repositories } = report;
  const read = counted(repositories.length, "repository", "repositories");
  return `# fulcrum.yaml: what people know and repositories do not say. Every key is optional; docs/configuration.md has them all.
# Written by fulcrum init on ${dayOf(now)} from ${read}.

name: ${value(organisation.name)}

# Owners on forges and registries, and beginnings of package names, that are the organisation itself. They tell its own
# packages from the world's where the repository that makes them is not among those read.
own:
  namespaces: ${list(ownersOfRemotes(report))}
  prefixes: ${list(prefixesOfPackages(report))}

# Service accounts, whose commits are nobody's work: an e-mail address, or the part before the @.
# ${botsWords(report)}
bots: []
#  - deploy@example.com

# Files that list repositories with their owners and types, by their path in whichever repository holds them, or beside
# this file. fields: names of the fields in that file.
${catalogues.length === 0 ? catalogueExample : cataloguesOf(catalogues)}
# What a type in such a catalogue means, to compare it with what the code says: product, platform or supporting.
${typesOf(catalogues)}
# Facts put right by people; fulcrum correct writes them, and they survive every reading.
corrections: []
#  - kind: owner
#    component: ${value(unownedIn(report))}
#    owner: the-team
#    since: 2026-01-31
#    reason: agreed with both teams

# Decisions that asked everybody to use a capability: they tell a mandated wave from a chance one.
#mandates:
#  - capability: ${value(mostUsedIn(report))}
#    at: 2025-01-31
#    text: decision 12, docs/decisions/0012.md

# Packages that do the same job: they tell what was chosen from what had no alternative.
#jobs:
#  - job: http-client
#    packages: [pkg:npm/axios, pkg:npm/got]

# Thresholds of docs/insights/adoption.md, where yours differ.
#thresholds:
#  liveForDays: 180

# Load or size that consumers put on a capability, one figure for each.
#scale:
#  - capability: ${value(mostUsedIn(report))}
#    source: gateway log, May 2026
#    unit: requests per second
#    values: [12, 40, 3]
`;
}

const catalogueExample = `#catalogues:
#  - path: catalogue/repositories.json
#    fields: { repository: repo, owner: team, type: kind }
`;

function cataloguesOf(catalogues: readonly DetectedCatalogue[]): string {
  const entries = catalogues.map(
    ({ repository, path, itemsAt, fields, entriesCount, knownCount }, index) => {
      // The first is used; another one may say the same or the contrary, which people have to settle.
      const mark = index === 0 ? "" : "#";
      const where = itemsAt === undefined ? "" : `\n${mark}    itemsAt: ${value(itemsAt)}`;
      const names = Object.entries(fields).map(([role, field]) => `${role}: ${value(field)}`);
      return `${mark}  # in ${terminalText(repository)}: ${counted(entriesCount, "entry", "entries")}, ${knownCount} of them read here
${mark}  - path: ${value(path)}${where}
${mark}    fields: { ${names.join(", ")} }
`;
    },
  );
  return `catalogues:\n${entries.join("")}`;
}

function typesOf([first]: readonly DetectedCatalogue[]): string {
  const types = first?.types.slice(0, 12) ?? [];
  if (types.length === 0) return "#declaredClasses:\n#  website: product\n";
  return `#declaredClasses:\n${types.map((type) => `#  ${value(type)}: ${likelyClass(type)}\n`).join("")}`;
}

/** A suggestion inside a comment: people settle it. */
function likelyClass(type: string): string {
  if (/doc|data|config|archive|experiment/i.test(type)) return "supporting";
  return /api|librar|tool|package|gem|module|sdk|platform|infra|util|service/i.test(type)
    ? "platform"
    : "product";
}

function botsWords({ repositories }: InitialFacts): string {
  const known = repositories.filter(({ botShare }) => botShare !== null);
  const commits = known.reduce((sum, one) => sum + one.commitCount, 0);
  const byBots = known.reduce((sum, one) => sum + one.commitCount * (one.botShare ?? 0), 0);
  return commits === 0
    ? "Bots with the usual names are known."
    : `Bots with the usual names are known: they made ${percentOf(byBots / commits)} of the commits.`;
}

function unownedIn({ components }: InitialFacts): string {
  return components.find(({ ownerIds }) => ownerIds.length === 0)?.name ?? "a-component";
}

function mostUsedIn({ adoption, capabilities }: InitialFacts): string {
  const [most] = adoption.toSorted((one, other) => other.adoptersNow - one.adoptersNow);
  return capabilities.find(({ id }) => id === most?.capabilityId)?.name ?? "a-capability";
}

function list(words: readonly string[]): string {
  return words.length === 0 ? "[]" : `[ ${words.map(value).join(", ")} ]`;
}

/** A plain word as it is, anything else in double quotes: JSON's strings are YAML's. */
function value(text: string): string {
  const safe = terminalText(text);
  return /^[A-Za-z][\w./-]*$/.test(safe) && !/^(?:true|false|null|yes|no|on|off)$/i.test(safe)
    ? safe
    : JSON.stringify(safe);
}
