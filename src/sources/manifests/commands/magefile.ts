import { lineNumbers } from "#evidence/line-numbers.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";

const mostCharacters = 300_000;
/** Imports stand alone on their lines. */
const modulePath =
  /["`]((?:github\.com|gitlab\.com|bitbucket\.org)\/[\w.-]{1,100}\/[\w.-]{1,100}(?:\/[\w./-]{1,200})?)(?:@([\w.-]{1,100}|%s))?["`]/g;
const importLine =
  /^\s{0,20}(?:import\s{1,5})?(?:[\w.]{1,60}\s{1,5})?["`][^"`]{1,300}["`]\s{0,5}(?:\/\/.{0,300})?$/;

/** Programs are started and installed; a path that is compared with what go.mod says is only asked after. */
const calls =
  /\b(?:\w{0,30}(?:Run|Install|Output|Exec|Command|GoGet|Build)\w{0,30}|install|run|get)\b/;
/** `name = "…"`, `name: "…"`, `const name string = "…"`. */
const given = /\b([A-Za-z_]\w{0,60})(?:\s{1,5}string)?\s{0,5}:?[=:]\s{0,5}["`]/;

/** Modules that the targets of Mage install or run by their path: in the call itself, or by a name that a call is given. */
export const magefileSource = manifestSource({
  id: "magefile",
  version: 3,
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
      if (version === undefined && !isCalled(lines, line - 1)) continue;
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

const linesOfCall = 6;

/** Is the text of that line (from 0) part of a call that starts or installs something, or of a name that one is given? */
function isCalled(lines: readonly string[], at: number): boolean {
  const around = lines[at] ?? "";
  let from = at;
  while (at - from < linesOfCall && /[(,{]\s{0,20}$/.test(lines[from - 1] ?? "")) from--;
  if (calls.test(withoutTexts(lines.slice(from, at + 1).join(" ")))) return true;
  if (/["`](?:install|run|get)["`]/.test(around)) return true;
  const name = given.exec(around)?.[1];
  if (name === undefined) return false;
  const word = new RegExp(`\\b${name}\\b`);
  return lines.some(
    (line, other) => other !== at && word.test(line) && (calls.test(line) || /"go"/.test(line)),
  );
}

/** Paths hold words too. */
function withoutTexts(line: string): string {
  return line.replace(/["`][^"`]{0,400}["`]/g, (text) =>
    /^["`](?:install|run|get)["`]$/.test(text) ? text : '""',
  );
}
