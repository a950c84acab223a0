import type { YamlView } from "./yaml-view.ts";

const deepest = 60;

/** Every map below a node, itself included, in the order of the file. */
export function* mapsIn(view: YamlView, depth = 0): Generator<YamlView> {
  if (depth > deepest) return;
  if (view.isMap) {
    yield view;
    for (const [, value] of view.entries()) yield* mapsIn(value, depth + 1);
  } else for (const item of view.items()) yield* mapsIn(item, depth + 1);
}
