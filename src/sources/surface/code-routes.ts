import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { languageOf } from "#evidence/languages.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { csharpStyles, fsharpStyles, visualBasicStyles } from "./dotnet-routes.ts";
import { groovyStyles, javaStyles, kotlinStyles, scalaStyles } from "./jvm-routes.ts";
import { MarkCounter } from "./marks.ts";
import type { RouteStyle } from "./route-style.ts";

const javascript: RouteStyle = {
  name: "JavaScript router",
  route:
    /\b(?:app|router|server|fastify|api|routes?|koaRouter)\.(?:get|post|put|patch|delete|all)\(\s{0,20}["'`](\/[^"'`\n]{0,200})["'`]|\bmethod\s{0,3}:\s{0,3}\[?["'](?:GET|POST|PUT|PATCH|DELETE|\*)["'][^}]{0,80}\b(?:path|url)\s{0,3}:\s{0,3}["'`](\/[^"'`\n]{0,200})["'`](?=[^;]{0,300}\bhandler\b)/g,
  page: /\b(?:res|response|reply|ctx|c|h)\.(?:render|view|viewAsync|html)\(|\.render\(["'`][\w./-]{1,200}["'`]/,
};
const nest: RouteStyle = {
  name: "NestJS controller",
  route: /@(?:Get|Post|Put|Patch|Delete|All)\((?:["'`]([^"'`\n]{0,200})["'`])?\s{0,20}\)/g,
  page: /@Render\(/,
};
const python: RouteStyle = {
  name: "Python router",
  route:
    /^\s{0,40}@\w{1,60}\.(?:route|get|post|put|patch|delete)\(\s{0,20}["'](\/[^"'\n]{0,200})["']/gm,
  page: /\brender_template\(|\bTemplateResponse\(/,
};
const go: RouteStyle = {
  name: "Go router",
  route:
    /\.(?:HandleFunc|Handle|GET|POST|PUT|PATCH|DELETE|Get|Post|Put|Patch|Delete)\(\s{0,20}"((?:[A-Z]{3,7} )?\/[^"\n]{0,200})"/g,
  page: /\bhtml\/template"|\.HTML\(|\bExecuteTemplate\(/,
};
const sinatra: RouteStyle = {
  name: "Sinatra routes",
  route: /^\s{0,20}(?:get|post|put|patch|delete)\s{1,5}["'](\/[^"'\n]{0,200})["']\s{0,5}do\b/gm,
  page: /\b(?:erb|haml|slim)\s{1,5}:/,
};
const php: RouteStyle = {
  name: "PHP routes",
  route:
    /(?:#\[Route|@Route)\(\s{0,40}(?:path:\s{0,5})?["'](\/[^"'\n]{0,200})["']|\$(?:app|router|group|routes)->(?:get|post|put|patch|delete|any|map|add)\(\s{0,20}(?:\[[^\]\n]{0,80}\],\s{0,5})?["'](\/[^"'\n]{0,200})["']/g,
  page: /->render(?:View|Form|Block)?\(|#\[Template\b|\bview\(\s{0,5}["']/,
};
const rust: RouteStyle = {
  name: "Rust routes",
  route:
    /\.route\(\s{0,40}"(\/[^"\n]{0,200})"|#\[(?:get|post|put|patch|delete|route)\(\s{0,20}"(\/[^"\n]{0,200})"/g,
  page: /\bTemplate::render\(|\bHtml\(|\bHtml<|\bderive\([^)\n]{0,100}\bTemplate\b|\bhtml!/,
};

const styles: ReadonlyMap<string, readonly RouteStyle[]> = new Map([
  ["JavaScript", [javascript]],
  ["TypeScript", [javascript, nest]],
  ["Python", [python]],
  ["Java", javaStyles],
  ["Kotlin", kotlinStyles],
  ["Groovy", groovyStyles],
  ["Scala", scalaStyles],
  ["C#", csharpStyles],
  ["Visual Basic .NET", visualBasicStyles],
  ["F#", fsharpStyles],
  ["Go", [go]],
  ["Ruby", [sinatra]],
  ["PHP", [php]],
  ["Rust", [rust]],
]);

/**
 * Routes that a code file declares itself. A route whose path says `/api` is an API's; the others are pages
 * only where the file renders templates.
 */
export function routeMarks(path: string, text: string): readonly SurfaceMark[] {
  const known = styles.get(languageOf(path)?.name ?? "");
  if (known === undefined || isTestPath(path)) return [];
  const counter = new MarkCounter();
  for (const { name, when, route, page } of known) {
    if (when?.test(text) === false) continue;
    const routes = [...text.matchAll(route)].map((match) => match[1] ?? match[2] ?? "");
    if (routes.length === 0) continue;
    const underApi = routes.filter((each) => /(?:^|\/| )api(?:\/|$)/i.test(each)).length;
    const pages = page.test(text) ? routes.length - underApi : 0;
    counter.add("route", name, pages);
    counter.add("api-route", name, routes.length - pages);
  }
  return counter.marks();
}
