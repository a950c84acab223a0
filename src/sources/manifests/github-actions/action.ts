import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { useImage } from "../docker/image-reference.ts";
import { folderOf } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml } from "../yaml-view.ts";
import { useAction } from "./action-reference.ts";

/** An action's metadata file: the action, and what a composite or container action is made of. */
export const actionSource = manifestSource({
  id: "github-action",
  version: 5,
  endings: ["yml", "yaml"],
  matches: (base) => base === "action.yml" || base === "action.yaml",
  read({ path, text }) {
    const facts = new CollectedFacts();
    const [root] = readYaml(text, facts);
    const runs = root?.get("runs") ?? null;
    // Other tools have files of this name: without `runs` it is no action.
    if (root === undefined || runs === null) return facts.toFileFacts();
    const folder = folderOf(path);
    facts.offer("githubactions", `${ownOwner}/${ownRepository}`, {
      kind: "tooling",
      line: root.get("name")?.line ?? runs.line,
      description: root.textAt("description") ?? root.textAt("name"),
      ...(folder === "" ? {} : { subpath: folder }),
    });
    for (const step of runs.get("steps")?.items() ?? []) {
      const uses = step.get("uses");
      if (uses !== null) useAction(facts, uses, "build");
    }
    const image = runs.get("image");
    if (image?.text?.startsWith("docker://") === true)
      useImage(facts, image.text.slice("docker://".length), { scope: "build", line: image.line });
    return facts.toFileFacts();
  },
});
