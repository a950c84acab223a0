import type { RouteStyle } from "./route-style.ts";

/** Controllers, minimal APIs and pages of ASP.NET, and functions. */
const aspNet: RouteStyle = {
  name: "ASP.NET controller",
  route:
    /\[Http(?:Get|Post|Put|Patch|Delete)(?:\("([^"\n]{0,200})"\))?|\.Map(?:Get|Post|Put|Patch|Delete)\(\s{0,20}"([^"\n]{0,200})"/g,
  page: /\breturn View\(|\bIActionResult OnGet\b|\breturn (?:RedirectToAction|PartialView)\(|:\s{0,3}(?:Surface|Render)Controller\b/,
};
/** Actions without an attribute: their names are their routes. */
const mvcActions: RouteStyle = {
  name: "ASP.NET MVC actions",
  when: /:\s{0,3}(?:\w{1,60}\.)?(?:Controller|SurfaceController|RenderController|RenderMvcController)\b/,
  route:
    /\bpublic\s{1,5}(?:virtual\s{1,5}|override\s{1,5}|async\s{1,5}){0,2}(?:Task<)?I?(?:ActionResult|ViewResult)>?\s{1,5}(\w{1,80})\s{0,3}\(/g,
  page: /\breturn (?:\w{1,40}\.)?(?:View|CurrentTemplate|PartialView)\(/,
};
const functionTriggers: RouteStyle = {
  name: "functions called by HTTP",
  route: /\[HttpTrigger\(/g,
  page: /(?!)/,
};
const grpcServices: RouteStyle = {
  name: "gRPC services",
  route: /\.MapGrpcService<[\w.]{1,100}>\(/g,
  page: /(?!)/,
};

export const csharpStyles: readonly RouteStyle[] = [
  aspNet,
  mvcActions,
  functionTriggers,
  grpcServices,
];
export const visualBasicStyles: readonly RouteStyle[] = [aspNet, mvcActions];
/** Giraffe, Saturn, Falco. */
export const fsharpStyles: readonly RouteStyle[] = [
  aspNet,
  {
    name: "F# routes",
    when: /\bopen (?:Giraffe|Saturn|Falco|Suave)\b/,
    route: /\b(?:route|routef|routeCi|get|post|put|delete|getf|postf)\s{1,3}"([^"\n]{0,200})"/g,
    page: /\bhtmlView\b|\bhtmlString\b|\bResponse\.ofHtml\b|\brazorHtmlView\b/,
  },
];
