import type { ServiceMention } from "#evidence/facts.ts";
import { languageOf } from "#evidence/languages.ts";
import { lineAround } from "./text-around.ts";

/** Templates whose files hold the program as well. */
const withScript: ReadonlySet<string> = new Set(["Vue", "Svelte", "Astro"]);
/** What sets up a developer's machine, a test or an example. */
const setUpFile =
  /(?:^|\/)(?:\.env(?:\.[\w.-]{1,60})?|[\w-]{1,60}\.env|env|app\.json|Tiltfile|Vagrantfile|(?:GNU)?[Mm]akefile|[Jj]ustfile|Procfile\.dev|(?:jest\.)?setup[-_]?tests?\.[jt]sx?|startup\.sh|bin\/(?:dev|setup)|(?:docker-)?compose(?:[.-][\w.-]{1,60})?\.ya?ml|(?:application|bootstrap|appsettings|values|settings|config)[-_.](?:local|test|tests|dev|development|docker|ci|example|sample|template)(?:[-_.][\w.-]{1,40})?\.\w{2,10}|(?:settings|environments|config|conf)\/(?:local|test|tests|testing|dev|devstack|development|docker|ci|example)(?:[-_.][\w.-]{1,40})?\.\w{2,5})$/i;
const production = /(?:^|[-_./])prod(?:uction)?(?:[-_./]|$)/i;
const pipelineFile =
  /(?:^|\/)(?:\.github|\.gitlab|\.circleci|\.buildkite|\.ci|\.azure-pipelines|\.woodpecker|\.drone)\/|(?:^|\/)(?:Jenkinsfile[^/]{0,60}|\.gitlab-ci\.ya?ml|\.travis\.ya?ml|azure-pipelines[\w.-]{0,40}\.ya?ml|bitbucket-pipelines\.ya?ml)$/;
/** Code that makes what people read. */
const presentation =
  /(?:^|\/)(?:presenters?|view_?models?|views?|helpers?|decorators?|mailers?|emails?|templates?|components?|layouts?|partials?|pages?|serializers?|locales?|i18n|content)\//i;
const pageScript = /\.(?:jsx|tsx|vue|svelte|astro)$/;

const linkWords =
  /(?:\b(?:href|link_?to|links?|anchor|redirect\w{0,20}|canonical|sitemap|breadcrumbs?|website\w{0,10}|external\w{0,20}|public_?url|cdn|logo|placeholder|help_?text|description)\b|\w{0,40}(?:Link|Href|LinkTo)\b|[Hh]yperlink|<[aA]\b|window\.(?:location|open)|location\.(?:href|assign|replace)|home_?page|(?:sign|log)_?-?(?:in|out|on|off)_?(?:url|path|page)|(?:view|see|visit|go_?to)\w{0,30}_?ur[il]\b)/i;
const linkNames =
  /(?:^|_)(?:HOME_?PAGE|WEBSITE|LINK|EXTERNAL|FRONTEND|FRONT_END|UI|INGRESS|SITE|WWW|LOGIN|LOGOUT|SIGN_?IN|SIGN_?OUT|REDIRECT|CALLBACK|SUPPORT|HELP|DOCS?|MARKETING|FEEDBACK|FAVICON|LOGO|CDN|ASSETS?|PUBLIC)(?:_|$)/;
const callWords =
  /(?:\bfetch|\baxios|\bgot\b|\bky\b|superagent|request|\bcurl\b|\bwget\b|\bhttpx?\b(?!s?:)|client|session|\.(?:get|post|put|patch|delete|head|open|connect|dial|target|send|query|call)\s?[(<]|\b(?:get|post|put|patch|delete|open|urlopen|dial)\s?\(|retrofit|feign|connector|adapter|(?:base|root|api|service|server|internal|backend|target|upstream|host)[-_]?(?:ur[il]|host|address|endpoint|root|ur[il]s|name)?\w{0,6}\s{0,3}["']?\]?\s{0,3}(?:[:=(,]|=>|\?:)|\w{0,40}(?:_URL|_URI|_HOST|_ENDPOINT|_ROOT|Url|Uri|URL|URI|Host|Endpoint|Root)\b|\b(?:ur[il]|endpoint|address|prod|production|default)s?["']?\]?\s{0,3}(?:[:=(]|=>))/i;

/**
 * What a whole file says of every address in it, by its path alone. A file of production says more only by whole hosts: names of
 * variables are copied from template to template, with nobody to read them.
 */
export function mentionInFile(path: string, isHost: boolean): ServiceMention | null {
  const language = languageOf(path);
  if (language?.kind === "template" && !withScript.has(language.name)) return "link";
  if (setUpFile.test(path) && !(isHost && production.test(path))) return "set-up";
  return pipelineFile.test(path) && language?.kind !== "code" ? "pipeline" : null;
}

/** Is the address that stands at `offset`, or is looked up there, given to readers? */
export function isLink(path: string, text: string, offset: number): boolean {
  const line = lineAround(text, offset).replace(/https?:\/\/[^\s"'`)]{1,300}/g, "");
  if (linkWords.test(line)) return true;
  const isShown = presentation.test(path) || pageScript.test(path);
  return isShown && !callWords.test(line);
}

/** `CONTACTS_HOME_PAGE_URL`: the name of the variable says that people go there. */
export function isLinkName(variable: string): boolean {
  return linkNames.test(variable.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase());
}

/** Is an address written where something is called by it, or where a setting gets it? Else it only stands there. */
export function isCalled(text: string, offset: number): boolean {
  const line = lineAround(text, offset).replace(/https?:\/\/[^\s"'`)]{1,300}/g, "");
  if (callWords.test(line)) return true;
  // A call whose arguments stand on lines of their own: `httpx.get(⏎  "https://…"`.
  const before = text.slice(Math.max(0, offset - 160), offset).split("\n");
  return (
    before.length > 1 &&
    /[([{=,]\s{0,3}$/.test(before.at(-2) ?? "") &&
    callWords.test(before.at(-2) ?? "")
  );
}
