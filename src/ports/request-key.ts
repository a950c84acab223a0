/** A request that may come twice: the same key of the same request is answered alike, and acted upon once. */
export interface RequestKey {
  readonly key: string;
  /** A digest of all that was asked. */
  readonly request: string;
}
