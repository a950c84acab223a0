import { CollectedFacts } from "../collected-facts.ts";
import { useImage } from "../docker/image-reference.ts";
import { useRepository } from "../git-use.ts";
import { useChart } from "../helm/use-chart.ts";
import { manifestSource } from "../manifest-source.ts";
import { installsOf } from "./install-commands.ts";

const names =
  /^(?:(?:GNU)?makefile|[\w.-]{1,60}\.mk|\.?justfile|Taskfile\.ya?ml|Earthfile|(?:dockerfile|containerfile)(?:[.-](?!(?:md|sh|rb|py|js|ts|ya?ml|json|erb|j2|tmpl|dockerignore)$)[\w-]{1,60})?|[\w.-]{1,60}\.dockerfile|Jenkinsfile(?:[.-]\w{1,40})?|\.gitlab-ci\.ya?ml|\.travis\.ya?ml|azure-pipelines[\w.-]{0,40}\.ya?ml|bitbucket-pipelines\.ya?ml|buildspec[\w.-]{0,40}\.ya?ml|\.drone\.ya?ml|Brewfile|(?:docker|image|build|install|setup|bootstrap|deploy|release|upgrade)[\w.-]{0,60}\.sh)$/i;
const folders = /^(?:\.github\/workflows|\.circleci|\.buildkite)\/[^/]{1,200}\.ya?ml$/;
const mostCharacters = 300_000;
/** Who clones more repositories works on them; the scripts of others build on what they clone. */
const mostClones = 4;

/** Packages and repositories that the commands of a build fetch by name. */
export const scriptInstallsSource = manifestSource({
  id: "script-installs",
  version: 5,
  matches: (base, path) => names.test(base) || folders.test(path),
  read({ path, text }) {
    const facts = new CollectedFacts();
    if (text.length > mostCharacters)
      facts.problem("too-large", "script over 300,000 characters: its commands are not read");
    const installs = text.length > mostCharacters ? [] : installsOf(text);
    const clones = new Set(installs.flatMap(({ isClone, name }) => (isClone ? [name] : [])));
    for (const { type, name, constraint, origin, line, isClone } of installs) {
      if (isClone && clones.size > mostClones) continue;
      const use = { scope: "build", line, constraint } as const;
      if (type === "docker") useImage(facts, name, { scope: "build", line });
      else if (type === null) useRepository(facts, name, use);
      else if (type === "helm")
        useChart(facts, path, {
          name,
          version: constraint,
          repository: origin ?? null,
          line,
          scope: "build",
        });
      else facts.use(type, name, { ...use, ...(origin === undefined ? {} : { origin }) });
    }
    return facts.toFileFacts();
  },
});
