const prefix = "fulcrum ";
/** Where a browser keeps nothing for a page (private windows, files of some), a choice lasts as long as the page. */
const here = new Map<string, string>();

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
