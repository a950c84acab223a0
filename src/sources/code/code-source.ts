import type { FileFacts } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import { languageOf } from "#evidence/languages.ts";
import type { FileSource, SourceFile } from "#evidence/source.ts";
import { bringsDependencies, scriptDependenciesReader } from "../manifests/scripts/directives.ts";
import { scanReferences } from "../services/code-references.ts";
import { browserMarks } from "../surface/browser-code.ts";
import { entryMarks } from "../surface/code-entries.ts";
import { routeMarks } from "../surface/code-routes.ts";
import { codeSigns } from "../surface/code-signs.ts";
import { infrastructureSigns } from "../surface/infrastructure-code.ts";
import { fileSymbols } from "../symbols/file-symbols.ts";

/** Settings that an application reads at run time, beside its code. */
const settings =
  /(?:^|\/)config\/(?:[^/]{1,200}\/){0,6}[^/]{1,200}\.(?:ya?ml|json|toml|properties)$|(?:^|\/)(?:application|bootstrap|microprofile-config)(?:[-.][\w.-]{1,60})?\.(?:ya?ml|properties|conf)$|(?:^|\/)conf\/[^/]{1,100}\.conf$|(?:^|\/)appsettings(?:\.\w{1,40})?\.json$|(?:^|\/)settings\.(?:toml|ini|json)$/;
/** Manifests and templates of charts, which set what runs; values and the chart itself have sources of their own. */
const manifests =
  /(?:^|\/)(?:charts|helm[\w-]{0,20}|k8s|kubernetes|manifests|kustomize|overlays|deploy(?:ment)?s?|openshift)\/(?:[^/]{1,200}\/){0,6}(?!values|Chart\.)[^/]{1,200}\.ya?ml$/;
/** Languages that other sources read, or that call nobody. */
const notScanned: ReadonlySet<string> = new Set([
  "Protocol Buffer",
  "GraphQL",
  "SQL",
  "Dockerfile",
]);

/** Reads each code file at HEAD once: services it calls, names it offers and uses, routes it answers, what it starts. */
export const code: FileSource = {
  id: "code",
  version: 10,
  detect: (path) => (isCode(path) && !isForeignPath(path) ? "head" : "none"),
  read: ({ path, text }) => {
    const { services = [] } = readServices({ path, text });
    const { exports: names, symbolUses } = fileSymbols(path, text);
    const surface = [
      ...routeMarks(path, text),
      ...entryMarks(path, text),
      ...browserMarks(path, text),
      ...codeSigns(path, text),
      ...infrastructureSigns(path, text),
    ];
    const facts: FileFacts = {
      ...(services.length === 0 ? {} : { services }),
      ...(names.length === 0 ? {} : { exports: { unit: "names", names } as const }),
      ...(symbolUses.length === 0 ? {} : { symbolUses }),
      ...(surface.length === 0 ? {} : { surface }),
      ...(bringsDependencies(path, text)
        ? { includes: [{ path, reader: scriptDependenciesReader }] }
        : {}),
    };
    return facts;
  },
  readServices,
};

function readServices({ path, text }: SourceFile): FileFacts {
  const isSetting = isSettings(path) || languageOf(path)?.name === "HCL";
  const services = scanReferences(path, text, { bareVariable: isSetting ? "medium" : "low" });
  return services.length === 0 ? {} : { services };
}

function isSettings(path: string): boolean {
  return settings.test(path) || manifests.test(path);
}

function isCode(path: string): boolean {
  if (isSettings(path)) return true;
  const language = languageOf(path);
  if (language === null) return false;
  if (language.kind === "code") return !notScanned.has(language.name);
  return language.kind === "template";
}
