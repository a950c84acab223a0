import { dirname, sep } from "node:path";
import { isWithinBytes, joinBytes, kindOfBytes, toBytePath, type BytePath } from "./byte-path.ts";

export type Trespass = "leads-outside" | "of-another";

/**
 * Where the links of one repository may lead: to its own places, and to folders of the input that are no repository's. What
 * another repository holds is its own, also in the same input: shown under a second name it would count twice.
 */
export class OwnArea {
  private readonly area: readonly BytePath[];
  private readonly own: BytePath[];
  private readonly around = new Map<string, BytePath | null>();

  /** `area`: the input, without links; `own`: places in it that belong to the repository. */
  constructor(area: readonly BytePath[], own: readonly BytePath[]) {
    this.area = area;
    this.own = [...own];
  }

  /** What is borrowed from by a list of alternates, which says so in the open, may lead about in its own repository. */
  lendTo(folder: BytePath): void {
    const found = this.repositoryAround(folder) ?? folder;
    this.own.push(found.endsWith(`${sep}.git`) ? parentOf(found) : found);
  }

  /** Null where a link may lead to `real`, a path without links. */
  trespass(real: BytePath): Trespass | null {
    if (isWithinBytes(real, this.own)) return null;
    if (!isWithinBytes(real, this.area)) return "leads-outside";
    return this.repositoryAround(real) === null ? null : "of-another";
  }

  /** The innermost repository of the area that a place is in, or is itself. */
  repositoryAround(real: BytePath): BytePath | null {
    if (!this.area.some((base) => real !== base && isWithinBytes(real, [base]))) return null;
    const known = this.around.get(real);
    if (known !== undefined) return known;
    const found = isRepository(real) ? real : this.repositoryAround(parentOf(real));
    this.around.set(real, found);
    return found;
  }
}

export function parentOf(path: BytePath): BytePath {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of bytes a part are bytes
  return dirname(path) as BytePath;
}

function isRepository(folder: BytePath): boolean {
  const has = (name: string): boolean =>
    kindOfBytes(joinBytes(folder, toBytePath(name)), true) !== null;
  if (folder.endsWith(`${sep}.git`)) return has("HEAD") && has("objects");
  return has(".git") || (has("HEAD") && has("objects") && has("refs"));
}
