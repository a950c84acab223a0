/** What names stand for. */
export interface Values {
  get(name: string): string | undefined;
}

/**
 * The first of them that knows a name says what it stands for. Nothing is copied: each of thousands of jobs and steps sees
 * the thousands of names that stand around it.
 */
export function layered(...layers: readonly Values[]): Values {
  return {
    get: (name) => {
      for (const layer of layers) {
        const value = layer.get(name);
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}
