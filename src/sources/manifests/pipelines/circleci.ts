import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { offerImage, unknownPart, useImage } from "../docker/image-reference.ts";
import { imagesOfScript } from "../docker/script-images.ts";
import { expandVariables } from "../docker/shell-variables.ts";
import { readPublishedCharts } from "../helm/published-charts.ts";
import { manifestSource } from "../manifest-source.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { mapsIn } from "../yaml-walk.ts";

const qualifiers = { type: "circleci-orb" } as const;
const orb = /^([\w.-]{1,100}\/[\w.-]{1,100})(?:@(\S{1,100}))?$/;
const parameter = /<<[^<>]{0,200}>>/g;
const none: ReadonlyMap<string, string> = new Map();

/** CircleCI: orbs used and published, images. `src/@orb.yml` is an orb whose name its publishing job says, or its repository. */
export const circleSource = manifestSource({
  id: "circleci",
  version: 1,
  endings: ["yml", "yaml"],
  matches: (base, path) =>
    base.endsWith("ml") &&
    (/^\.circleci\/[^\s]{1,200}\.ya?ml$/.test(path) || /^@orb\.ya?ml$/.test(base)),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const isOrb = /@orb\.ya?ml$/.test(path);
    for (const root of readYaml(text, facts)) {
      if (isOrb)
        facts.offer("generic", `${ownOwner}/${ownRepository}`, {
          kind: "tooling",
          qualifiers,
          description: root.textAt("description"),
          line: root.line,
        });
      for (const map of mapsIn(root)) readMap(facts, map);
    }
    return facts.toFileFacts();
  },
});

function readMap(facts: CollectedFacts, map: YamlView): void {
  for (const [, value] of map.get("orbs")?.entries() ?? []) {
    const [, name, version] = orb.exec(value.text ?? "") ?? [];
    if (name !== undefined)
      facts.use("generic", name.toLowerCase(), {
        scope: "build",
        line: value.line,
        constraint: version ?? null,
        qualifiers,
      });
  }
  for (const key of ["orb-name", "orb_name"]) {
    const published = map.get(key);
    const name = orb.exec(published?.text ?? "")?.[1];
    if (published !== null && name !== undefined)
      facts.offer("generic", name.toLowerCase(), {
        kind: "tooling",
        qualifiers,
        line: published.line,
      });
  }
  for (const container of map.get("docker")?.items() ?? []) {
    const image = container.get("image");
    if (image?.text !== null && image !== null)
      useImage(facts, expand(image.text), { scope: "build", line: image.line });
  }
  const command = map.get("command") ?? map.get("run");
  for (const image of imagesOfScript(command?.text ?? ""))
    offerImage(facts, expand(image), command?.line ?? 1);
  readPublishedCharts(facts, command?.text ?? "", expand);
}

function expand(text: string): string {
  return expandVariables(text.replace(parameter, unknownPart), none, unknownPart);
}
