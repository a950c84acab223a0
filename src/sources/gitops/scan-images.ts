import {
  askedVersions,
  type AskedVersion,
  type DocumentHead,
  type Seen,
} from "./asked-versions.ts";
import { flowMaps } from "./flow-maps.ts";
import { versionAt } from "./image-keys.ts";
import { linesOfJson } from "./json-lines.ts";
import { versionOf } from "./one-value.ts";
import { YamlAnchors } from "./yaml-anchors.ts";

interface Level {
  readonly indent: number;
  readonly key: string;
  /** A list item: its `name`, once seen. */
  readonly isItem: boolean;
  /** Value of `name`, `repository`, `newName`, `chart` beside it. */
  readonly siblings: Map<string, string>;
}

const line =
  /^( {0,200})((?:- {1,8}){0,6})(?:"([^"]{1,200})"|'([^']{1,200})'|([\w.$/@-]{1,200}|<<)|!!merge (<<))\s{0,8}:(?:\s{1,40}(.{1,1000}))?$/;
const itemOnly = /^( {0,200})- {0,8}(.{0,1000})$/;
const mostVersions = 2000;

/**
 * Image tags, digests and versions in Helm values, Kustomize overlays and patches, Argo CD applications and sets of them, Flux
 * releases and sources, and manifests. Scans lines by indentation: deployment repositories rewrite large files at every release,
 * and parsing each version as YAML costs fifty times as much.
 */
export function scanImages(text: string): AskedVersion[] {
  return new Scan().of(/^\s{0,100}[{[]/.test(text) ? linesOfJson(text) : text);
}

class Scan {
  private seen: Seen[] = [];
  private readonly stack: Level[] = [];
  private readonly heads = new Map<number, DocumentHead>();
  private readonly anchors = new YamlAnchors();
  private document = 0;
  private root = new Map<string, string>();

  of(text: string): AskedVersion[] {
    for (const raw of text.split("\n")) {
      const content = raw.trimEnd();
      if (content.startsWith("---")) {
        this.stack.length = 0;
        this.root = new Map();
        this.document++;
        continue;
      }
      const match = line.exec(content);
      if (match === null) this.bareItem(content);
      else this.entry(match);
    }
    return askedVersions(this.anchors.expand(this.seen, mostVersions), this.heads);
  }

  private entry(match: RegExpExecArray): void {
    const { stack } = this;
    const [, spaces = "", dashes = "", double, single, plain, merge, rest = ""] = match;
    const key = double ?? single ?? plain ?? merge ?? "";
    const indent = spaces.length + dashes.length;
    const outer = dashes === "" ? indent : spaces.length;
    // A list may stand at the indentation of its key, which then stays open.
    const closes = (level: Level): boolean =>
      level.indent > outer || (level.indent === outer && (dashes === "" || level.isItem));
    for (let last = stack.at(-1); last !== undefined && closes(last); last = stack.at(-1))
      stack.pop();
    if (dashes !== "")
      stack.push({ indent: indent - 1, key: "", isItem: true, siblings: new Map() });
    const siblings = stack.at(-1)?.siblings ?? this.root;
    const path = [...stack.map((level) => level.key).filter((part) => part !== ""), key];
    const written = rest.startsWith("#") ? "" : rest;
    const value = /^[&*]/.test(written)
      ? this.anchors.value(bareText(written), path, this.document)
      : written;
    if (value !== "" && !/^[|>]/.test(value)) {
      const bare = bareText(value);
      siblings.set(key, bare);
      this.readHead(key, bare, indent);
    }
    if (/^[[{]/.test(value)) this.flow(key, value, path);
    else this.put(key, value, path, siblings, stack.findLast((level) => level.isItem)?.siblings);
    stack.push({ indent, key, isItem: false, siblings: new Map() });
  }

  private readHead(key: string, value: string, indent: number): void {
    const { document, heads, stack } = this;
    const head = heads.get(document) ?? { kind: "", name: null };
    if (key === "kind" && indent === 0) heads.set(document, { ...head, kind: value });
    if (key === "name" && stack.length === 1 && stack[0]?.key === "metadata")
      heads.set(document, { ...head, name: value });
  }

  private put(
    key: string,
    value: string,
    path: readonly string[],
    siblings: ReadonlyMap<string, string>,
    item: ReadonlyMap<string, string> | undefined,
  ): void {
    if (this.seen.length >= mostVersions) return;
    const { document } = this;
    const kind = this.heads.get(document)?.kind ?? "";
    const version = versionAt(key, value, { path, siblings, kind });
    if (version === null) return;
    const isReference = key === "image" || key === "value";
    const image = isReference && /[/:@]/.test(value) ? bareText(value) : null;
    this.seen.push({ document, slot: path, item: item ?? null, siblings, version, image });
  }

  /** Only below keys that hold images: other maps on one line are many and mean nothing here. */
  private flow(key: string, value: string, path: readonly string[]): void {
    if (!/image|parameters|patch|elements|^$/i.test(key)) return;
    for (const map of flowMaps(value)) {
      const siblings = new Map([...map].map(([name, written]) => [name, bareText(written)]));
      const item = value.startsWith("[") || key === "" ? siblings : undefined;
      for (const [name, written] of map) this.put(name, written, [...path, name], siblings, item);
    }
  }

  /** `- registry/app:v12` below `images:` (Argo CD's Kustomize options), and `- {name: app, newTag: v12}`. */
  private bareItem(content: string): void {
    const match = itemOnly.exec(content);
    const item = match?.[2];
    if (item === undefined) return;
    if (item.startsWith("{")) {
      const indent = match?.[1]?.length ?? 0;
      const above = this.stack.filter((level) => level.indent <= indent && level.key !== "");
      this.flow(
        "",
        item,
        above.map((level) => level.key),
      );
      return;
    }
    if (!/^["']?[\w.-]{1,200}[/:=@]/.test(item) || !/[:@]/.test(item)) return;
    const owner = this.stack.findLast((level) => level.key === "images");
    const version = owner === undefined ? null : versionOf(item);
    if (version === null || this.seen.length >= mostVersions) return;
    this.seen.push({
      document: this.document,
      slot: ["images"],
      item: null,
      siblings: new Map(),
      version,
      image: bareText(item),
    });
  }
}

function bareText(value: string): string {
  const quote = value[0];
  if (quote === '"' || quote === "'") return value.slice(1).split(quote)[0] ?? "";
  return value.split(/\s#/)[0]?.trim() ?? "";
}
