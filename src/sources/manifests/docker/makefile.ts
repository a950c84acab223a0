import { lineNumbers } from "#evidence/line-numbers.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { readPublishedCharts } from "../helm/published-charts.ts";
import { manifestSource } from "../manifest-source.ts";
import { offerImage, unknownPart } from "./image-reference.ts";
import { imagesOfScript } from "./script-images.ts";
import { expandVariables } from "./shell-variables.ts";

const fileName =
  /^(?:(?:GNU)?makefile|[\w.-]{1,60}\.mk|\.?justfile|Taskfile\.ya?ml|Earthfile)$|(?:docker|image|publish|push|release|build|ecr|chart)[\w.-]{0,60}\.sh$/i;
const assignment =
  /^\s{0,20}(?:export\s{1,5})?([A-Za-z_]\w{0,80})\s{0,10}(?:\?|::?)?=\s{0,10}(\S{1,300})\s{0,20}$/gm;
const mostCharacters = 300_000;

/** Images and charts that a Makefile, justfile, Taskfile or a script named after that pushes, with variables that the file itself sets. */
export const makefileSource = manifestSource({
  id: "makefile-images",
  version: 1,
  matches: (base) => fileName.test(base),
  read({ text }) {
    const facts = new CollectedFacts();
    if (text.length > mostCharacters || !/\b(?:docker|podman|buildah|nerdctl|helm)\b/.test(text))
      return {};
    const shell = text.replace(/\$\((\w{1,80})\)|\{\{\s{0,5}\.?(\w{1,80})\s{0,5}\}\}/g, "${$1$2}");
    const names = new Map<string, string>();
    for (const [, name = "", value = ""] of shell.matchAll(assignment))
      if (!names.has(name)) names.set(name, value.replace(/["']/g, ""));
    const recipes = shell.replace(/^[\t ]{1,20}[@-]{1,2}/gm, "\t");
    const lineAt = lineNumbers(recipes);
    for (const image of imagesOfScript(recipes))
      offerImage(
        facts,
        expandVariables(image, names, unknownPart),
        lineAt(Math.max(0, recipes.indexOf(image))),
      );
    readPublishedCharts(facts, recipes, (address) => expandVariables(address, names, unknownPart));
    return facts.toFileFacts();
  },
});
