import { CollectedFacts } from "../collected-facts.ts";
import { offerImage, unknownPart, useImage } from "../docker/image-reference.ts";
import { expandVariables } from "../docker/shell-variables.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { mapsIn } from "../yaml-walk.ts";

const drone =
  /(?:^|\/)\.(?:drone|woodpecker)[\w.-]{0,50}\.ya?ml$|(?:^|\/)\.(?:drone|woodpecker)\/[^\s]{1,200}\.ya?ml$/;
const concourse =
  /(?:^|\/)(?:\.?concourse\/[^\s]{1,200}|ci\/(?:tasks\/)?[\w.-]{1,80})\.ya?ml$|^[\w.-]{0,60}pipeline\.ya?ml$/;
const looksLikeConcourse = /^(?:resource_types|image_resource):|^[ \t]{1,8}image_resource:/m;
const none: ReadonlyMap<string, string> = new Map();

/** Drone and Woodpecker, where every step and plugin is an image. */
export const droneSource = manifestSource({
  id: "drone",
  version: 1,
  endings: ["yml", "yaml"],
  matches: (base, path) => base.endsWith("ml") && drone.test(path),
  read({ text }) {
    const facts = new CollectedFacts();
    for (const root of readYaml(text, facts))
      for (const map of mapsIn(root)) {
        const image = map.get("image");
        if (image?.text === null || image === null) continue;
        useImage(facts, expand(image.text), { scope: "build", line: image.line });
        readPublished(facts, map, image.text);
      }
    return facts.toFileFacts();
  },
});

/** `plugins/docker` and its kin push to `repo`. */
function readPublished(facts: CollectedFacts, step: YamlView, image: string): void {
  if (!/docker|buildx|kaniko|ecr|gcr|gar|acr/.test(image)) return;
  const settings = step.get("settings") ?? step;
  const repository = settings.textAt("repo");
  if (repository === null) return;
  const registry = settings.textAt("registry");
  const isFull = registry === null || repository.startsWith(registry);
  offerImage(facts, expand(isFull ? repository : `${registry}/${repository}`), settings.line);
}

/** Concourse: images of resource types and of tasks. What a pipeline gets and puts is what it works on. */
export const concourseSource = manifestSource({
  id: "concourse",
  version: 1,
  endings: ["yml", "yaml"],
  matches: (base, path) => base.endsWith("ml") && concourse.test(path),
  read({ text }) {
    const facts = new CollectedFacts();
    if (!looksLikeConcourse.test(text)) return {};
    for (const root of readYaml(text, facts)) {
      const images = [
        ...(root.get("resource_types")?.items() ?? []),
        ...[...mapsIn(root)].flatMap((map) => map.get("image_resource") ?? []),
      ];
      for (const image of images) {
        const source = image.get("source");
        const repository = source?.get("repository") ?? null;
        if (repository?.text === null || repository === null) continue;
        const tag = source?.textAt("tag") ?? null;
        const name = repository.text + (tag === null ? "" : `:${tag}`);
        useImage(facts, name.replace(/\(\([^()]{0,200}\)\)/g, unknownPart), {
          scope: "build",
          line: repository.line,
        });
      }
    }
    return facts.toFileFacts();
  },
});

function expand(text: string): string {
  return expandVariables(text, none, unknownPart);
}
