import type { RouteStyle } from "./route-style.ts";

const text = `"([^"\\n]{0,200})"`;

/** Annotations on classes and methods. */
const spring: RouteStyle = {
  name: "Spring controller",
  route: /@(?:Get|Post|Put|Patch|Delete|Request)Mapping\b(?:\([^"()]{0,60}"([^"\n]{0,200})")?/g,
  page: /@Controller\b|\bModelAndView\b/,
};
/** https://jakarta.ee/specifications/restful-ws; its pages come from MVC and from Qute. */
const jaxRs: RouteStyle = {
  name: "JAX-RS resource",
  when: /\b(?:jakarta|javax)\.ws\.rs\b/,
  route: /@(?:GET|POST|PUT|PATCH|DELETE)\b/g,
  page: /\bTemplateInstance\b|\bViewable\b|@View\(|@Produces\(\s{0,5}(?:MediaType\.TEXT_HTML\b|"text\/html)|\bextends View\b/,
};
const micronaut: RouteStyle = {
  name: "Micronaut controller",
  when: /\bio\.micronaut\.http\b/,
  route: /@(?:Get|Post|Put|Patch|Delete)\b(?:\([^"()]{0,40}"([^"\n]{0,200})")?/g,
  page: /@View\(|\bMediaType\.TEXT_HTML\b|\bModelAndView\b/,
};
const javalin: RouteStyle = {
  name: "Javalin routes",
  when: /\bio\.javalin\b/,
  route: new RegExp(`(?:\\.|\\b)(?:get|post|put|patch|delete)\\(\\s{0,40}${text}`, "g"),
  page: /\bctx\.(?:render|html)\(|\.render\(/,
};
const sparkJava: RouteStyle = {
  name: "Spark routes",
  when: /\bimport (?:static )?spark\.(?:Spark|Service|Request|Route)\b/,
  route: new RegExp(`\\b(?:get|post|put|patch|delete)\\(\\s{0,40}${text}`, "g"),
  page: /\bModelAndView\b|\bTemplateEngine\b/,
};
const ktor: RouteStyle = {
  name: "Ktor routes",
  when: /\bio\.ktor\.(?:server\.)?(?:routing|application)\b/,
  route:
    /(?:^|[\s{.])(?:get|post|put|patch|delete)(?:<[\w.]{1,100}>)?\s{0,3}(?:\(\s{0,20}"([^"\n]{0,200})"\s{0,20}\)\s{0,5}\{|\{)/g,
  page: /\brespondHtml|\brespondTemplate\b|\b(?:Thymeleaf|FreeMarker|Mustache|Velocity|Pebble|Jte)Content\b/,
};
const struts: RouteStyle = {
  name: "Struts action",
  when: /\borg\.apache\.struts2?\b/,
  route: /@Action\(\s{0,20}(?:value\s{0,3}=\s{0,3})?"([^"\n]{0,200})"/g,
  page: /./,
};
const vaadin: RouteStyle = {
  name: "Vaadin view",
  when: /\bcom\.vaadin\b/,
  route: /@(?:Route|SpringView|CDIView)\b(?:\([^"()]{0,60}"([^"\n]{0,200})")?/g,
  page: /./,
};
const servlet: RouteStyle = {
  name: "servlet",
  when: /\b(?:jakarta|javax)\.servlet\b/,
  route: /@WebServlet\([^"()]{0,80}"([^"\n]{0,200})"/g,
  page: /\bgetRequestDispatcher\(|"text\/html/,
};
/** Directives of Akka and Pekko: https://pekko.apache.org/docs/pekko-http. */
const pekko: RouteStyle = {
  name: "Pekko or Akka HTTP routes",
  when: /\b(?:pekko|akka)\.http\.(?:scaladsl|javadsl)\.server\b|\b(?:pekko|akka)\.http\.scaladsl\.server\.Directives\b|\bwith (?:Directives|FutureDirectives)\b/,
  route:
    /\b(?:path|pathPrefix)\(\s{0,20}"([^"\n]{0,200})"|\b(?:path|pathPrefix)\(\s{0,20}(?:Segment|Remaining|JavaUUID|IntNumber|LongNumber)\b/g,
  page: /`?text\/html\(UTF-8\)`?|\bgetFromResource\(/,
};
const http4s: RouteStyle = {
  name: "http4s routes",
  when: /\borg\.http4s\b/,
  route:
    /\bcase\s{1,5}(?:\w{1,40}\s{0,3}@\s{0,3}\(?)?\s{0,3}(?:GET|POST|PUT|PATCH|DELETE)\s{0,5}->\s{0,5}Root\b([^=\n]{0,200})/g,
  page: /\btext\/html\b|\bMediaType\.text\.html\b|\btwirl\b|\bscalatags\b/,
};
const tapir: RouteStyle = {
  name: "Tapir endpoints",
  when: /\bsttp\.tapir\b/,
  route:
    /(?:^|[^\w])(?:\w{0,30}[eE]ndpoint)\s{0,40}\.(?:get|post|put|patch|delete|method)\b|\.(?:get|post|put|patch|delete)\s{0,40}\.in\(\s{0,20}"([^"\n]{0,200})"/g,
  page: /\bhtmlBodyUtf8\b/,
};
const zioHttp: RouteStyle = {
  name: "ZIO HTTP routes",
  when: /\bzio\.http\b|\bzhttp\b/,
  route: /\bMethod\.(?:GET|POST|PUT|PATCH|DELETE)\s{0,5}(?:\/|->)([^=>\n]{0,200})/g,
  page: /\bResponse\.html\b|\bzio\.http\.template\b/,
};
const finatra: RouteStyle = {
  name: "Finatra or Scalatra routes",
  when: /\bcom\.twitter\.finatra\b|\borg\.scalatra\b|\bcask\.(?:get|post)\b/,
  route: /(?:^|[\s@.])(?:get|post|put|patch|delete)\(\s{0,20}"([^"\n]{0,200})"/g,
  page: /\bresponse\.ok\.view\b|\bTwirlSupport\b|\bScalateSupport\b|\bcontentType\s{0,3}=\s{0,3}"text\/html/,
};

export const javaStyles: readonly RouteStyle[] = [
  spring,
  jaxRs,
  micronaut,
  javalin,
  sparkJava,
  struts,
  vaadin,
  servlet,
];
export const kotlinStyles: readonly RouteStyle[] = [
  spring,
  jaxRs,
  micronaut,
  javalin,
  ktor,
  vaadin,
];
export const groovyStyles: readonly RouteStyle[] = [spring, micronaut, jaxRs];
export const scalaStyles: readonly RouteStyle[] = [pekko, http4s, tapir, zioHttp, finatra, jaxRs];
