/** Reading of parsed YAML or JSON of unknown shape. Own keys only, so that `constructor` and `__proto__` are plain keys. */
export function field(value, ...path) {
    let at = value;
    for (const key of path) {
        if (!isRecord(at) || !Object.hasOwn(at, key))
            return undefined;
        at = at[key];
    }
    return at;
}
export function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Trimmed, at most `limit` characters; numbers and booleans as text; null for blanks and for anything else. */
export function textOf(value, limit = 300) {
    if (typeof value === "number" || typeof value === "boolean")
        return String(value);
    if (typeof value !== "string")
        return null;
    const trimmed = value.trim().slice(0, limit);
    return trimmed === "" ? null : trimmed;
}
/** A list of texts; a single text is a list of one; at most 500. */
export function textsOf(value) {
    const items = Array.isArray(value) ? value : [value];
    return items.slice(0, 500).flatMap((item) => textOf(item) ?? []);
}
/** Entries of a record in file order, at most `limit`; none for anything else. */
export function entriesOf(value, limit = 2_000) {
    return isRecord(value) ? Object.entries(value).slice(0, limit) : [];
}
