import { useRef, useState } from "react";
import { toggledAll, toggled, upTo } from "./picked.ts";

export interface Picked {
  readonly keys: ReadonlySet<string>;
  /** One more, or one less; `isRange`: all from the one that was picked before. */
  readonly pick: (key: string, isRange?: boolean) => void;
  /** All of them, or none where all are picked. */
  readonly pickAll: (keys: readonly string[]) => void;
  /** These as well. */
  readonly add: (keys: readonly string[]) => void;
  readonly letGo: () => void;
}

const nothing: ReadonlySet<string> = new Set();

/** Rows that a reader picked, by key; `order` is that in which they stand. */
export function usePicked(order: () => readonly string[]): Picked {
  const [keys, setKeys] = useState(nothing);
  const last = useRef<string | null>(null);
  return {
    keys,
    pick: (key, isRange = false) => {
      setKeys(isRange ? upTo(keys, order(), last.current, key) : toggled(keys, key));
      last.current = key;
    },
    pickAll: (some) => setKeys(toggledAll(keys, some)),
    add: (some) => setKeys(new Set([...keys, ...some])),
    letGo: () => setKeys(nothing),
  };
}
