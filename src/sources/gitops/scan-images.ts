import { isEnvironmentName } from "#evidence/environment-name.ts";
import { versionOf } from "./one-value.ts";

/** One version that a file asks for. */
export interface AskedVersion {
  /** As the content says; null: the path has to. */
  readonly application: string | null;
  readonly environment: string | null;
  /** Which of several images: keys from the root, list items by their name. */
  readonly slot: string;
  readonly version: string;
}

interface Level {
  readonly indent: number;
  readonly key: string;
  /** A list item: its `name`, once seen. */
  readonly isItem: boolean;
  /** Value of `name`, `repository`, `newName`, `chart` beside it. */
  readonly siblings: Map<string, string>;
}

const line =
  /^( {0,200})((?:- {1,8}){0,6})(?:"([^"]{1,200})"|'([^']{1,200})'|([\w.$/@-]{1,200}))\s{0,8}:(?:\s{1,40}(.{1,1000}))?$/;
const itemOnly = /^( {0,200})- {0,8}(.{0,1000})$/;
const flow = /(?:^|[{,]\s{0,8})(?:tag|newTag)\s{0,4}:\s{0,8}([^,}\s]{1,200})/;
const mostVersions = 2000;

interface Seen {
  readonly slot: readonly string[];
  readonly item: Map<string, string> | null;
  readonly siblings: Map<string, string>;
  readonly version: string;
  readonly image: string | null;
}

/**
 * Image tags and versions in Helm values, Kustomize overlays, Argo CD applications, Flux releases and manifests. Scans lines
 * by indentation: deployment repositories rewrite large files at every release, and parsing each version as YAML costs fifty
 * times as much. Anchors are not followed.
 */
export function scanImages(text: string): AskedVersion[] {
  const seen: Seen[] = [];
  const stack: Level[] = [];
  const metadata = new Map<string, string>();
  let kind = "";
  let document = 0;
  const top = (): Level | undefined => stack.at(-1);
  const root = new Map<string, string>();
  for (const raw of text.split("\n")) {
    const content = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (content.startsWith("---")) {
      stack.length = 0;
      document++;
      continue;
    }
    const match = line.exec(content);
    if (match === null) {
      readBareItem(content, stack, seen);
      continue;
    }
    const [, spaces = "", dashes = "", double, single, plain, rest = ""] = match;
    const key = double ?? single ?? plain ?? "";
    const indent = spaces.length + dashes.length;
    const outer = dashes === "" ? indent : spaces.length;
    // A list may stand at the indentation of its key, which then stays open.
    const closes = (level: Level): boolean =>
      level.indent > outer || (level.indent === outer && (dashes === "" || level.isItem));
    for (let last = top(); last !== undefined && closes(last); last = top()) stack.pop();
    if (dashes !== "")
      stack.push({ indent: indent - 1, key: "", isItem: true, siblings: new Map() });
    const siblings = top()?.siblings ?? root;
    const value = rest.startsWith("#") ? "" : rest;
    if (value !== "" && value !== "|" && value !== "|-" && value !== ">-") {
      const bare = bareText(value);
      siblings.set(key, bare);
      if (key === "kind" && indent === 0) kind = bare;
      if (key === "name" && stack.length === 1 && stack[0]?.key === "metadata")
        metadata.set(String(document), bare);
    }
    const path = [...stack.map((level) => level.key).filter((part) => part !== ""), key];
    const version = versionIn(key, value, path, siblings, kind);
    if (version !== null && seen.length < mostVersions) {
      const item = stack.findLast((level) => level.isItem)?.siblings ?? null;
      const image = key === "image" ? bareText(value) : null;
      seen.push({ slot: path, item, siblings, version, image });
    }
    stack.push({ indent, key, isItem: false, siblings: new Map() });
  }
  return resolveAll(seen, kind, metadata.get("0") ?? [...metadata.values()][0] ?? null);
}

