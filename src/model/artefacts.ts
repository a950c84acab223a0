import { dockerfilePath } from "#evidence/dockerfile-name.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import type { Artefact } from "./organisation.ts";
import { cutAt, joinUses, type Use } from "./spans.ts";
import type { Unit } from "./units.ts";

/** Packages whose presence makes a program one that answers on the web. */
const webFrameworks =
  /^pkg:(?:gem\/(?:rails|sinatra|hanami|roda|grape|padrino)|npm\/(?:express|fastify|koa|hono|next|nuxt|%40nestjs\/core|%40hapi\/hapi|@remix-run\/[a-z]+|%40remix-run\/[a-z]+|react-dom|vue|svelte|%40angular\/core)|pypi\/(?:django|flask|fastapi|starlette|tornado|pyramid|aiohttp|sanic)|composer\/(?:laravel\/framework|symfony\/framework-bundle|slim\/slim)|golang\/github\.com\/(?:gin-gonic\/gin|labstack\/echo(?:\/v\d)?|gofiber\/fiber(?:\/v\d)?|go-chi\/chi(?:\/v\d)?|gorilla\/mux)|maven\/org\.springframework\.boot\/|maven\/io\.(?:quarkus|micronaut)|cargo\/(?:actix-web|axum|rocket|warp)|nuget\/microsoft\.aspnetcore)/;

const ecosystems = [
  "gem",
  "npm",
  "pypi",
  "golang",
  "cargo",
  "maven",
  "nuget",
  "composer",
  "swift",
  "cocoapods",
  "pub",
  "hex",
  "hackage",
  "jsr",
] as const;

const files: readonly (readonly [type: string, path: RegExp])[] = [
  ["dockerfile", dockerfilePath],
  ["github-workflow", /^\.github\/workflows\/[^/]{1,200}\.ya?ml$/],
  ["gitlab-pipeline", /(?:^|\/)\.gitlab-ci\.ya?ml$/],
  ["jenkins-pipeline", /(?:^|\/)Jenkinsfile[^/]{0,100}$|\.jenkinsfile$/i],
  ["circleci-pipeline", /^\.circleci\/[^/]{1,200}\.ya?ml$/],
  ["ansible", /(?:^|[-_/])requirements\.yml$|(?:^|\/)(?:galaxy|meta\/main)\.ya?ml$/],
  ["puppet", /(?:^|\/)Puppetfile$/],
  ["chef", /(?:^|\/)(?:Berksfile|Policyfile\.rb|metadata\.rb)$/],
  ["helm-chart", /(?:^|\/)Chart\.ya?ml$/],
  ["terraform", /\.(?:tf|tofu)(?:\.json)?$/],
  ["kustomization", /(?:^|\/)kustomization\.ya?ml$/],
  ["git-submodule", /^\.gitmodules$/],
];

/**
 * What a unit is made of, over time: `gem-component`, and of these `gem-library`, `gem-application`,
 * `gem-web-application` for each ecosystem (purl types); `application` for any of them; and files such as `dockerfile`, `github-workflow`. A capability is weighed against those it can serve.
 */
export function artefactsOf(unit: Unit, asOf: number): Artefact[] {
  const artefacts: Artefact[] = [];
  const add = (type: string, spans: readonly Use[]): void => {
    for (const { from, to } of joinUses(spans))
      artefacts.push({ type, from: from.at, to: to?.at ?? null });
  };
  for (const ecosystem of ecosystems) addEcosystem(unit, ecosystem, asOf, add);
  const applications = artefacts.filter((one) => one.type.endsWith("-application"));
  for (const each of applications.map((one) => ({ ...one, type: "application" })))
    artefacts.push(each);
  for (const [type, pattern] of files) {
    add(
      type,
      unit.files
        .filter((file) => pattern.test(file.path))
        .flatMap((file) => cutAt(file.spans, asOf)),
    );
  }
  return artefacts;
}

function addEcosystem(
  unit: Unit,
  ecosystem: string,
  asOf: number,
  add: (type: string, spans: readonly Use[]) => void,
): void {
  const prefix = `pkg:${ecosystem}/`;
  const manifests = unit.files.filter(
    (file) =>
      file.source !== "ruby-version-file" &&
      (file.packages.some((one) => one.purl.startsWith(prefix)) ||
        file.dependencies.some((one) => one.purl.startsWith(prefix))),
  );
  if (manifests.length === 0) return;
  const published = manifests.flatMap((file) => publishedSpans(file, prefix, asOf));
  const present = manifests.flatMap((file) => cutAt(file.spans, asOf));
  add(`${ecosystem}-component`, present);
  if (published.length > 0) {
    add(`${ecosystem}-library`, published);
    return;
  }
  add(`${ecosystem}-application`, present);
  const web = manifests.flatMap((file) =>
    file.dependencies
      .filter((one) => one.scope === "runtime" && webFrameworks.test(one.purl))
      .flatMap((one) => cutAt(one.spans, asOf)),
  );
  add(`${ecosystem}-web-application`, web);
}

/** A package that is declared, not private, and in an ecosystem where applications do not declare one as well. */
function publishedSpans(file: FileHistory, prefix: string, asOf: number): readonly Use[] {
  const declaresApplications =
    prefix === "pkg:golang/" || prefix === "pkg:maven/" || prefix === "pkg:nuget/";
  if (declaresApplications) return [];
  return file.packages
    .filter((one) => one.purl.startsWith(prefix) && !one.isPrivate)
    .flatMap((one) => cutAt(one.spans, asOf));
}

/** Is this dependency one that only a web application, or a library for one, has? */
export function isWebFramework(purl: string): boolean {
  return (
    webFrameworks.test(purl) ||
    /^pkg:gem\/(?:railties|actionpack|actionview|rack|activerecord)$/.test(purl)
  );
}
