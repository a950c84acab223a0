/** Stands for an individual whose name or address was met where a team was expected. */
export const personOwner = "person";

const placeholders: ReadonlySet<string> = new Set(
  (
    "unknown none tbc tbd n-a na nobody no-one noone null nil undefined unowned todo no-owner no-team not-known " +
    "not-applicable to-be-confirmed to-be-decided to-be-determined unassigned orphan orphaned missing " +
    "your-team your-team-name your-org team-name owner-name group-name"
  ).split(" "),
);

const address = /^[^\s@]{1,100}@[^\s@]{1,200}$/;

/** What a template puts in later: `${{ values.owner }}`, `{{cookiecutter.team}}`, `<%= team %>`, `__TEAM__`, `<team>`. */
const slot =
  /\$\{|\{\{|\}\}|\{%|<%|%>|__[A-Za-z]|^@?<|[<>]$|\$\(|^\$[A-Za-z_]|@@[A-Za-z_]{1,60}@@|#\{/;

/** Says whether a text is not a name but a place for one. */
export function isPlaceholder(text: string): boolean {
  return slot.test(text.trim());
}

/**
 * One spelling for a team however a catalogue, CODEOWNERS or chat channel writes it: `#bread-team`, `Bread Team`,
 * `@acme/bread`, `group:default/bread` all read `bread`. Null for placeholders and blanks; an e-mail address reads `person`.
 */
export function normaliseOwnerName(text: string): string | null {
  const trimmed = text.trim().slice(0, 200);
  if (isPlaceholder(trimmed)) return null;
  if (address.test(trimmed)) return personOwner;
  const local = trimmed.replace(/^[a-z]{1,20}:(?!\/)/i, "");
  const slug = slugOf(local.includes(" ") ? local : local.slice(local.lastIndexOf("/") + 1));
  if (slug === "" || placeholders.has(slug) || placeholders.has(slugOf(local))) return null;
  const bare = withoutTeamWord(slug);
  return placeholders.has(bare) ? null : bare;
}

/** One step of a team's path, spelt as `normaliseOwnerName` spells it; null for placeholders and blanks. */
export function normaliseStep(text: string): string | null {
  const slug = slugOf(text.slice(0, 200));
  if (slug === "" || placeholders.has(slug)) return null;
  const bare = withoutTeamWord(slug);
  return placeholders.has(bare) ? null : bare;
}

function slugOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** Until nothing changes, so that a normalised name normalises to itself. */
function withoutTeamWord(slug: string): string {
  const shorter = slug.replace(/^team-(?=.)|(?<=.)-team$/, "");
  return shorter === slug ? slug : withoutTeamWord(shorter);
}
