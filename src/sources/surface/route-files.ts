import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { countOf, MarkCounter } from "./marks.ts";

type Reader = (text: string, counter: MarkCounter, path: string) => void;

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/(?:^|\/)config\/(?:routes|routes\/[\w/-]{1,100})\.rb$/, railsRoutes],
  [/(?:^|\/)config\/application\.rb$/, railsApplication],
  [/(?:^|\/)urls(?:\/\w{1,60})?\.py$/, djangoUrls],
  [/(?:^|\/)router\.ex$/, phoenixRoutes],
  [/(?:^|\/)routes\/(?:web|api)\.php$/, laravelRoutes],
];

/** Files that frameworks give to routes alone: Rails, Django, Laravel, Phoenix. Marks `route` (pages) and `api-route`. */
export const routeFiles: FileSource = {
  id: "route-files",
  version: 2,
  endings: ["rb", "py", "ex", "php"],
  detect: (path) =>
    readers.some(([pattern]) => pattern.test(path)) && !isForeignPath(path) && !isTestPath(path)
      ? "head"
      : "none",
  read: ({ path, text }) => {
    const counter = new MarkCounter();
    for (const [pattern, read] of readers) if (pattern.test(path)) read(text, counter, path);
    const surface: readonly SurfaceMark[] = counter.marks();
    return surface.length === 0 ? {} : { surface };
  },
};

const railsVerb = /^[ \t]{0,80}(?:get|post|put|patch|delete|match|root|resources?|mount)\b/;
const apiBlock =
  /^([ \t]{0,80})(?:namespace|scope)\b.{0,60}\bapi\b.{0,200}\bdo\b|^([ \t]{0,80}).{0,200}\bformat:\s{0,3}:?["']?json\b.{0,200}\bdo\b/i;

/** Routes inside `namespace :api do … end`, or that answer JSON only, are an API's; blocks end where the indentation does. */
function railsRoutes(text: string, counter: MarkCounter): void {
  let pages = 0;
  let apis = 0;
  let block: number | null = null;
  for (const line of text.split("\n")) {
    const indent = line.length - line.trimStart().length;
    if (block !== null && line.trim() !== "" && indent <= block) block = null;
    if (block === null && apiBlock.test(line.slice(0, 500))) block = indent;
    if (!railsVerb.test(line)) continue;
    if (
      block !== null ||
      /["'/]\/?api\/|format:\s{0,3}:?["']?json|healthcheck|\bmount\b/.test(line)
    )
      apis++;
    else pages++;
  }
  counter.add("route", "Rails routes", pages);
  counter.add("api-route", "Rails routes", apis);
}

function railsApplication(text: string, counter: MarkCounter): void {
  if (/^[^#\n]{0,100}\bapi_only\s{0,5}=\s{0,5}true\b/m.test(text))
    counter.add("api-framework", "Rails, API only");
}

/** Files of an API, by their folder; what is taken in elsewhere, the administration and what machines ask for are no pages. */
const apiFolder = /(?:^|\/)(?:api|apis|rest|rest_api|graphql|v\d{1,2})\//;
const noPage =
  /^\^?(?:admin|health\w{0,20}|ping|status|metrics|static|media|swagger|redoc|schema|docs?|api[-_]?docs|o|oauth2?|__debug__|robots\.txt|favicon\.ico)(?:\/|\$|$)/;

function djangoUrls(text: string, counter: MarkCounter, path: string): void {
  let [pages, apis] = [0, 0];
  const isApi = apiFolder.test(path);
  for (const [, written = "", taken] of text.matchAll(
    /\b(?:(?:re_)?path|url)\(\s{0,40}r?["']([^"'\n]{0,200})["'](?:\s{0,40},\s{0,40}(include\(|admin\.site|\[))?/g,
  )) {
    if (taken !== undefined) continue;
    if (isApi || /(?:^|[\^/])api\//.test(written)) apis++;
    else if (!noPage.test(written)) pages++;
  }
  counter.add("route", "Django URLs", pages);
  counter.add("api-route", "Django URLs", apis + countOf(text, /\brouter\.register\(/g));
}

const phoenixVerb = /^\s{0,40}(?:live|get|post|put|patch|delete|resources)[ (]["']?\s{0,3}["']/;

/** What is piped through `:api`, or lies in its scope, answers programs; so does every route of an application without pages. */
function phoenixRoutes(text: string, counter: MarkCounter): void {
  let [pages, apis] = [0, 0];
  let block: number | null = null;
  for (const raw of text.split("\n")) {
    const line = raw.slice(0, 500);
    const indent = line.length - line.trimStart().length;
    if (line.trim() === "") continue;
    if (block !== null && indent < block) block = null;
    if (/^\s{0,40}pipe_through\b.{0,100}:(?:\w{1,30}_)?api\b/.test(line)) block = indent;
    if (/^\s{0,40}scope\b.{0,20}["']\/?api\b/.test(line)) block = indent + 1;
    if (!phoenixVerb.test(line)) continue;
    if (block === null) pages++;
    else apis++;
  }
  counter.add("route", "Phoenix routes", pages);
  counter.add("api-route", "Phoenix routes", apis);
}

function laravelRoutes(text: string, counter: MarkCounter, path: string): void {
  const routesCount = countOf(
    text,
    /\bRoute::(?:get|post|put|patch|delete|any|view|resource|apiResource)\(/g,
  );
  counter.add(path.endsWith("api.php") ? "api-route" : "route", "Laravel routes", routesCount);
}
