/** Names a thing or a figure of the report by what does not change with its place in a list. */
export interface Reference {
  /** A key at the root of the report. */
  readonly section: string;
  /** Of an entry, where the section is a list. */
  readonly key: string | null;
  /** Steps below, with slashes; entries of lists by their keys. */
  readonly field: string | null;
}

export function referenceTo(
  section: string,
  place: { readonly key?: string; readonly field?: string } = {},
): Reference {
  return { section, key: place.key ?? null, field: place.field ?? null };
}

/** The text of a reference from its parts. */
export function placeOf(section: string, key: string | null, field: string | null = null): string {
  return referenceText({ section, key, field });
}

/** As people write it: `/adoption/capability:1f/rate`. Slashes within a key are `~1`, tildes `~0` (RFC 6901). */
export function referenceText({ section, key, field }: Reference): string {
  const steps = [section, ...(key === null ? [] : [escapedStep(key)])];
  return `/${steps.join("/")}${field === null ? "" : `/${field}`}`;
}

/** One step of a JSON pointer (RFC 6901). */
export function escapedStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

export function plainStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
