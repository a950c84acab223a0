/** Plain data from HCL: objects, lists, texts; a reference (`github_team.core.id`) is its text; anything else is left out. */
export type HclData = string | readonly HclData[] | { readonly [key: string]: HclData };

type Token = { readonly kind: "text" | "word" | "mark" | "line"; readonly text: string };

const deepest = 40;
const mostTokens = 200_000;
/** Each alternative begins with another character. */
const pattern =
  /"((?:[^"\\\n]|\\.){0,2000})"|([A-Za-z_][\w.-]{0,200}(?:\["?[\w.-]{1,100}"?\][\w.-]{0,100}){0,3})|(\n)|(?:#|\/\/)[^\n]{0,5000}|\/\*[^*]{0,5000}\*\/|([{}[\]=:,()])|[^\s]/g;

/**
 * The top of a Terraform file or of one of variables. Blocks stand under their type as lists of objects, with their labels as
 * `$label` (the last) and `$type` (the first of two).
 */
export function readHclData(text: string): Readonly<Record<string, HclData>> {
  const tokens: Token[] = [];
  for (const [, quoted, word, line, mark] of text.matchAll(pattern)) {
    if (tokens.length > mostTokens) break;
    if (quoted !== undefined) tokens.push({ kind: "text", text: quoted });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else if (line !== undefined) tokens.push({ kind: "line", text: line });
    else tokens.push({ kind: "mark", text: mark ?? "?" });
  }
  return new DataReader(tokens).body(0);
}

class DataReader {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  body(depth: number): Readonly<Record<string, HclData>> {
    const entries = new Map<string, HclData>();
    const blocks = new Map<string, HclData[]>();
    for (let token = this.tokens[this.at]; token !== undefined; token = this.tokens[this.at]) {
      if (token.kind === "mark" && token.text === "}") break;
      this.at++;
      if (token.kind === "line" || token.kind === "mark") continue;
      const labels: string[] = [];
      let next = this.tokens[this.at];
      while (next !== undefined && (next.kind === "text" || next.kind === "word")) {
        labels.push(next.text);
        next = this.tokens[++this.at];
      }
      if (next?.text === "=" || next?.text === ":") {
        this.at++;
        const value = this.value(depth + 1);
        if (value !== null) entries.set(token.text, value);
      } else if (next?.text === "{" && depth < deepest) {
        this.at++;
        const inner = this.body(depth + 1);
        this.at++;
        const label = labels.at(-1);
        blocks.set(token.text, [
          ...(blocks.get(token.text) ?? []),
          {
            ...inner,
            ...(label === undefined ? {} : { $label: label }),
            ...(labels.length > 1 ? { $type: labels[0] ?? "" } : {}),
          },
        ]);
      }
    }
    for (const [name, list] of blocks) if (!entries.has(name)) entries.set(name, list);
    return Object.fromEntries(entries);
  }

  private value(depth: number): HclData | null {
    const token = this.tokens[this.at++];
    if (token === undefined || depth > deepest) return null;
    if (token.kind === "text" || token.kind === "word") return this.simple(token.text);
    if (token.text === "{") {
      const inner = this.body(depth);
      this.at++;
      return inner;
    }
    return token.text === "[" ? this.list(depth) : null;
  }

  /** A call or a sum of several parts is none of the values that can be told without running anything. */
  private simple(text: string): string | null {
    const next = this.tokens[this.at];
    if (next?.text === "(" || next?.text === "?") {
      this.skipLine();
      return null;
    }
    return text;
  }

  private skipLine(): void {
    while (this.at < this.tokens.length && this.tokens[this.at]?.kind !== "line") this.at++;
  }

  private list(depth: number): HclData[] {
    const items: HclData[] = [];
    for (let token = this.tokens[this.at]; token !== undefined; token = this.tokens[this.at]) {
      if (token.text === "]" && token.kind === "mark") {
        this.at++;
        break;
      }
      if (token.kind === "line" || token.text === ",") this.at++;
      else {
        const value = this.value(depth + 1);
        if (value !== null) items.push(value);
      }
    }
    return items;
  }
}
