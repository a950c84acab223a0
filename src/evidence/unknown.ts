/** Why a figure is not known, and the one addition that would make it known. `field` is a path below what it belongs to. */
export interface Unknown {
  readonly field: string;
  readonly code: string;
  readonly reason: string;
  readonly needs: string;
}

/** A figure, or why there is none. */
export type Answer<Value> =
  | { readonly value: Value; readonly unknown: null }
  | { readonly value: null; readonly unknown: Unknown };

export function known<Value>(value: Value): Answer<Value> {
  return { value, unknown: null };
}

export function unknown(field: string, code: string, reason: string, needs: string): Answer<never> {
  return { value: null, unknown: { field, code, reason, needs } };
}
