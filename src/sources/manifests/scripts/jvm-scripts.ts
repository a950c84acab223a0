import type { CollectedFacts } from "../collected-facts.ts";
import { gitOrigin } from "../origin.ts";
import { coordinatesOf, useModule } from "../jvm/coordinates.ts";
import type { Scope } from "#vocabulary/adoption.ts";
import type { Line } from "./script-lines.ts";

/** `using dep`, `using test.deps`, `using compileOnly.lib`; older versions wrote `lib`. */
const using =
  /^\/\/>\s{1,20}using\s{1,20}(?:([a-zA-Z]{1,20})\.)?([a-zA-Z]{1,20})\s{1,20}(.{1,2000})$/;
const scalaKeys: ReadonlySet<string> = new Set([
  "dep",
  "deps",
  "dependency",
  "dependencies",
  "lib",
  "libs",
]);
const ammonite = /\bimport\s{1,20}\$(?:ivy|dep)\.\s{0,20}(.{1,2000})$/;
const quoted = /[`"]([^`"\s]{3,400})[`"]/g;
const jbang = /^\/\/DEPS\s{1,20}(.{1,2000})$/;
const dependsOn = /^@file:DependsOn(?:s)?\s{0,20}\((.{1,2000})$/;
const grab = /@Grab\s{0,20}\(([^)]{1,1000})\)/g;

/**
 * `//> using dep` of Scala CLI, `import $ivy` of Ammonite (https://scala-cli.virtuslab.org/docs/reference/directives), `//DEPS` of JBang
 * (https://www.jbang.dev/documentation/jbang/latest/dependencies.html), `@file:DependsOn` of Kotlin's and `@Grab` of Groovy's scripts.
 */
export function readJvmLine(facts: CollectedFacts, { text, line }: Line, scope: Scope): void {
  for (const [written, used] of modulesOf(text, scope)) {
    const isAddress = /^https?:\/\//.test(written);
    const origin = isAddress ? /^https:\/\/([\w.-]{1,100}\/[\w./-]{1,300})$/.exec(written) : null;
    const name = origin === null ? null : repositoryOf(written);
    if (name !== null) {
      facts.use("maven", name.name, {
        namespace: name.group,
        scope: used,
        line,
        origin: name.origin,
      });
      continue;
    }
    const found = coordinatesOf(plainCoordinates(written));
    if (found === null) facts.problem("invalid", "a dependency of a script that is none", line);
    else useModule(facts, found, { scope: used, line });
  }
}

/** JBang takes what JitPack builds of a repository by its address. */
function repositoryOf(address: string): { group: string; name: string; origin: string } | null {
  const [, forge, owner, name] =
    /^https:\/\/(github|gitlab)\.com\/([\w-]{1,100})\/([\w.-]{1,100}?)(?:\.git)?(?:\/.{0,200})?$/.exec(
      address,
    ) ?? [];
  if (forge === undefined || owner === undefined || name === undefined) return null;
  return {
    group: `com.${forge}.${owner}`,
    name,
    origin: gitOrigin(`https://${forge}.com/${owner}/${name}`),
  };
}

function modulesOf(text: string, scope: Scope): [string, Scope][] {
  const [, prefix = "", key = "", values = ""] = using.exec(text) ?? [];
  if (key !== "") {
    if (!scalaKeys.has(key)) return [];
    const used = prefix === "test" ? "test" : prefix === "compileOnly" ? "build" : scope;
    return words(values).map((one) => [one, used]);
  }
  const inAmmonite = ammonite.exec(text)?.[1];
  const inKotlin = dependsOn.exec(text)?.[1];
  const inBackticks = inAmmonite ?? inKotlin;
  if (inBackticks !== undefined)
    return [...inBackticks.matchAll(quoted)].map(([, one = ""]) => [one, scope]);
  const inJbang = jbang.exec(text)?.[1];
  // What is said behind `//` is for readers.
  if (inJbang !== undefined)
    return words(inJbang.split(/\s\/\//, 1)[0] ?? "").map((one) => [one, scope]);
  return [...text.matchAll(grab)].flatMap(([, inner = ""]): [string, Scope][] => {
    const grabbed = grabbedModule(inner);
    return grabbed === null ? [] : [[grabbed, scope]];
  });
}

/** `'g:a:v'`, `group='g', module='a', version='v'`. */
function grabbedModule(inner: string): string | null {
  const named = (key: string): string | undefined =>
    new RegExp(`\\b${key}\\s{0,20}=\\s{0,20}["']([^"'\\s]{1,200})["']`).exec(inner)?.[1];
  const group = named("group");
  const module = named("module");
  if (group !== undefined && module !== undefined)
    return `${group}:${module}:${named("version") ?? ""}`;
  return /^\s{0,20}(?:value\s{0,20}=\s{0,20})?["']([^"'\s]{3,400})["']/.exec(inner)?.[1] ?? null;
}

function words(text: string): string[] {
  return text.split(/[\s,]+/, 200).flatMap((word) => word.replace(/^"|"$/g, "") || []);
}

/** `org::name::1.0` of Scala asks for the version of Scala and the platform; `…:1.0,exclude=…`, `…;classifier=…` say more. */
export function plainCoordinates(written: string): string {
  return (written.split(/[,;]/, 1)[0] ?? "")
    .replace(/:{2,3}/g, ":")
    .replace(/@(?:pom|fatjar)$/, "");
}
