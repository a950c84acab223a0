import { field, KeyLines, parseJsonManifest, recordField, stringField } from "../json-manifest.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName } from "../package-marks.ts";
import { readNpmSpecifier } from "./npm-specifier.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const sections: readonly (readonly [name: string, scope: Scope])[] = [
  ["dependencies", "runtime"],
  ["devDependencies", "development"],
];
/** `"rail": "acme-rail#~1.2"`: the package of the registry by another name. */
const renamed = /^([A-Za-z0-9][\w.-]{0,200})#(.{0,200})$/;

/** bower.json: https://github.com/bower/spec/blob/master/json.md. Git tags are the versions of what it offers. */
export const bowerJson = manifestSource({
  id: "bower-json",
  version: 1,
  endings: ["json"],
  matches: (base) => base === "bower.json",
  read({ path, text }) {
    const collector = new ManifestCollector("bower");
    const root = parseJsonManifest(text, collector);
    if (root === null) return collector.facts();
    const name = stringField(root, "name");
    if (name !== undefined && name !== "")
      collector.package({
        name,
        kind: kindOfName(name),
        version: stringField(root, "version") ?? null,
        isPrivate: field(root, "private") === true,
        description: stringField(root, "description"),
        line: 1,
      });
    for (const [section, scope] of sections) {
      const lines = new KeyLines(text, section);
      for (const [key, specifier] of Object.entries(recordField(root, section) ?? {})) {
        const line = lines.lineOf(key);
        if (typeof specifier !== "string") {
          collector.problem("invalid", `${section}: ${key} has no version text`, line);
          continue;
        }
        const [, other, range] = renamed.exec(specifier) ?? [];
        const target =
          other === undefined
            ? readNpmSpecifier(path, key, specifier)
            : { name: other, constraint: range === "" ? null : (range ?? null) };
        collector.dependency({ ...target, scope, line });
      }
    }
    return collector.facts();
  },
});
