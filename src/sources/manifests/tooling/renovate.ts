import { lineNumbers } from "#evidence/line-numbers.ts";
import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { baseName } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";

const configuration =
  /(?:^|\/)(?:\.?renovate(?:rc)?(?:\.json5?)?|(?:\.github|\.gitlab)\/renovate\.json5?)$/;
const preset =
  /["'](github|gitlab|bitbucket|gitea|forgejo|local)>([\w.-]{1,100}(?:\/[\w.-]{1,100}){1,8}?)(?:\/\/[^"'#:]{0,200})?(?::[^"'#]{0,200})?(?:#([^"']{1,100}))?["']/g;
const rules = /"(?:packageRules|extends|\$schema)"\s{0,20}:/;

/** Renovate's configuration: presets of other repositories, https://docs.renovatebot.com/config-presets/; and such a preset. */
export const renovate = manifestSource({
  id: "renovate",
  version: 1,
  endings: ["json", "json5", "renovate", "renovaterc"],
  matches: (_base, path) => configuration.test(path) || path === "default.json",
  read({ path, text }) {
    const facts = new CollectedFacts();
    if (path === "default.json") {
      if (rules.test(text) && /renovate|packageRules/.test(text))
        facts.offer("github", `${ownOwner}/${ownRepository}`, { kind: "tooling", line: 1 });
      else return {};
    }
    const lineAt = lineNumbers(text);
    for (const found of text.matchAll(preset)) {
      const [, platform = "", repository = "", revision = null] = found;
      const line = lineAt(found.index);
      const common = { scope: "development", line, constraint: revision } as const;
      if (platform === "github" || platform === "gitlab" || platform === "bitbucket")
        facts.use(platform, repository, common);
      // On the forge of this repository, whose address the file does not know.
      else
        facts.use("generic", baseName(repository), {
          ...common,
          qualifiers: { vcs_url: `../../${repository}` },
        });
    }
    return facts.toFileFacts();
  },
});
