import type { Scope } from "#evidence/facts.ts";
import {
  field,
  type JsonRecord,
  KeyLines,
  parseJsonManifest,
  recordField,
  stringField,
  stringsOf,
} from "../json-manifest.ts";
import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName } from "../package-marks.ts";

const sections: readonly (readonly [name: string, scope: Scope])[] = [
  ["require", "runtime"],
  ["require-dev", "development"],
];
/** PHP itself, its extensions and Composer's own interfaces are not packages; those have a vendor. */
const isPackage = /^[^/\s]{1,150}\/[^/\s]{1,150}$/;

/** composer.json: https://getcomposer.org/doc/04-schema.md */
export const composerJson = manifestSource({
  id: "php-composer-json",
  version: 1,
  matches: (base) => base === "composer.json",
  read({ text }) {
    const collector = new ManifestCollector("composer");
    const root = parseJsonManifest(text, collector);
    if (root === null) return collector.facts();
    readPackage(root, text, collector);
    for (const [section, scope] of sections) {
      const lines = new KeyLines(text, section);
      for (const [name, constraint] of Object.entries(recordField(root, section) ?? {})) {
        const line = lines.lineOf(name);
        if (!isPackage.test(name)) continue;
        if (typeof constraint === "string") collector.dependency({ name, constraint, scope, line });
        else collector.problem("invalid", `${section}: ${name} has no version text`, line);
      }
    }
    return collector.facts();
  },
});

function readPackage(root: JsonRecord, text: string, collector: ManifestCollector): void {
  const name = stringField(root, "name");
  if (name === undefined || !isPackage.test(name)) return;
  const type = stringField(root, "type") ?? "library";
  const isTooling =
    /-plugin$|coding-standard/.test(type) ||
    stringsOf(field(root, "keywords")).some((word) => word === "static analysis" || word === "dev");
  collector.package({
    name,
    kind: isTooling ? "tooling" : kindOfName(name),
    version: stringField(root, "version") ?? null,
    // A project is an application's skeleton or the application itself: nobody requires it.
    isPrivate: type === "project",
    description: stringField(root, "description"),
    deprecated: abandonment(field(root, "abandoned")),
    line: new KeyLines(text, "nowhere").lineOf("name"),
  });
}

/** `abandoned` is true, or names the replacement. */
function abandonment(value: unknown): string | undefined {
  if (value === true) return "abandoned";
  return typeof value === "string" && value !== "" ? `abandoned: use ${value}` : undefined;
}
