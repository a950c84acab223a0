import type { YamlView } from "./yaml-view.ts";

const deepest = 60;

/** Every map below a node, itself included, in the order of the file. */
export function mapsIn(view: YamlView): readonly YamlView[] {
  const found: YamlView[] = [];
  collect(view, 0, found);
  return found;
}

function collect(view: YamlView, depth: number, found: YamlView[]): void {
  if (depth > deepest) return;
  if (view.isMap) {
    found.push(view);
    for (const [, value] of view.entries()) collect(value, depth + 1, found);
  } else for (const item of view.items()) collect(item, depth + 1, found);
}
