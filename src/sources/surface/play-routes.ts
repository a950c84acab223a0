import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { MarkCounter } from "./marks.ts";

const route =
  /^[ \t]{0,20}(GET|POST|PUT|PATCH|DELETE|HEAD)[ \t]{1,100}(\/\S{0,400})[ \t]{1,200}@?([\w.]{1,300})/gm;
/** Names that actions have which show people something: forms are shown and submitted, answers checked and confirmed. */
const pageAction =
  /\.(?:on(?:Page)?Load|onSubmit|home|start|begin|cancel|dashboard|index|view|form|page|redirect|render|(?:show|display|submit|handle|check|confirm|edit|switch|signIn|signOut|login|logout|keepAlive)\w{0,60}|\w{0,60}(?:Page|Form|View|OnSubmit|OnPageLoad|Confirmation))$/;
const assets = /(?:^|\.)(?:Assets|WebJarAssets|AssetsController)\.(?:at|versioned)$/;
/** Files that are served, health checks, and routes of tests. */
const aside =
  /(?:^|\.)(?:Assets|WebJarAssets|AssetsController|HealthController|MetricsController|health|ping)\b/i;

/**
 * Routes of Play: https://www.playframework.com/documentation/latest/ScalaRouting. Browsers only get and post: a file with other
 * verbs is an API's; else what a part of its actions is called says whether people see them, a smaller one where it serves stylesheets too.
 */
export const playRoutes: FileSource = {
  id: "play-routes",
  version: 1,
  endings: ["routes"],
  tellsOfItsFolder: true,
  detect: (path) =>
    /(?:^|\/)(?:conf\/(?:routes|[\w.-]{1,100}\.routes)|resources\/(?:routes|[\w.-]{1,100}\.routes))$/.test(
      path,
    ) &&
    !/test_?only/i.test(path) &&
    !isForeignPath(path) &&
    !isTestPath(path)
      ? "head"
      : "none",
  read: ({ text }) => {
    const counter = new MarkCounter();
    const all = [...text.matchAll(route)];
    const routes = all.filter(([, , , action = ""]) => !aside.test(action));
    const hasAssets = all.some(([, , , action = ""]) => assets.test(action));
    const others = routes.filter(([, verb = ""]) => /^(?:PUT|PATCH|DELETE)$/.test(verb)).length;
    const shown = routes.filter(
      ([, , path = "", action = ""]) => pageAction.test(action) && !/^\/api(?:\/|$)/.test(path),
    ).length;
    const isForPeople = others === 0 && shown * (hasAssets ? 20 : 4) >= routes.length;
    counter.add(isForPeople ? "route" : "api-route", "Play routes", routes.length);
    const surface = counter.marks();
    return surface.length === 0 ? {} : { surface };
  },
};
