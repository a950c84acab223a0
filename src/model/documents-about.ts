import type { DocumentFacts } from "#evidence/facts.ts";
import { append } from "#kernel/lists-by-key.ts";
import { folderOf } from "./folder-paths.ts";
import { bundleName } from "./bundles.ts";
import type { Capability, Component } from "./organisation.ts";

/** Tells of a document in its provider's folder whether it is about a capability. */
export type IsAbout = (
  document: { readonly path: string; readonly facts: DocumentFacts },
  capability: Capability,
) => boolean;

const programs = new Set([
  "application-shape",
  "browser-app",
  "mobile-app",
  "desktop-app",
  "browser-extension",
]);

/**
 * What lies in a component's folder is about the main things that it offers. A workflow, an action or a module in a folder of
 * something else is beside the point of it: documents are about such a part where they lie with it, or name it. A component that
 * offers nothing but parts, and is no program itself, is about all of them.
 */
export function documentsAbout(
  capabilities: readonly Capability[],
  components: readonly Component[],
): IsAbout {
  const byProvider = new Map<string, Capability[]>();
  for (const one of capabilities)
    if (one.providerComponentId !== null) append(byProvider, one.providerComponentId, one);
  const beside = new Set<string>();
  for (const { id, surface, artefacts } of components) {
    const offers = byProvider.get(id) ?? [];
    const parts = offers.filter(isPart);
    const isProgram =
      surface.some(({ mark }) => programs.has(mark)) ||
      artefacts.some(({ type }) => type.endsWith("-web-application"));
    if (parts.length < offers.length || isProgram) for (const one of parts) beside.add(one.id);
  }
  return (document, capability) => {
    if (!beside.has(capability.id)) return true;
    return capability.packages.some((purl) => isAboutPart(document, purl));
  };
}

function isPart({ packages }: Capability): boolean {
  return (
    packages.length > 0 && packages.every((one) => bundleName(one) !== null || one.includes("#"))
  );
}

function isAboutPart(
  { path, facts }: { readonly path: string; readonly facts: DocumentFacts },
  purl: string,
): boolean {
  const place = decoded(purl.slice(purl.indexOf("#") + 1));
  if (!purl.includes("#") || place === "") return false;
  const isFile = /\.[a-z0-9]{1,8}$/i.test(place);
  const folder = isFile ? folderOf(place) : place;
  if (folder !== "." && path.startsWith(`${folder}/`)) return true;
  const file = place.slice(place.lastIndexOf("/") + 1);
  const name = isFile ? file.replace(/\.[a-z0-9]{1,8}$/i, "") : file;
  const said = [path.slice(path.lastIndexOf("/") + 1), facts.title ?? "", ...facts.headings];
  // A single word (`deploy`, `test`) is said of anything; what it is must stand beside it.
  const words = wordsOf(name);
  const wanted = words.includes(" ")
    ? [words]
    : ["workflow", "action", "module", "template"].map((kind) => `${words} ${kind}`);
  return said.some(
    (text) =>
      (isFile && text.includes(file)) ||
      wanted.some((one) => ` ${wordsOf(text)} `.includes(` ${one} `)),
  );
}

/** `Pact-verify` → `pact verify`. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]{1,20}/)
    .filter((word) => word !== "")
    .join(" ");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // an escape that is none: the name as it stands is the best there is
  }
}
