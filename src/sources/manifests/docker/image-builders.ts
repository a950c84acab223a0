import { CollectedFacts } from "../collected-facts.ts";
import { useRepository } from "../git-use.ts";
import { useChart } from "../helm/use-chart.ts";
import { baseName } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { knownText } from "../without-templates.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";
import { mapsIn } from "../yaml-walk.ts";
import { offerImage, unknownPart, useImage } from "./image-reference.ts";

const goreleaser = /^\.?goreleaser[\w.-]{0,60}\.ya?ml$/;
const skaffold = /^skaffold[\w.-]{0,60}\.ya?ml$/;
const ko = /^\.ko\.ya?ml$/;
const published = ["image_templates", "name_template", "repositories", "images"] as const;

/** GoReleaser's images, Skaffold's images, charts and configurations of other repositories, base images of ko. */
export const imageBuildersSource = manifestSource({
  id: "image-builders",
  version: 1,
  endings: ["yml", "yaml"],
  matches: (base) =>
    base.endsWith("ml") && (goreleaser.test(base) || skaffold.test(base) || ko.test(base)),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const base = baseName(path);
    for (const root of readYaml(text, facts)) {
      if (goreleaser.test(base)) readReleases(facts, root);
      else if (ko.test(base)) readKo(facts, root);
      else readSkaffold(facts, root, path);
    }
    return facts.toFileFacts();
  },
});

function readReleases(facts: CollectedFacts, root: YamlView): void {
  for (const section of ["dockers", "dockers_v2", "docker_manifests", "kos"])
    for (const one of root.get(section)?.items() ?? [])
      for (const key of published)
        for (const { text, line } of one.get(key)?.itemsOrSelf() ?? [])
          offerImage(facts, (text ?? "").replace(/\{\{[^{}]{0,200}\}\}/g, unknownPart), line);
}

function readKo(facts: CollectedFacts, root: YamlView): void {
  const images = [
    root.get("defaultBaseImage"),
    ...(root.get("baseImageOverrides")?.entries() ?? []).map(([, image]) => image),
  ];
  for (const image of images)
    if (image?.text !== null && image !== null)
      useImage(facts, image.text, { scope: "build", line: image.line });
}

function readSkaffold(facts: CollectedFacts, root: YamlView, path: string): void {
  for (const map of mapsIn(root)) {
    for (const artifact of map.get("artifacts")?.items() ?? []) {
      const image = artifact.get("image");
      if (image?.text?.includes("/") === true) offerImage(facts, image.text, image.line);
    }
    const builder = map.get("builder");
    if (builder?.text !== null && builder !== null)
      useImage(facts, builder.text, { scope: "build", line: builder.line });
    const git = map.get("git");
    const address = git?.textAt("repo") ?? null;
    if (git !== null && address !== null)
      useRepository(facts, address, {
        scope: "development",
        line: git.line,
        constraint: git.textAt("ref"),
      });
    const chart = map.get("remoteChart");
    const name = knownText(chart?.text);
    if (chart === null || name === null) continue;
    const slash = name.lastIndexOf("/");
    const alias = name.slice(0, Math.max(0, slash));
    useChart(facts, path, {
      name: name.slice(slash + 1),
      version: map.textAt("version"),
      repository:
        map.textAt("repo") ?? (alias === "" || name.startsWith("oci://") ? alias : `@${alias}`),
      line: chart.line,
      scope: "development",
    });
  }
}
