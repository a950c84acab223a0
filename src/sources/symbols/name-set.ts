const maximumNames = 300;

/** Distinct names in the order met, at most 300 a file. */
export class NameSet {
  readonly #names = new Set<string>();
  #isFull = false;

  add(name: string): void {
    if (name === "" || name.length > 200) return;
    if (this.#names.size < maximumNames) this.#names.add(name);
    else if (!this.#names.has(name)) this.#isFull = true;
  }

  /** There were more. */
  get isFull(): boolean {
    return this.#isFull;
  }

  values(): readonly string[] {
    return [...this.#names];
  }
}
