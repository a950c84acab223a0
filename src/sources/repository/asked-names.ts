import { languageOf } from "#evidence/languages.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { Definitions } from "../services/definitions.ts";
import { isComment, lineAround, lineBefore } from "../services/text-around.ts";

/** Code of one repository that is kept until its names are looked for; of larger ones nothing is said. */
const mostCharacters = 48 * 1024 * 1024;
const deepest = 8;

/** Which names of the code that is read does other code ask for, tests left out? */
export class AskedNames {
  private readonly texts: { readonly path: string; readonly text: string }[] = [];
  private readonly known = new Map<string, boolean>();
  private charactersCount = 0;

  take(path: string, text: string): void {
    const kind = languageOf(path)?.kind;
    if ((kind !== "code" && kind !== "template") || isTestPath(path)) return;
    this.charactersCount += text.length;
    if (this.charactersCount <= mostCharacters) this.texts.push({ path, text });
    else this.texts.length = 0;
  }

  /** True as well where the repository is too large to tell. */
  isAsked(name: string): boolean {
    return this.charactersCount > mostCharacters || this.isWanted(name, 0);
  }

  /** What stands in a definition that nobody asks for asks for nothing; a circle is asked for by nobody. */
  private isWanted(name: string, depth: number): boolean {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    if (depth > deepest) return true;
    this.known.set(name, false);
    const found = this.texts.some(({ path, text }) => this.asksIn(path, text, name, depth));
    this.known.set(name, found);
    return found;
  }

  private asksIn(path: string, text: string, name: string, depth: number): boolean {
    let definitions: Definitions | null = null;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (!isMention(text, at, name)) continue;
      definitions ??= new Definitions(path, text);
      const holder = definitions.around(at);
      if (holder === null) return true;
      if (holder.name !== name && this.isWanted(holder.name, depth + 1)) return true;
    }
    return false;
  }
}

const declares =
  /(?:\b(?:def|func|fun|fn|function|class|interface|struct|type|module)\s{1,4}(?:self\.)?|^\s{0,80}\w{0,20}(?:_accessor|attr_\w{1,12})\b.{0,200}|[\w@/$-]|\bfunc\s.{0,80}\)\s)$/;
/** `ORDERS_URL?: string` in an interface says nothing of what is read. */
const typeOnly = /^\??:\s{0,3}(?:string|number|boolean|str|any)\b/;

/** Taken in from another file: what is done with it stands further down. */
const takesIn =
  /(?:^|\n)[ \t]{0,20}(?:(?:import|export)[ \t]{0,4}(?:type[ \t]{1,4})?\{[^}]{0,500}|from[ \t]{1,4}[\w.]{1,100}[ \t]{1,4}import[ \t]{0,4}\([^)]{0,500}|(?:import|from|using|use)\b[^\n;]{0,200})$/;
/** Given a value, as `process.env.ORDERS_URL = "…"`: that reads nothing. */
const isSet = /^(?:["']\])?[ \t]{0,3}=(?![=~>])/;

function isMention(text: string, at: number, name: string): boolean {
  const after = text.slice(at + name.length, at + name.length + 30);
  if (/^\w/.test(after) || typeOnly.test(after) || isSet.test(after)) return false;
  const before = lineBefore(text, at);
  const isTakenIn =
    takesIn.test(text.slice(Math.max(0, at - 620), at)) && !/^\s{1,4}as\s/.test(after);
  return !isTakenIn && !declares.test(before) && !isComment(lineAround(text, at));
}
