import { unknownGroup } from "#evidence/own-repository.ts";
import { lineNumbers } from "#kernel/line-numbers.ts";
import type { CollectedFacts } from "../collected-facts.ts";
import { offerImage } from "../docker/image-reference.ts";
import { builtInSteps } from "./built-in-steps.ts";

const called =
  /^[ \t]{0,60}(?:\w{1,60} ?= ?)?(\w{0,60}(?:[Dd]ocker|[Ii]mage|[Cc]ontainer)\w{0,60})[ (]/gm;
const makes = /build|publish|push|bake|release/i;
/** These run in an image or look at one. */
const borrows = /^(?:with|in|inside|run|use|pull|scan|test|check|lint|verify|deploy)(?![a-z])/;
const first = /^\s{0,20}\[?\s{0,20}["']([^"'\n]{1,200})["']/;
const named =
  /\b(?:imageName|dockerImage|image|repository|name)\s{0,5}:\s{0,5}["']([^"'\n]{1,200})["']/;
const imageName = /^[\w.-]{2,120}(?:[:/][\w.-]{1,120}){0,8}$/;

/**
 * Images that a step of a shared library builds, `buildDockerImage('lamp')`, `bakeImages(imageName: 'lamp')`. Under which
 * namespace it publishes them only the library knows: the model joins a name without one.
 */
export function readImageSteps(facts: CollectedFacts, code: string): void {
  const lineAt = lineNumbers(code);
  for (const found of code.matchAll(called)) {
    const step = found[1] ?? "";
    if (builtInSteps.has(step) || borrows.test(step)) continue;
    const rest = code.slice(found.index + found[0].length, found.index + found[0].length + 600);
    const written = rest.split(/\)|\n\s{0,20}\n/, 1)[0] ?? "";
    const name = named.exec(written);
    const image = (makes.test(step) ? first.exec(written)?.[1] : undefined) ?? name?.[1];
    const isMade = makes.test(step) || name?.[0].startsWith("imageName") === true;
    if (image === undefined || !isMade || !imageName.test(image)) continue;
    offerImage(
      facts,
      image.includes("/") ? image : `${unknownGroup}/${image}`,
      lineAt(found.index),
    );
  }
}
