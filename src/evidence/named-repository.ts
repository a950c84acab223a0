import type { NamedRepository } from "./facts.ts";

/** Words that part a repository's path from a page of it, followed by a branch and a path. */
const views =
  /\/(?:-\/)?(?:tree|blob|raw|edit|browse|src(?:\/(?:branch|tag|commit))?)\/[^/]{1,200}(?:\/(.*))?$/;

/**
 * The repository, and the folder in it, that an address of a forge names: `https://host/owner/name/tree/main/folder`,
 * `git@host:owner/name.git`, `host/owner/name`. Null for anything else. A file names the folder that it lies in.
 */
export function namedRepository(text: string): NamedRepository | null {
  const trimmed = text.trim().replace(/^(?:url|scm:git|git):(?=[a-z])/i, "");
  const web =
    /^(?:[a-z+]{2,12}:\/\/)?(?:[^\s@/]{1,100}@)?([\w-]{1,60}(?:\.[\w-]{1,60}){1,8})(?::\d{1,5}(?=\/)|:(?!\/))?\/?([^\s?#]{1,500})/i.exec(
      trimmed,
    );
  const [, host, rest = ""] = web ?? [];
  if (host === undefined) return null;
  const view = views.exec(`/${rest}`);
  const path = (view === null ? rest : rest.slice(0, Math.max(0, view.index - 1)))
    .replace(/^\/+|\/+$/g, "")
    .replace(/\.git$/i, "")
    .replace(/^(?:scm|v3)\//, "");
  if (!path.includes("/")) return null;
  return { host: host.toLowerCase(), path, folder: view === null ? null : folderIn(view[1] ?? "") };
}

function folderIn(path: string): string {
  const steps = path.split("/").filter((step) => step !== "" && step !== ".");
  // A page of a file: what it is about is the folder around it.
  if (/\.[A-Za-z]{1,5}$/.test(steps.at(-1) ?? "") && !path.endsWith("/")) steps.pop();
  return steps.length === 0 || steps.includes("..") ? "." : steps.join("/");
}
