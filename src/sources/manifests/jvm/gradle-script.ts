import type { CollectedFacts } from "../collected-facts.ts";
import { folderOf } from "../manifest-path.ts";
import { declarationOf, defineValue } from "./script-declarations.ts";
import type { ScriptNode } from "./script-nodes.ts";
import type { Statement } from "./script-statements.ts";

/** Of blocks that configure many projects, what stands in them counted again for each further project. */
const mostRepeated = 200_000;

/** One build script while it is read. */
export class GradleScript {
  readonly facts: CollectedFacts;
  readonly path: string;
  readonly folder: string;
  /** Ids of plugins that it applies. */
  readonly plugins = new Set<string>();
  /** Ids under which its plugins are published. */
  readonly ownPlugins = new Set<string>();
  /** Names under which it publishes, by the project meant; without group and version those of the project. */
  readonly publications: Publication[] = [];
  isPublished = false;
  private repeatedNodes = 0;
  private isCut = false;
  description: string | null = null;

  constructor(facts: CollectedFacts, path: string) {
    this.facts = facts;
    this.path = path;
    this.folder = folderOf(path);
  }

  /**
   * May a block be gone through once more, for a further project? Thousands of projects with thousands of statements for each of
   * them, or blocks for two projects within each other, would have no end.
   */
  mayRepeat(nodes: readonly ScriptNode[]): boolean {
    this.repeatedNodes += countOf(nodes);
    if (this.repeatedNodes <= mostRepeated) return true;
    if (!this.isCut)
      this.facts.problem("truncated", "more projects and statements for each than are read");
    this.isCut = true;
    return false;
  }

  /** A path below the script's folder, from the root of the repository. */
  fromRoot(relative: string): string {
    const segments = this.folder.split("/").filter((one) => one !== "");
    for (const segment of relative.split("/")) {
      if (segment === "..") segments.pop();
      else if (segment !== "" && segment !== ".") segments.push(segment);
    }
    return segments.length === 0 ? "." : segments.join("/");
  }

  /** Keeps what a statement defines; true where it is a declaration of a name of its own. */
  readDeclaration(statement: Statement, takesAssignments = false): boolean {
    const declared = declarationOf(statement);
    if (declared === null) return false;
    if (declared.isNew || takesAssignments) defineValue(this.facts, declared.name, declared.value);
    return declared.isNew;
  }
}

function countOf(nodes: readonly ScriptNode[]): number {
  let count = nodes.length;
  for (const node of nodes) if (node.kind === "group") count += countOf(node.nodes);
  return count;
}

export interface Publication {
  readonly group: string | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly line: number;
}
