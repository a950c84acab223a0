import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName } from "../package-marks.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const stanza =
  /^(library|executable|test-suite|benchmark|foreign-library|common|flag|source-repository|custom-setup)\b/i;
const fieldLine = /^(\s{0,40})([A-Za-z][\w-]{0,60})\s{0,20}:\s{0,20}(.{0,2000})$/;
const dependency = /^([A-Za-z0-9][\w-]{0,100})(?::[^,\s]{0,200})?\s{0,20}(.{0,200})$/;
const scopes: ReadonlyMap<string, Scope> = new Map([
  ["test-suite", "test"],
  ["benchmark", "development"],
  ["custom-setup", "build"],
]);

/** *.cabal: name, version and `build-depends` of each part, https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html */
export const cabal = manifestSource({
  id: "haskell-cabal",
  version: 2,
  endings: ["cabal"],
  matches: (base) => base.endsWith(".cabal"),
  read({ text }) {
    const facts = new CollectedFacts();
    const values = new Map<string, { text: string; line: number }>();
    let part = "";
    let inside = "";
    let indent = 0;
    const uses: { written: string; line: number; scope: Scope }[] = [];
    const take = (written: string, line: number): void => {
      const scope = scopes.get(part) ?? "runtime";
      // `lamp:{lamp, bright}` names libraries within a package.
      for (const one of written.replace(/\{[^}]{0,500}\}/g, "").split(","))
        uses.push({ written: one.trim(), line, scope });
    };
    for (const [index, raw] of text.split(/\r?\n/).entries()) {
      const content = raw.replace(/(?:^|\s)--.*/s, "").trimEnd();
      if (content.trim() === "") continue;
      const depth = content.length - content.trimStart().length;
      const begins = depth === 0 ? stanza.exec(content)?.[1]?.toLowerCase() : undefined;
      if (begins !== undefined) {
        part = begins;
        inside = "";
        continue;
      }
      const [, , key, value = ""] = fieldLine.exec(content) ?? [];
      const isNewField = key !== undefined && (inside === "" || depth <= indent);
      if (isNewField) {
        inside = key.toLowerCase();
        indent = depth;
        if (depth === 0 && !values.has(inside))
          values.set(inside, { text: value, line: index + 1 });
        if (inside === "build-depends" || inside === "setup-depends") take(value, index + 1);
      } else if (depth > indent && (inside === "build-depends" || inside === "setup-depends"))
        take(content, index + 1);
    }
    const name = values.get("name");
    if (name !== undefined && name.text !== "")
      facts.offer("hackage", name.text, {
        kind: kindOfName(name.text),
        version: values.get("version")?.text ?? null,
        description: values.get("synopsis")?.text ?? null,
        line: name.line,
      });
    for (const { written, line, scope } of uses) {
      const [, used, constraint = ""] = dependency.exec(written) ?? [];
      if (used === undefined || used === name?.text) continue;
      facts.use("hackage", used, { scope, line, constraint });
    }
    return facts.toFileFacts();
  },
});
