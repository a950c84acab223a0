import type { SurfaceMark } from "#evidence/surface-mark.ts";

/**
 * A sign in the list of paths. The sign is about the folder that its match begins in; group 1, where there is one,
 * goes on with that folder's name: `(views)/…` in `shop/views/a.erb` is about `shop/views`.
 */
export interface PathSign {
  readonly mark: SurfaceMark["mark"];
  readonly text: string;
  readonly path: RegExp;
  /** Endings without dot, lower-case: no other path is asked about. */
  readonly endings?: ReadonlySet<string>;
}
