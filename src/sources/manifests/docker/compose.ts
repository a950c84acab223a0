import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml } from "../yaml-view.ts";
import { unknownPart, useImage } from "./image-reference.ts";
import { expandVariables } from "./shell-variables.ts";

const fileName = /^(?:docker-)?compose(?:[._-][\w.-]{1,80})?\.ya?ml$/i;
const noVariables: ReadonlyMap<string, string> = new Map();

/** Images of a compose file's services; a service with `build` names its own image and uses none. */
export const composeSource = manifestSource({
  id: "compose",
  version: 1,
  matches: (base) => fileName.test(base),
  read({ text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    // Version 1 of the format had the services at the root.
    for (const [, service] of (root?.get("services") ?? root)?.entries() ?? []) {
      const image = service.get("image");
      if (image === null || image.text === null || service.get("build") !== null) continue;
      const name = expandVariables(image.text, noVariables, unknownPart);
      useImage(facts, name, { scope: "development", line: image.line });
    }
    return facts.toFileFacts();
  },
});
