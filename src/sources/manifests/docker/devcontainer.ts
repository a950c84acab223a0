import { stripComments } from "jsonc-parser";
import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { baseName } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml } from "../yaml-view.ts";
import { unknownPart, useImage } from "./image-reference.ts";

const container = /^\.?devcontainer\.json$/;
const offered = /^devcontainer-(?:feature|template)\.json$/;

/** Development containers: their image and features; a feature that the repository offers as its publishing action names it. */
export const devcontainerSource = manifestSource({
  id: "devcontainer",
  version: 1,
  endings: ["json"],
  matches: (base) => container.test(base) || offered.test(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    // What replaces comments must not move lines.
    const plain = stripComments(text, " ");
    // A comment without end gets a line of its own by the library.
    const isSameLines = plain.split("\n").length === text.split("\n").length;
    const [root] = readYaml(isSameLines ? plain : text, facts);
    if (root === undefined) return facts.toFileFacts();
    if (offered.test(baseName(path))) {
      const id = root.get("id");
      if (id !== null && id.text !== null)
        facts.offer("docker", `${ownOwner}/${ownRepository}/${id.text.toLowerCase()}`, {
          kind: "tooling",
          version: root.textAt("version"),
          description: root.textAt("description") ?? root.textAt("name"),
          line: id.line,
          qualifiers: { repository_url: "ghcr.io" },
        });
      return facts.toFileFacts();
    }
    const image = root.get("image");
    const expand = (name: string): string => name.replace(/\$\{[^}]{0,200}\}/g, unknownPart);
    if (image?.text !== null && image !== null)
      useImage(facts, expand(image.text), { scope: "development", line: image.line });
    const features = root.get("features");
    for (const feature of features?.keys() ?? []) {
      if (feature.includes("/") && !feature.startsWith("."))
        useImage(facts, feature, {
          scope: "development",
          line: features?.get(feature)?.line ?? features?.line ?? 1,
        });
    }
    return facts.toFileFacts();
  },
});
