import { CollectedFacts } from "../collected-facts.ts";
import { offerImage, unknownPart, useImage } from "../docker/image-reference.ts";
import { imagesOfScript } from "../docker/script-images.ts";
import { expandVariables } from "../docker/shell-variables.ts";
import { useRepository } from "../git-use.ts";
import { lineNumbers } from "#evidence/line-numbers.ts";
import { readPublishedCharts } from "../helm/published-charts.ts";
import { blankComments } from "../jvm/blank-comments.ts";
import { manifestSource } from "../manifest-source.ts";
import { builtInSteps } from "./built-in-steps.ts";
import { readImageSteps } from "./image-steps.ts";
import { offerLibrary, useLibrary } from "./library.ts";

const libraryVariable = /^vars\/\w{1,100}\.groovy$/;
/** Classes of a library lie in folders of their package, often `jenkins`. */
const libraryCode = /(?:^|\/)(?:src|test)\//;
const ownFolder =
  /(?:^|\/)(?:Jenkinsfile\.d|\.?jenkins|jenkinsfiles?)\/[^\s]{1,200}\.(?:groovy|jenkinsfile)$/i;

const annotation = /@Library\(([^()]{1,500})\)/g;
const step = /\b(?:library|lib)\b[ (]{1,3}([^\n]{1,300})/g;
const quoted = /(["'])([^"'\n]{1,200})\1/g;
const remote = /\bremote\s{0,5}[:(]\s{0,5}["']([^"'\n$]{1,300})["']/;
const usedImage =
  /\bdocker\.image\(\s{0,5}["']([^"'\n]{1,300})["']|\bimage\s{0,5}[:(]?\s{0,5}["']([^"'\n]{1,300})["']|^\s{0,60}(?:- )?image:\s{1,5}([^\s"'#]{1,300})/gm;
const builtImage = /\bdocker\.build\(?\s{0,5}["']([^"'\n]{1,300})["']/g;
const calledStep =
  /^[ \t]{0,60}(?:def \w{1,60} ?= ?|return )?([a-z]\w{2,80})[ \t]?(?:\(|\{|\[|["'])/gm;
const mostSteps = 60;
const mostCharacters = 500_000;

/**
 * Pipelines of Jenkins: shared libraries by annotation or step, steps that may come from one that is loaded unasked
 * (`pkg:generic/NAME?type=jenkins-step`, see the linking of the model), images used and built. `vars/*.groovy` offers a library.
 */
export const jenkinsfileSource = manifestSource({
  id: "jenkins-pipeline",
  version: 2,
  matches: (base, path) =>
    /^jenkinsfile/i.test(base) && !/\.(?:md|adoc|sh|ya?ml)$/i.test(base)
      ? true
      : /\.jenkinsfile(?:\.groovy)?$/i.test(base) ||
        (base.endsWith("y") &&
          (libraryVariable.test(path) || (ownFolder.test(path) && !libraryCode.test(path)))),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const isLibrary = libraryVariable.test(path);
    if (isLibrary) offerLibrary(facts);
    if (text.length > mostCharacters) {
      facts.problem("too-large", "pipeline over 500,000 characters");
      return facts.toFileFacts();
    }
    const code = blankComments(text, false);
    readAnnotations(facts, code);
    readSteps(facts, code);
    readImages(facts, code);
    if (!isLibrary) {
      readCalls(facts, code);
      readImageSteps(facts, code);
    }
    return facts.toFileFacts();
  },
});

/** `@Library('rails@v1')`, `@Library(['rails', 'lamps@2'])`, `@Library(value = "rails", changelog = false)`. */
function readAnnotations(facts: CollectedFacts, code: string): void {
  const lineAt = lineNumbers(code);
  for (const found of code.matchAll(annotation))
    for (const [, , identifier = ""] of (found[1] ?? "").matchAll(quoted))
      useIdentifier(facts, identifier, lineAt(found.index));
}

/** `library 'rails@v1'`, `library(identifier: 'rails@v1', retriever: modernSCM([… remote: 'https://…']))`, `lib('rails')`. */
function readSteps(facts: CollectedFacts, code: string): void {
  const lineAt = lineNumbers(code);
  for (const found of code.matchAll(step)) {
    const written = found[1] ?? "";
    const identifier = /^(?:identifier\s{0,5}:\s{0,5})?["']([^"'\n]{1,200})["']/.exec(written)?.[1];
    if (identifier === undefined) continue;
    const line = lineAt(found.index);
    // The retriever goes on over the next lines, as far as the call does.
    const call = code.slice(found.index, found.index + 1_000).split(/\n\s{0,20}\n/, 1)[0] ?? "";
    const address = written.includes("identifier") ? remote.exec(call)?.[1] : undefined;
    const [, ref] = identifier.split("@", 2);
    const constraint = literal(ref);
    const isTold =
      address !== undefined && useRepository(facts, address, { scope: "build", line, constraint });
    if (!isTold) useIdentifier(facts, identifier, line);
  }
}

function useIdentifier(facts: CollectedFacts, identifier: string, line: number): void {
  const [name = "", ref] = identifier.split("@", 2);
  if (/^[\w.-]{1,100}$/.test(name)) useLibrary(facts, name, literal(ref), line);
  else facts.problem("unsupported", "library named by what is known when it is run", line);
}

function literal(ref: string | undefined): string | null {
  return ref === undefined || ref === "" || ref.includes("$") ? null : ref;
}

function readImages(facts: CollectedFacts, code: string): void {
  const none: ReadonlyMap<string, string> = new Map();
  const lineAt = lineNumbers(code);
  const expand = (image: string): string => expandVariables(image, none, unknownPart);
  for (const found of code.matchAll(usedImage)) {
    const image = found[1] ?? found[2] ?? found[3] ?? "";
    useImage(facts, expand(image), { scope: "build", line: lineAt(found.index) });
  }
  for (const found of code.matchAll(builtImage)) {
    const image = found[1] ?? "";
    if (image.includes("/")) offerImage(facts, expand(image), lineAt(found.index));
  }
  for (const image of imagesOfScript(code.replace(/\bsh\s{0,5}\(?\s{0,5}["']{1,3}/g, "\n")))
    offerImage(facts, expand(image), 1);
  readPublishedCharts(facts, code, expand);
}

/** Steps that neither Jenkins nor a plugin of most controllers brings: a library may be loaded without being named. */
function readCalls(facts: CollectedFacts, code: string): void {
  const own = new Set(Array.from(code.matchAll(/\bdef (\w{1,100})\(/g), ([, name]) => name));
  const seen = new Set<string>();
  const lineAt = lineNumbers(code);
  for (const found of code.matchAll(calledStep)) {
    const name = found[1] ?? "";
    if (builtInSteps.has(name) || own.has(name) || seen.has(name) || seen.size >= mostSteps)
      continue;
    seen.add(name);
    const line = lineAt(found.index + found[0].indexOf(name));
    facts.use("generic", name, { scope: "build", line, qualifiers: { type: "jenkins-step" } });
  }
}
