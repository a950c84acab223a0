import { append } from "#kernel/lists-by-key.ts";
import { readmeNamed } from "#evidence/readme-named.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Component } from "./organisation.ts";
import { folderOf, nearest } from "./units.ts";

/** Folders of the components whose documents a path is among. */
export type DocumentHomes = (path: string) => readonly string[];

const docsPage = /(?:^|\/)docs?\//i;
/** Pages that a whole has whatever it is made of. */
const generalPage =
  /^(?:readme|index|overview|introduction|api|architecture|changelog|cli|client|common|components?|configuration|configure|contributing|core|development|examples?|faq|features?|guides?|installation|install|logging|metrics|monitoring|plugins?|quickstart|reference|releasenotes|security|server|setup|support|testing|tests?|tools?|troubleshooting|upgrading|usage|utils?)$/;
const shortestName = 5;

/**
 * The component around a document; beside it those whose manifests name it as theirs. A page under docs/ that is called like
 * exactly one component below the one around it is that one's.
 */
export function documentHomes(
  { files, headFiles }: Pick<RepositoryEvidence, "files" | "headFiles">,
  components: readonly Component[],
): DocumentHomes {
  const folders = new Set(components.map(({ path }) => path));
  const named = new Map<string, string[]>();
  for (const { path, definitions = [] } of files)
    for (const { name, spans } of definitions) {
      const last = spans.at(-1);
      const folder = nearest(folderOf(path), folders);
      if (name === readmeNamed && last?.to === null && folder === folderOf(path))
        append(named, last.value, folder);
    }
  const byName = new Map<string, Component[]>();
  for (const one of components) for (const name of new Set(namesOf(one))) append(byName, name, one);
  const pages = new Map<string, string>();
  for (const { path, document } of headFiles) {
    if (document === null || !docsPage.test(path)) continue;
    const around = nearest(folderOf(path), folders);
    const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.[a-z]{1,10}$/i, "");
    const subjects = [stem, document.title ?? ""]
      .map(plain)
      .filter((one) => one.length >= shortestName && !generalPage.test(one))
      .flatMap((one) => byName.get(one) ?? []);
    const [subject, ...others] = new Set(subjects.map((one) => one.path));
    const isBelow =
      subject !== undefined &&
      subject !== around &&
      (around === "." || subject.startsWith(`${around}/`));
    if (isBelow && others.length === 0) pages.set(path, subject);
  }
  return (path) => {
    const around = pages.get(path) ?? nearest(folderOf(path), folders);
    return [...new Set([around, ...(named.get(path) ?? [])])];
  };
}

/** What it may be called: `Acme.Logging.Console` is `Logging.Console` and `Console` as well. */
function namesOf({ name, path }: Component): string[] {
  const parts = name.split(/[./:@]/).filter((part) => part !== "");
  return [
    ...parts.map((_, index) => parts.slice(index).join("")),
    path.split("/").at(-1) ?? "",
  ].map(plain);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
