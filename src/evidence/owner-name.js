/** Stands for an individual whose name or address was met where a team was expected. */
export const personOwner = "person";
const placeholders = new Set(("unknown none tbc tbd n-a na nobody no-one noone null nil undefined unowned todo no-owner no-team not-known " +
    "not-applicable to-be-confirmed to-be-decided to-be-determined unassigned orphan orphaned missing").split(" "));
const address = /^[^\s@]{1,100}@[^\s@]{1,200}$/;
/**
 * One spelling for a team however a catalogue, CODEOWNERS or chat channel writes it: `#bread-team`, `Bread Team`,
 * `@acme/bread`, `group:default/bread` all read `bread`. Null for placeholders and blanks; an e-mail address reads `person`.
 */
export function normaliseOwnerName(text) {
    const trimmed = text.trim().slice(0, 200);
    if (address.test(trimmed))
        return personOwner;
    const local = trimmed.replace(/^[a-z]{1,20}:(?!\/)/i, "");
    const slug = slugOf(local.includes(" ") ? local : local.slice(local.lastIndexOf("/") + 1));
    if (slug === "" || placeholders.has(slug) || placeholders.has(slugOf(local)))
        return null;
    const bare = withoutTeamWord(slug);
    return placeholders.has(bare) ? null : bare;
}
function slugOf(text) {
    return text
        .normalize("NFKC")
        .toLowerCase()
        .replaceAll("&", " and ")
        .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
        .replace(/^-|-$/g, "");
}
/** Until nothing changes, so that a normalised name normalises to itself. */
function withoutTeamWord(slug) {
    const shorter = slug.replace(/^team-(?=.)|(?<=.)-team$/, "");
    return shorter === slug ? slug : withoutTeamWord(shorter);
}
