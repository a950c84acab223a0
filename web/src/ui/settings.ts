const prefix = "fulcrum ";
/** Where a browser keeps nothing for a page (private windows, files of some), a choice lasts as long as the page. */
const here = new Map<string, string>();

let organisation = "";

/** All pages from files may share what a browser keeps: what speaks of one organisation must not stand in the report of another. */
export function settingsBelongTo(name: string): void {
  organisation = name;
}

/** The name under which a setting is kept that is about this organisation. */
export function ofOrganisation(name: string): string {
  return `${name} of ${organisation}`;
}

/** A list that was kept, with what in it has the texts that are asked for: another version, or another page, may have written it. */
export function keptList<Row>(
  kept: unknown,
  texts: readonly (keyof Row & string)[],
): readonly Row[] {
  const isRow = (one: unknown): one is Row =>
    typeof one === "object" &&
    one !== null &&
    texts.every((key) => typeof Reflect.get(one, key) === "string");
  return Array.isArray(kept) ? kept.filter(isRow) : [];
}

/** What is kept as JSON; null where nothing is, or no JSON. */
export function keptJson(name: string): unknown {
  try {
    return JSON.parse(keptSetting(name) ?? "null");
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What this reader chose in this browser. It is theirs: it stands in no address and no report. */
export function keptSetting(name: string): string | null {
  return here.get(name) ?? storage()?.getItem(prefix + name) ?? null;
}

export function keepSetting(name: string, value: string): void {
  here.set(name, value);
  try {
    storage()?.setItem(prefix + name, value);
  } catch (error) {
    // Full, or forbidden: it lasts as long as the page.
    if (!(error instanceof DOMException)) throw error;
  }
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
