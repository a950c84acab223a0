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
  /(?:^|\/)(?:presenters?|view_?models?|views?|app\/helpers|decorators?|mailers?|emails?|templates?|components?|layouts?|partials?|pages?|serializers?|locales?|i18n)\//i;
/** Templates of charts make manifests, not pages. */
const chartTemplate = /\.(?:tpl|ya?ml(?:\.(?:gotmpl|tpl|j2))?)$/;
const pageScript = /\.(?:jsx|tsx|vue|svelte|astro)$/;

const linkWords =
  /(?:\b(?:href|link_?to|links?|anchor|redirect\w{0,20}|canonical|sitemap|breadcrumbs?|website\w{0,10}|external\w{0,20}|public_?url|cdn|logo|placeholder|help_?text|description)\b|\w{0,40}(?:Link|Href|LinkTo)\b|[Hh]yperlink|<[aA]\b|window\.(?:location|open)|location\.(?:href|assign|replace)|home_?page|(?:sign|log)_?-?(?:in|out|on|off)_?(?:url|path|page)|\b(?:feed|rss|site|image|icon|page|share|profile|help|support|docs?|documentation|privacy|terms)_?ur[il]\b|(?:view|see|visit|go_?to)\w{0,30}_?ur[il]\b)/i;
/** The last words of a name before what says that it is an address: `HOME_PAGE_URL`, not `ASSET_MANAGER_URL`. */
const linkNames =
  /(?:^|_)(?:HOME_?PAGE|WEBSITE|LINK|EXTERNAL|FRONTEND|FRONT_END|UI|INGRESS|SITE|WWW|LOGIN|LOGOUT|SIGN_?IN|SIGN_?OUT|REDIRECT|CALLBACK|SUPPORT|HELP|DOCS?|MARKETING|FEEDBACK|FAVICON|LOGO|CDN|ASSETS?|PUBLIC|WEB)(?:_BASE)?(?:_(?:URLS?|URIS?|HOST(?:NAME)?|ENDPOINT|ADDRESS|PATH))?_?$/;
/** A call on the same line. */
const callVerbs =
  /(?:\bfetch|\baxios|\bgot\b|\bky\b|superagent|\brequests?\b|\bcurl\b|\bwget\b|\bhttpx?\b(?!s?:)|client|session|\.(?:get|post|put|patch|delete|head|open|connect|dial|target|send|query|call)\s?[(<]|\b(?:get|post|put|patch|delete|open|urlopen|dial)\s?\(|retrofit|feign|connector|adapter)/i;
/** Libraries and functions that do nothing but call: one of them in a file says that its addresses are called. */
const callsInFile =
  /(?:\bfetch\w{0,40}\(|\baxios\b|\bgot[.(]|\bky[.(]|superagent|[Hh]ttp_?[Cc]lient|\bhttpx\.|\brequests\.(?:get|post|put|patch|delete|[sS]ession|request)|urlopen|Faraday|Net::HTTP|HTTParty|RestClient|RestTemplate|WebClient|\bcurl\b|reqwest|\bureq\b|http\.(?:Get|Post|NewRequest|get|post)\w{0,20}\(|Http::|Guzzle|useSWR|useQuery|GdsApi|grpc)/;
/** Names that an address of a program gets. */
const addressNames =
  /(?:\b\w{0,40}(?:base|root|api|service|server|internal|backend|target|upstream|host|endpoint)[-_]?(?:ur[il]s?|host|address|endpoint|root|name)?\w{0,6}["']?\]?\s{0,3}(?:[:=(,]|=>|\?:)|\b[A-Z][A-Z0-9_]{0,60}_(?:URL|URI|HOST|ENDPOINT|ROOT)\b)/i;
/** Names that any address may get. */
const plainNames =
  /(?:\b\w{0,40}(?:Url|Uri|URL|URI|_ur[il]|ur[il])s?\b|\b(?:address|prod|production|default|return)\b)/;

/**
 * What a whole file says of every address in it, by its path alone. A file of production says more only by whole hosts: names of
 * variables are copied from template to template, with nobody to read them.
 */
export function mentionInFile(path: string, isHost: boolean): ServiceMention | null {
  const language = languageOf(path);
  const isPage = language?.kind === "template" && !withScript.has(language.name);
  if (isPage && !chartTemplate.test(path)) return "link";
  if (setUpFile.test(path) && !(isHost && production.test(path))) return "set-up";
  // A pipeline's program may call an address; a variable there is the pipeline's own.
  return pipelineFile.test(path) && !(isHost && language?.kind === "code") ? "pipeline" : null;
}

/** What a text says of the addresses in it; asked once for each text. */
export class Purposes {
  private readonly text: string;
  private readonly isShown: boolean;
  private readonly isSetting: boolean;
  private calls: boolean | null = null;
  private grpc: boolean | null = null;

  constructor(path: string, text: string) {
    this.text = text;
    this.isShown = (presentation.test(path) && !chartTemplate.test(path)) || pageScript.test(path);
    this.isSetting = languageOf(path)?.kind !== "code" && !pageScript.test(path);
  }

  /** Is the address that stands at `offset`, or is looked up there, given to readers? */
  isLink(offset: number): boolean {
    const line = this.lineAt(offset);
    if (linkWords.test(line)) return true;
    return this.isShown && !callVerbs.test(line) && !this.fileCalls();
  }

  /** Do all the addresses that are made of a variable lead readers somewhere? False where none is made. */
  isOnlyLinked(variable: string): boolean {
    let isLinked = false;
    for (
      let at = this.text.indexOf(variable);
      at >= 0;
      at = this.text.indexOf(variable, at + variable.length)
    ) {
      const isMade =
        /\$\{\s?$/.test(this.text.slice(Math.max(0, at - 4), at)) ||
        /^\s?\+/.test(this.text.slice(at + variable.length, at + variable.length + 3));
      if (!isMade) continue;
      if (!this.isLink(at)) return false;
      isLinked = true;
    }
    return isLinked;
  }

  /** Is an address written where something is called by it, or where a setting gets it? Else it only stands there. */
  isCalled(offset: number): boolean {
    if (this.isCalledIn(this.lineAt(offset))) return true;
    // A call whose arguments stand on lines of their own: `httpx.get(⏎  "https://…"`.
    const above =
      this.text
        .slice(Math.max(0, offset - 200), offset)
        .split("\n")
        .at(-2) ?? "";
    return /(?:[([{=,]|return|=>)\s{0,3}$/.test(above) && this.isCalledIn(withoutAddresses(above));
  }

  private isCalledIn(line: string): boolean {
    if (callVerbs.test(line) || addressNames.test(line)) return true;
    return plainNames.test(line) && (this.isSetting || this.fileCalls());
  }

  /** Does a file of settings give the address to a name that says so? */
  sets(name: string): boolean {
    return this.isSetting && /(?:ur[il]s?|host(?:name)?|endpoint|address|root)$/i.test(name);
  }

  isGrpc(): boolean {
    this.grpc ??= /grpc/i.test(this.text);
    return this.grpc;
  }

  private fileCalls(): boolean {
    this.calls ??= callsInFile.test(this.text);
    return this.calls;
  }

  private lineAt(offset: number): string {
    return withoutAddresses(lineAround(this.text, offset));
  }
}

function withoutAddresses(line: string): string {
  return line.replace(/https?:\/\/[^\s"'`)]{1,300}/g, "");
}

/** `CONTACTS_HOME_PAGE_URL`: the name of the variable says that people go there. */
export function isLinkName(variable: string): boolean {
  const words = variable.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]{1,20}/g, "_");
  return linkNames.test(words.toUpperCase());
}
