import type { SurfaceMark } from "#evidence/facts.ts";
import { languageOf } from "#evidence/languages.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { MarkCounter } from "./marks.ts";

interface RouteStyle {
  readonly name: string;
  /** A route: group 1 is its path. */
  readonly route: RegExp;
  /** A sign that this file answers with pages. */
  readonly page: RegExp;
}

const javascript: RouteStyle = {
  name: "JavaScript router",
  route:
    /\b(?:app|router|server|fastify|api|routes?)\.(?:get|post|put|patch|delete|all)\(\s{0,20}["'`](\/[^"'`\n]{0,200})["'`]/g,
  page: /\b(?:res|reply|ctx|c)\.(?:render|view|html)\(/,
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
const spring: RouteStyle = {
  name: "Spring controller",
  route: /@(?:Get|Post|Put|Patch|Delete|Request)Mapping\b(?:\([^"()]{0,60}"([^"\n]{0,200})")?/g,
  page: /@Controller\b|\bModelAndView\b/,
};
const aspNet: RouteStyle = {
  name: "ASP.NET controller",
  route:
    /\[Http(?:Get|Post|Put|Patch|Delete)(?:\("([^"\n]{0,200})"\))?|\.Map(?:Get|Post|Put|Patch|Delete)\(\s{0,20}"([^"\n]{0,200})"/g,
  page: /\breturn View\(|\bIActionResult OnGet\b/,
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
  ["Java", [spring]],
  ["Kotlin", [spring]],
  ["C#", [aspNet]],
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
  for (const { name, route, page } of known) {
    const routes = [...text.matchAll(route)].map((match) => match[1] ?? match[2] ?? "");
    if (routes.length === 0) continue;
    const underApi = routes.filter((each) => /(?:^|\/| )api(?:\/|$)/i.test(each)).length;
    const pages = page.test(text) ? routes.length - underApi : 0;
    counter.add("route", name, pages);
    counter.add("api-route", name, routes.length - pages);
  }
  return counter.marks();
}
