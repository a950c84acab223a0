/** Number of the tree that stands for a folder that is not there. */
export const absent = 0;

const zero = 0;
const space = 32;
const fourth = 52;

/**
 * A folder on the way to folders that are looked for, over all its versions: what each of them has in the places looked for.
 * Trees are numbers, counted from 1 in every folder by itself.
 */
export class FolderNode {
  /** Folders in it that lead further. */
  readonly inner: FolderNode[] = [];

  private readonly names = new Map<string, number>();
  private readonly children: { folder: string | null; node: FolderNode | null }[] = [];
  /** By tree, in the text that they were added by. */
  private readonly numbers = new Map<string, number>();
  /** For each tree, and each name in it: the number that the tree there has in `seen`. */
  private cells = new Uint32Array(0);
  /** Bytes of an id. */
  private width = 0;
  private readonly seen: Map<string, number>[] = [];

  /** The root above them. */
  static above(folders: readonly string[]): FolderNode {
    const root = new FolderNode();
    for (const folder of folders) root.lookFor(folder.split("/"), folder);
    return root;
  }

  private lookFor([name = "", ...rest]: readonly string[], folder: string): void {
    let slot = this.names.get(name);
    if (slot === undefined) {
      slot = this.children.length;
      this.names.set(name, slot);
      this.children.push({ folder: null, node: null });
      this.seen.push(new Map());
    }
    const child = this.children[slot];
    if (child === undefined) return;
    if (rest.length === 0) child.folder = folder;
    else {
      if (child.node === null) this.inner.push((child.node = new FolderNode()));
      child.node.lookFor(rest, folder);
    }
  }

  /** A version of it, by its id in digits. */
  add(tree: string): number {
    let number = this.numbers.get(tree);
    if (number === undefined) this.numbers.set(tree, (number = this.numbers.size + 1));
    return number;
  }

  numberOf(tree: string): number {
    return this.numbers.get(tree) ?? absent;
  }

  get cellsCount(): number {
    return (this.numbers.size + 1) * this.children.length;
  }

  /** Makes room for all that were added; they are to be read in this order. */
  begin(): string[] {
    const trees = [...this.numbers.keys()];
    this.cells = new Uint32Array(this.cellsCount);
    this.width = (trees[0]?.length ?? 0) / 2;
    return trees;
  }

  /** Takes a version as git keeps it: for each entry mode, space, name, zero, and the bytes of an id. */
  read(at: number, content: Buffer): void {
    const row = (at + 1) * this.children.length;
    for (let from = 0; from < content.length;) {
      // A tree has mode 40000, written with a zero before it by some.
      const start = content[from] === 48 ? from + 1 : from;
      let end = start;
      while (end < content.length && content[end] !== zero) end++;
      const next = end + 1 + this.width;
      if (content[start] === fourth && content[start + 5] === space && next <= content.length) {
        const slot = this.names.get(content.toString("latin1", start + 6, end));
        if (slot !== undefined) this.cells[row + slot] = this.see(slot, content, end + 1, next);
      }
      from = next;
    }
  }

  private see(slot: number, content: Buffer, from: number, end: number): number {
    const node = this.children[slot]?.node ?? null;
    if (node !== null) return node.add(content.toString("hex", from, end));
    const seen = this.seen[slot];
    const id = content.toString("latin1", from, end);
    let number = seen?.get(id);
    if (number === undefined) seen?.set(id, (number = seen.size + 1));
    return number ?? absent;
  }

  /** What differs between two versions. */
  compare(before: number, after: number, take: (folder: string) => void): void {
    if (before === after) return;
    const { length } = this.children;
    for (let slot = 0; slot < length; slot++) {
      const old = this.cells[before * length + slot] ?? absent;
      const fresh = this.cells[after * length + slot] ?? absent;
      const child = this.children[slot];
      if (old === fresh || child === undefined) continue;
      if (child.folder !== null) take(child.folder);
      child.node?.compare(old, fresh, take);
    }
  }
}
