import type { DocumentLink } from "#evidence/facts.ts";
import type { HeadFile } from "#evidence/repository-evidence.ts";
import type { TreeEntry } from "../git/tree.ts";
import { folderOf } from "./folders.ts";

/** What a page's address may stand for in the repository that it is built from. */
const pageEndings = [".md", ".html.md", ".md.erb", ".html.md.erb", ".html.erb", ".rst", ".adoc"];

/** The documents with their relative links followed through the tree of HEAD. */
export function withCheckedLinks(
  files: readonly HeadFile[],
  tree: readonly TreeEntry[],
): readonly HeadFile[] {
  const places = new Set<string>();
  for (const { path } of tree) {
    places.add(path);
    for (let folder = folderOf(path); folder !== "."; folder = folderOf(folder)) {
      if (places.has(folder)) break;
      places.add(folder);
    }
  }
  return files.map((file) => {
    const links = file.document?.relativeLinks ?? [];
    if (links.length === 0) return file;
    const followed = links.flatMap((link) => {
      const isThere = leadsSomewhere(file.path, link, places);
      return isThere === null ? [] : [{ link, isThere }];
    });
    const dead = followed.filter(({ isThere }) => !isThere).map(({ link }) => link);
    return { ...file, links: { checkedCount: followed.length, dead } };
  });
}

/** Null where the address is one of a web site or of the forge, not of a file. */
function leadsSomewhere(
  from: string,
  { target }: DocumentLink,
  places: ReadonlySet<string>,
): boolean | null {
  const plain = decoded(target.replace(/\?.*/s, ""));
  if (plain === null || plain === "" || /[{}<>$|*\\]/.test(plain)) return null;
  const isFromRoot = plain.startsWith("/");
  const base = isFromRoot ? "." : folderOf(from);
  const path = resolved(base, plain);
  if (path === null) return null;
  if (path === "." || places.has(path)) return true;
  // `/manual/page` is as often an address on the site as a path: only a known first folder tells.
  if (isFromRoot && !places.has(path.split("/", 1)[0] ?? "")) return null;
  const stem = path.replace(/\.html?$/, "");
  return pageEndings.some((ending) => places.has(stem + ending)) || places.has(stem);
}

/** The path from the root; null where it leads out of the repository (`../../issues`). */
function resolved(base: string, target: string): string | null {
  const parts = base === "." ? [] : base.split("/");
  for (const part of target.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? "." : parts.join("/");
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // an escape that is none names nothing that could be looked up
  }
}
