import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  visit,
  type Document,
  type Node,
} from "yaml";
import { withoutQuotes } from "#evidence/without-persons.ts";
import { composeYaml, UnboundedYaml } from "../yaml-library.ts";
import type { CollectedFacts } from "./collected-facts.ts";
import type { YamlNode } from "./yaml-node.ts";

/** `&name` where YAML reads an anchor, unlike the `&&` of scripts. */
const anchor = /(?:^|[\s[{,])&[^\s&,[\]{}]/m;

/** The documents of any YAML text. What the parser complains of becomes problems; what it still understood is returned. */
export function parseGeneralYaml(
  text: string,
  facts: Pick<CollectedFacts, "problem">,
): readonly YamlNode[] {
  const lines = new LineCounter();
  const documents = composed(text, lines, facts);
  const roots: YamlNode[] = [];
  // Asked once: a text of thousands of documents would be searched for each of them.
  const hasAnchors = anchor.test(text);
  for (const document of documents) {
    const error = document.errors[0];
    if (error !== undefined)
      facts.problem(
        "invalid",
        `YAML: ${withoutQuotes(error.message)}`,
        Math.max(1, lines.linePos(error.pos[0]).line),
      );
    if (document.contents === null) continue;
    const anchors = new Map<string, Node>();
    if (hasAnchors)
      visit(document, {
        Node: (_key, node) => {
          if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
        },
      });
    roots.push(new GeneralNode(document.contents, { lines, anchors }));
  }
  return roots;
}

function composed(
  text: string,
  lineCounter: LineCounter,
  facts: Pick<CollectedFacts, "problem">,
): readonly Document[] {
  try {
    // Versions stay as written ("1.10"), and YAML 1.1's `on: true` never appears.
    return composeYaml(text, { schema: "failsafe", strict: false, lineCounter });
  } catch (error) {
    if (!(error instanceof UnboundedYaml)) throw error;
    facts.problem("unsupported", `YAML ${error.message}`, 1);
    return [];
  }
}

interface Context {
  readonly lines: LineCounter;
  readonly anchors: ReadonlyMap<string, Node>;
}

/** A node of the library; what lies below it is looked at when it is asked for, for aliases may lead in circles. */
class GeneralNode implements YamlNode {
  readonly #node: Node;
  readonly #context: Context;

  constructor(node: Node, context: Context) {
    this.#node = node;
    this.#context = context;
  }

  get kind(): YamlNode["kind"] {
    if (isMap(this.#node)) return "map";
    return isSeq(this.#node) ? "list" : "scalar";
  }

  get line(): number {
    return Math.max(1, this.#context.lines.linePos(this.#node.range?.[0] ?? 0).line);
  }

  get text(): string | null {
    return isScalar(this.#node) && typeof this.#node.value === "string" ? this.#node.value : null;
  }

  get comment(): string | null {
    return isScalar(this.#node) ? (this.#node.comment?.trim() ?? null) : null;
  }

  get pairs(): YamlNode["pairs"] {
    if (!isMap(this.#node)) return [];
    return this.#node.items.map(({ key, value }) => [
      isScalar(key) ? String(key.value) : null,
      this.#follow(value),
    ]);
  }

  get items(): YamlNode["items"] {
    return isSeq(this.#node) ? this.#node.items.map((item) => this.#follow(item)) : [];
  }

  #follow(value: unknown): YamlNode | null {
    const target = isAlias(value) ? this.#context.anchors.get(value.source) : value;
    return isNode(target) && !isAlias(target) ? new GeneralNode(target, this.#context) : null;
  }
}