/** `- registry/app:v12` below `images:` (Argo CD's Kustomize options). */
function readBareItem(content: string, stack: readonly Level[], seen: Seen[]): void {
  const item = itemOnly.exec(content)?.[2];
  if (item === undefined || !/^["']?[\w.-]{1,200}[/:=]/.test(item)) return;
  const owner = stack.findLast((level) => level.key === "images");
  const version = owner === undefined || !item.includes(":") ? null : versionOf(item);
  if (version === null || seen.length >= mostVersions) return;
  seen.push({ slot: ["images"], item: null, siblings: new Map(), version, image: bareText(item) });
}

const imageWord = /image/i;

function versionIn(
  key: string,
  value: string,
  path: readonly string[],
  siblings: ReadonlyMap<string, string>,
  kind: string,
): string | null {
  if (value === "") return null;
  const parent = path.at(-2) ?? "";
  if (value.startsWith("{")) {
    const inner = imageWord.test(key) ? flow.exec(value)?.[1] : undefined;
    return inner === undefined ? null : versionOf(inner);
  }
  if (/^(?:new[-_]?tag|image[-_]?tag|image[-_]?version)$/i.test(key)) return versionOf(value);
  if (key === "tag")
    return imageWord.test(parent) || siblings.has("repository") ? versionOf(value) : null;
  if (key === "image") return /:[\w]/.test(value) ? versionOf(value) : null;
  if (key === "value" && /(?:^|\.)(?:image\.)?tag$/i.test(siblings.get("name") ?? ""))
    return versionOf(value);
  if (key === "targetRevision" && /^Application(?:Set)?$/.test(kind)) {
    return /^(?:v?\d[\w.+-]{0,60}|[0-9a-f]{7,64})$/.test(bareText(value)) ? bareText(value) : null;
  }
  if (key === "version" && kind === "HelmRelease" && path.includes("chart"))
    return versionOf(value);
  return null;
}

/** Keys around an image that name no application. */
const wrappers =
  /^(?:spec|source|helm|values|images?|helmValues|parameters|template|containers|global)$/i;

function resolveAll(seen: readonly Seen[], kind: string, name: string | null): AskedVersion[] {
  const slots = new Set<string>();
  return seen.map(({ slot, item, siblings, version, image }) => {
    const reference = siblings.get("newName") ?? siblings.get("repository") ?? image ?? null;
    const imageName = reference === null ? null : baseName(reference);
    const owning = slot.slice(0, -1).find((part) => !wrappers.test(part)) ?? null;
    const itemName = kind === "" ? (item?.get("name") ?? null) : null;
    const isApplication = /^(?:Application|HelmRelease)$/.test(kind);
    const owner =
      isApplication && name !== null ? name : (itemName ?? (slot.length >= 3 ? owning : null));
    const split = owner === null ? { application: null, environment: null } : splitName(owner);
    const wanted = [
      ...slot.slice(0, -1),
      itemName ?? imageName ?? item?.get("name") ?? "",
      slot.at(-1),
    ]
      .filter((part) => part !== "")
      .join(".");
    let unique = wanted;
    for (let copy = 2; slots.has(unique); copy++) unique = `${wanted}#${String(copy)}`;
    slots.add(unique);
    return { ...split, slot: unique.slice(0, 300), version };
  });
}

/** `checkout-production` names both. */
function splitName(name: string): { application: string; environment: string | null } {
  const match = /^(.{1,100})[-_]([^-_]{1,40})$/.exec(name);
  if (match?.[1] !== undefined && match[2] !== undefined && isEnvironmentName(match[2]))
    return { application: match[1], environment: match[2] };
  return { application: name, environment: null };
}

function baseName(reference: string): string {
  return (reference.split("/").at(-1) ?? reference).split(/[:@=]/)[0] ?? reference;
}

function bareText(value: string): string {
  const quote = value[0];
  if (quote === '"' || quote === "'") return value.slice(1).split(quote)[0] ?? "";
  return value.split(/\s#/)[0]?.trim() ?? "";
}
