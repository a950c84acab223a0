import { certainTemplate } from "#evidence/folder-signs.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import { isTestPath } from "#evidence/test-path.ts";

/** Beside a component, to try it out or to show it off: its pages are nobody's pages. */
const aside =
  /(?:^|\/)(?:demos?|playgrounds?|sandbox(?:es)?|kitchen[-_]?sink|\.?storybook|\.ladle|\.histoire|styleguides?|style-guide|cosmos|dev-app|e2e-app|playwright|test-?(?:app|site|harness)|dummy|showcase|_{0,2}templates?__?|boilerplates?|skeletons?|fixtures?)\//i;
/** `src/features/basket` holds what the program does; Cucumber's `features` stand at the top. */
const ownFeatures =
  /((?:^|\/)(?:src|app|client|web|frontend|front|ui)\/(?:[^/]{1,100}\/){0,6}?)features\//;

/** Is this a file of the program itself: no test, story, demonstration, template or copy? */
export function isShownPath(path: string): boolean {
  const plain = path.includes("features/") ? path.replace(ownFeatures, "$1") : path;
  return (
    path.length <= 1_000 &&
    !isForeignPath(path) &&
    !isTestPath(plain) &&
    !aside.test(path) &&
    certainTemplate(path) === null
  );
}
