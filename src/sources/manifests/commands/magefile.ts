import { lineNumbers } from "#evidence/line-numbers.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";

const mostCharacters = 300_000;
/** Nobody writes a module's path as text but to install or run it; imports stand alone on their lines. */
const modulePath =
  /["`]((?:github\.com|gitlab\.com|bitbucket\.org)\/[\w.-]{1,100}\/[\w.-]{1,100}(?:\/[\w./-]{1,200})?)(?:@([\w.-]{1,100}|%s))?["`]/g;
const importLine =
  /^\s{0,20}(?:import\s{1,5})?(?:[\w.]{1,60}\s{1,5})?["`][^"`]{1,300}["`]\s{0,5}(?:\/\/.{0,300})?$/;

/** Modules that the targets of Mage install or run by their path. */
export const magefileSource = manifestSource({
  id: "magefile",
  version: 2,
  matches: (base, path) =>
    base === "magefile.go" ||
    (base.endsWith(".go") && /(?:^|\/)magefiles\/[^/]{1,100}$/.test(path)),
  read({ text }) {
    const facts = new CollectedFacts();
    if (text.length > mostCharacters) {
      facts.problem("too-large", "Go file over 300,000 characters: its targets are not read");
      return facts.toFileFacts();
    }
    const lineAt = lineNumbers(text);
    const lines = text.split("\n");
    for (const { 0: whole, 1: written = "", 2: version, index } of text.matchAll(modulePath)) {
      const line = lineAt(index);
      const around = lines[line - 1] ?? whole;
      if (importLine.test(around) || /^\s{0,40}\/\//.test(around)) continue;
      const constraint = version === undefined || version === "%s" ? null : version;
      facts.use("golang", written.replace(/\/cmd\/.{1,200}$/, ""), {
        scope: "build",
        line,
        constraint,
      });
    }
    return facts.toFileFacts();
  },
});
