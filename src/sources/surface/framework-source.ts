import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { frameworkManifests } from "./frameworks.ts";
import { MarkCounter } from "./marks.ts";

/**
 * Frameworks that a manifest at HEAD names. Dependencies are read elsewhere, with their history; here only names that
 * show what the component is for are looked for, in the text as it stands.
 */
export const frameworks: FileSource = {
  id: "frameworks",
  version: 2,
  detect: (path) =>
    frameworkManifests.some((manifest) => manifest.path.test(path)) &&
    !isForeignPath(path) &&
    !isTestPath(path)
      ? "head"
      : "none",
  read: ({ path, text }) => {
    const counter = new MarkCounter();
    const seen = new Set<string>();
    for (const manifest of frameworkManifests) {
      if (!manifest.path.test(path)) continue;
      const said = manifest.without === undefined ? text : text.replace(manifest.without, "");
      for (const [, name = ""] of said.matchAll(manifest.name)) {
        const found = manifest.frameworks.get(name.toLowerCase());
        if (found === undefined || seen.has(found.name)) continue;
        seen.add(found.name);
        counter.add(found.mark, found.name);
      }
    }
    const surface = counter.marks();
    return surface.length === 0 ? {} : { surface };
  },
};
