const maximumNames = 300;

/** Distinct names in the order met, at most 300 a file. */
export class NameSet {
  readonly #names = new Set<string>();

  add(name: string): void {
    if (name !== "" && name.length <= 200 && this.#names.size < maximumNames) this.#names.add(name);
  }

  values(): readonly string[] {
    return [...this.#names];
  }
}
