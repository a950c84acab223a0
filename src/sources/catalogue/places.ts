import type { NamedRepository } from "#evidence/facts.ts";
import { isPlaceholder } from "#evidence/owner-name.ts";
import { parseRepositoryAddress } from "#evidence/repository-address.ts";
import { entriesOf, field, textOf } from "../untrusted-value.ts";

/**
 * The repository, and the folder in it, that an address in any spelling names; null where it names none. A page of a file
 * means the folder that the file lies in.
 */
export function placeAt(text: string): NamedRepository | null {
  const address = parseRepositoryAddress(text.trim().replace(/^url:/i, ""));
  // One segment without a host or a group is what its host is called, or a page of it.
  if (address === null || !address.path.includes("/")) return null;
  const steps = address.folder.split("/").filter((step) => step !== "" && step !== ".");
  const isFile = /\.[A-Za-z]{1,5}$/.test(steps.at(-1) ?? "") && !/\/(?:[?#].*)?$/s.test(text);
  if (isFile) steps.pop();
  const isPlain = steps.length > 0 && !steps.includes("..");
  return { host: address.host, path: address.path, folder: isPlain ? steps.join("/") : null };
}

/** Keys of Backstage's annotations that hold a repository, of any forge; projects of other tools have slugs as well. */
const slugKey =
  /^(?:[\w.-]{0,60}(?:git|bitbucket|azure|codeberg|forgejo)[\w.-]{0,60}|circleci\.com)\/(?:project-slug|repo-slug|project-repo)$/i;

/** Where the annotations of an entity say that its code is, the surest first. */
export function placesIn(annotations: unknown): readonly NamedRepository[] {
  const text = (key: string): string | null => {
    const value = textOf(field(annotations, key));
    return value === null || isPlaceholder(value) ? null : value;
  };
  const address = (key: string): NamedRepository | [] => {
    const value = text(key);
    return value === null ? [] : (placeAt(value) ?? []);
  };
  return [
    address("backstage.io/source-location"),
    entriesOf(annotations, 200).flatMap(([key]) =>
      slugKey.test(key) ? slugOf(key, text(key), text) : [],
    ),
    address("backstage.io/view-url"),
    address("backstage.io/edit-url"),
  ].flat();
}

/** `acme/web`; the host may be any installation of that forge. Some write the whole address. */
function slugOf(
  key: string,
  written: string | null,
  text: (key: string) => string | null,
): NamedRepository | [] {
  if (written === null) return [];
  if (/:\/\/|@/.test(written)) return placeAt(written) ?? [];
  const isOfPipeline = /^circleci\./i.test(key);
  const slug = (isOfPipeline ? written.replace(/^(?:gh|github|bb|bitbucket)\//, "") : written)
    .replace(/^\/+/, "")
    .replace(/\.git$/i, "");
  if (!/^[^\s/]{1,100}(?:\/[^\s/]{1,100}){1,20}$/.test(slug)) return [];
  if (!key.startsWith("dev.azure.com/")) return { host: null, path: slug, folder: null };
  const organisation = text("dev.azure.com/host-org");
  if (organisation === null) return { host: "dev.azure.com", path: slug, folder: null };
  const [project = "", name = ""] = slug.split("/");
  return placeAt(`https://${organisation}/${project}/_git/${name}`) ?? [];
}
