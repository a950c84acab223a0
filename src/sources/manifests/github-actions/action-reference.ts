import type { CollectedFacts } from "../collected-facts.ts";
import { useImage } from "../docker/image-reference.ts";
import { useRepository } from "../git-use.ts";
import { versionBeside } from "../pinned-version.ts";
import type { YamlView } from "../yaml-view.ts";
import type { Scope } from "#vocabulary/adoption.ts";

interface ActionReference {
  readonly owner: string;
  readonly repository: string;
  /** Folder of the action or path of the reusable workflow; null at the repository's root. */
  readonly path: string | null;
  readonly ref: string | null;
}

const reference =
  /^([A-Za-z0-9][A-Za-z0-9-]{0,99})\/([A-Za-z0-9_.-]{1,100})((?:\/[^@\s/]{1,200}){0,20})\/?(?:@(\S{1,200}))?$/;

/** A commit, which nobody can move, whatever a tag or branch of its name does. */
export const commitId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;

/** `owner/repository[/path]@ref`; null for local `./…`, for images and for what is neither. */
export function parseActionReference(uses: string): ActionReference | null {
  const match = reference.exec(uses.trim());
  if (match === null) return null;
  const [, owner = "", repository = "", path = "", ref] = match;
  return {
    owner: owner.toLowerCase(),
    repository: repository.toLowerCase(),
    path: path === "" ? null : path.slice(1),
    ref: ref ?? null,
  };
}

/** A step's or job's `uses`: an action, a reusable workflow or a `docker://` image. */
export function useAction(facts: CollectedFacts, uses: YamlView, scope: Scope): void {
  const { text, line } = uses;
  if (text === null || text.startsWith("./") || text.startsWith("../")) return;
  if (text.startsWith("docker://")) {
    useImage(facts, text.slice("docker://".length), { scope, line });
    return;
  }
  const action = parseActionReference(text.replace(/^https?:\/\/github\.com\//, ""));
  if (action === null && /^https?:\/\//.test(text) && useFromAddress(facts, text, line, scope))
    return;
  if (action === null) {
    if (!text.includes("${{")) facts.problem("invalid", `uses: ${text.slice(0, 80)}`, line);
    return;
  }
  facts.use("githubactions", `${action.owner}/${action.repository}`, {
    scope,
    line,
    constraint: versionBeside(action.ref, uses.comment),
    ...(action.path === null ? {} : { subpath: action.path }),
  });
}

/** Gitea and Forgejo know actions by their whole address: `https://code.example/acme/bake/sub@v1`. */
function useFromAddress(facts: CollectedFacts, text: string, line: number, scope: Scope): boolean {
  const [, repository, path = "", ref] =
    /^(https?:\/\/[^/\s]{1,200}\/[^/@\s]{1,100}\/[^/@\s]{1,100})(\/[^@\s]{1,300})?(?:@(\S{1,200}))?$/.exec(
      text,
    ) ?? [];
  if (repository === undefined) return false;
  const folder = path === "" ? "" : `/${path}`;
  return useRepository(facts, `${repository}${folder}`, { scope, line, constraint: ref ?? null });
}
