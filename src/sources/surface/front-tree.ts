import type { FileFacts } from "#evidence/facts.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { folderSigns, type FolderSign } from "#evidence/folder-signs.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { TreeSource } from "#evidence/source.ts";
import {
  configurationSigns,
  maySayWhat,
  pageRules,
  rootSigns,
  type FrontStack,
} from "./front-layouts.ts";
import { MarkCounter } from "./marks.ts";
import { isShownPath } from "./shown-path.ts";

const mostRoots = 5_000;
const deepest = 40;
/** A package in such a folder shows nobody anything but itself. */
const notOwn: ReadonlySet<FolderSign> = new Set([
  "installed",
  "vendored",
  "test-data",
  "template",
  "test",
  "trial",
  "example",
]);

interface Root {
  readonly folder: string;
  readonly stacks: Set<FrontStack>;
  /** Files that look like pages, each folder of a loose one counted once. */
  readonly pages: Map<FrontStack, Set<string>>;
  readonly apiRoutes: Map<FrontStack, number>;
  readonly counter: MarkCounter;
}

/**
 * Pages by the layout that each framework prescribes, only below the folder of an application: one with the framework's
 * configuration, or with the page and entry that a bundler starts from. Marks are about that folder.
 */
export const frontTree: TreeSource = {
  id: "front-tree",
  version: 1,
  readTree: (paths) => {
    const roots = rootsOf(paths);
    if (roots.size === 0) return new Map();
    for (const path of paths) addPage(path, roots);
    const facts = new Map<string, FileFacts>();
    for (const root of roots.values()) {
      const surface = marksOf(root);
      if (surface.length > 0) facts.set(root.folder, { surface });
    }
    return facts;
  },
};

function rootsOf(paths: readonly string[]): ReadonlyMap<string, Root> {
  const roots = new Map<string, Root>();
  const rootAt = (folder: string): Root | null => {
    const known = roots.get(folder);
    if (known !== undefined) return known;
    if (roots.size >= mostRoots || !isOwnRoot(folder)) return null;
    const root: Root = {
      folder,
      stacks: new Set(),
      pages: new Map(),
      apiRoutes: new Map(),
      counter: new MarkCounter(),
    };
    roots.set(folder, root);
    return root;
  };
  for (const path of paths) {
    const base = path.slice(path.lastIndexOf("/") + 1);
    if (!maySayWhat.test(base)) continue;
    for (const { base: named, below, stack } of rootSigns) {
      if (!named.test(base)) continue;
      const folder = folderAbove(path, below);
      if (folder === null || isForeignPath(path)) continue;
      const root = rootAt(folder);
      if (stack !== null) root?.stacks.add(stack);
    }
    for (const { base: named, marks, isAbove } of configurationSigns) {
      if (!named.test(base) || isForeignPath(path)) continue;
      const folder = folderAbove(path, isAbove === true ? "src-tauri" : "");
      const root = folder === null ? null : rootAt(folder);
      for (const [mark, text] of marks) root?.counter.add(mark, text);
    }
  }
  return roots;
}

/** `shop/public/index.html` below `public` → `shop`; null where it lies elsewhere. */
function folderAbove(path: string, below: string): string | null {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  if (below === "") return folder === "" ? "." : folder;
  if (folder === below) return ".";
  return folder.endsWith(`/${below}`) ? folder.slice(0, -below.length - 1) : null;
}

function isOwnRoot(folder: string): boolean {
  if (folder === ".") return true;
  return (
    folder.length <= 1_000 &&
    isShownPath(`${folder}/index.ts`) &&
    !folderSigns(folder).some(({ sign }) => notOwn.has(sign))
  );
}

const mayBePage = /\.(?:[jt]sx?|mjs|vue|svelte|astro|mdx?|html|svx)$/;
/** Files beside pages. */
const notPage =
  /(?:^|\/)(?:_[^/]{0,100}|(?:4|5)\d\d|\+?not-found|\+?error|\+?layout|loading|styles?|types?|utils?|hooks?|constants?|helpers?|index\.(?:test|spec|stories))\.[\w.]{1,20}$|\.(?:test|spec|stories|styles?|types?|d|module|server|client|cy|mock)\.[jt]sx?$|\/(?:components?|hooks|utils?|helpers|__tests__|__mocks__|styles?)\//;

function addPage(path: string, roots: ReadonlyMap<string, Root>): void {
  if (!mayBePage.test(path)) return;
  const root = nearestRoot(path, roots);
  if (root === null || root.stacks.size === 0 || isForeignPath(path)) return;
  const inside = root.folder === "." ? path : path.slice(root.folder.length + 1);
  for (const rule of pageRules) {
    if (!root.stacks.has(rule.stack)) continue;
    if (rule.mark === "documentation") {
      if (rule.path.test(inside)) add(root.pages, rule.stack, inside);
      continue;
    }
    const match = rule.path.exec(inside);
    if (match === null || notPage.test(`/${inside}`)) continue;
    if (!isShownPath(`${match[1] ?? ""}x.ts`)) continue;
    if (rule.mark === "api-route")
      root.apiRoutes.set(rule.stack, (root.apiRoutes.get(rule.stack) ?? 0) + 1);
    else add(root.pages, rule.stack, rule.isLoose === true ? loosely(inside) : inside);
    return;
  }
}

/** A page with its own folder counts once, whatever else lies there. */
function loosely(path: string): string {
  const folder = path.slice(0, path.lastIndexOf("/"));
  return /(?:^|\/)(?:pages|views|screens|routes|Pages|Views|Screens)$/.test(folder) ? path : folder;
}

function add(pages: Map<FrontStack, Set<string>>, stack: FrontStack, page: string): void {
  const known = pages.get(stack);
  if (known === undefined) pages.set(stack, new Set([page]));
  else known.add(page);
}

function nearestRoot(path: string, roots: ReadonlyMap<string, Root>): Root | null {
  let end = path.lastIndexOf("/");
  for (let steps = 0; end > 0 && steps < deepest; steps++) {
    const found = roots.get(path.slice(0, end));
    if (found !== undefined) return found;
    end = path.lastIndexOf("/", end - 1);
  }
  return roots.get(".") ?? null;
}

function marksOf(root: Root): readonly SurfaceMark[] {
  const { counter, pages, apiRoutes, stacks } = root;
  const handbook = pages.get("Starlight")?.size ?? 0;
  const others = [...pages].filter(([stack]) => stack !== "Starlight");
  const count = others.reduce((sum, [, set]) => sum + set.size, 0);
  if (stacks.has("documentation") || handbook > count) {
    if (handbook > count) counter.add("documentation-site", "Starlight");
    return counter.marks();
  }
  counter.add("page", "pages", count);
  for (const [stack, routes] of apiRoutes) counter.add("api-route", `${stack} routes`, routes);
  return counter.marks();
}
