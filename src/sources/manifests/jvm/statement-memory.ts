import type { ScriptNode } from "./script-nodes.ts";

/** What is kept may hold on to the texts of the files it comes from: so many characters of them, and all is forgotten. */
const mostCharacters = 16_000_000;

/** What statements say, so that those which stand unchanged in the next version of a file are not read again. */
export class StatementMemory<Said> {
  readonly #said = new Map<string, Said>();
  #characters = 0;
  #fileCharacters = 0;

  /** To be called before the statements of a file are asked for. `length`: of its text. */
  startFile(length: number): void {
    this.#fileCharacters = length;
  }

  of(key: string): Said | undefined {
    return this.#said.get(key);
  }

  keep(key: string, said: Said): void {
    this.#characters += key.length + this.#fileCharacters;
    this.#fileCharacters = 0;
    if (this.#characters > mostCharacters) {
      this.#said.clear();
      this.#characters = key.length;
    }
    this.#said.set(key, said);
  }
}

/** All that there is to nodes: kinds, values and lines, these counted from the first. Other nodes are spelled otherwise. */
export function spelled(nodes: readonly ScriptNode[]): string {
  return spelledFrom(nodes, nodes[0]?.line ?? 0);
}

function spelledFrom(nodes: readonly ScriptNode[], first: number): string {
  let text = "";
  let line = first;
  for (const node of nodes) {
    if (node.line !== line) {
      text += `+${String(node.line - line)}`;
      line = node.line;
    }
    if (node.kind === "group") text += `${node.value}${spelledFrom(node.nodes, line)})`;
    else text += `${marks[node.kind]}${String(node.value.length)}:${node.value}`;
  }
  return text;
}

const marks = { text: "t", word: "w", sign: "s", break: "b" } as const;
