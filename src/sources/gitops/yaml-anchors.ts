import type { Seen } from "./asked-versions.ts";

interface Alias {
  readonly anchor: string;
  readonly path: readonly string[];
  readonly document: number;
}

const mostAliases = 500;

/** Anchors of one file: of texts (`tag: &tag v1`) and of maps (`image: &image`), and where aliases put them. */
export class YamlAnchors {
  private readonly texts = new Map<string, string>();
  /** By name the keys above what the anchor holds. */
  private readonly maps = new Map<string, readonly string[]>();
  private readonly aliases: Alias[] = [];

  /** The value without its anchor, or what its alias stands for; "" for a map. */
  value(written: string, path: readonly string[], document: number): string {
    const [, mark, name = "", rest = ""] =
      /^([&*])([\w.-]{1,100})(?:\s{1,40}(\S.{0,1000}))?$/.exec(written) ?? [];
    if (mark === undefined) return written;
    if (mark === "&") {
      if (rest === "" || rest.startsWith("#")) {
        this.maps.set(name, path);
        this.texts.delete(name);
        return "";
      }
      this.texts.set(name, rest);
      this.maps.delete(name);
      return rest;
    }
    const text = this.texts.get(name);
    if (text !== undefined) return text;
    if (this.maps.has(name) && this.aliases.length < mostAliases) {
      const target = path.at(-1) === "<<" ? path.slice(0, -1) : path;
      this.aliases.push({ anchor: name, path: target, document });
    }
    return "";
  }

  /** What is seen with the contents of maps put where their aliases stand; keys there come first. `most`: no more than that. */
  expand(seen: readonly Seen[], most: number): Seen[] {
    if (this.aliases.length === 0) return [...seen];
    const written = new Set(seen.map(keyOf));
    const all = [...seen];
    const templates = new Set<string>();
    for (const { anchor, path, document } of this.aliases) {
      const from = this.maps.get(anchor) ?? [];
      if (/^[._]|^x-/.test(from[0] ?? "")) templates.add(from[0] ?? "");
      for (const one of seen) {
        if (all.length >= most) break;
        if (one.document !== document || !startsWith(one.slot, from)) continue;
        const copy = { ...one, item: null, slot: [...path, ...one.slot.slice(from.length)] };
        if (written.has(keyOf(copy))) continue;
        written.add(keyOf(copy));
        all.push(copy);
      }
    }
    return all.filter(({ slot }) => !templates.has(slot[0] ?? ""));
  }
}

function keyOf({ document, slot }: Seen): string {
  return `${String(document)}\n${slot.join("\n")}`;
}

function startsWith(slot: readonly string[], from: readonly string[]): boolean {
  return from.length > 0 && slot.length > from.length && from.every((key, at) => slot[at] === key);
}
