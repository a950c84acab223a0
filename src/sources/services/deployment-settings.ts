import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileFacts } from "#evidence/facts.ts";
import type { FileSource, SourceFile } from "#evidence/source.ts";
import { lineNumbers } from "#evidence/line-numbers.ts";
import { isEmptyOrLocal, scanReferences } from "./code-references.ts";
import { isLinkName, mentionInFile } from "./purposes.ts";
import { ReferenceBag } from "./reference-bag.ts";

const environmentFile =
  /(?:^|\/)(?:\.env(?:\.[\w.-]{1,60})?|[\w-]{1,60}\.env|env|app\.json|Procfile(?:\.[\w-]{1,40})?)$/;

/** `.env` files, `docker/env`, Heroku's app.json and Procfile. Only names of variables and hosts are kept, never values. */
export const environmentFiles: FileSource = {
  id: "environment-files",
  version: 4,
  detect: (path) => (environmentFile.test(path) && !isForeignPath(path) ? "history" : "none"),
  read: ({ path, text }) => ({
    services: scanReferences(path, text.slice(0, maximumCharacters), { bareVariable: "medium" }),
  }),
};

const maximumCharacters = 65_536;
const valuesFile = /(?:^|\/)values([-._][\w.-]{1,60})?\.ya?ml$/;
const settingKey =
  /^\s{0,60}(?:- )?([A-Za-z][A-Za-z0-9_-]{1,60}?)(?:BaseUrl|Url|URL|Uri|Host|Endpoint|_url|_host|_uri|_endpoint)\s?:/gm;

/**
 * Helm values. Only the chart's own `values.yaml` is followed through history: values of one environment belong to
 * deployment repositories, which rewrite large files at every release. Files above 64 KiB are those, too.
 */
export const helmValues: FileSource = {
  id: "helm-values",
  version: 4,
  endings: ["yml", "yaml"],
  detect: (path) => {
    const match = isForeignPath(path) ? null : valuesFile.exec(path);
    if (match === null) return "none";
    return match[1] === undefined ? "history" : "head";
  },
  read: readValues,
  readServices: readValues,
};

function readValues({ path, text }: SourceFile): FileFacts {
  if (text.length > maximumCharacters) return {};
  const bag = new ReferenceBag(path);
  const lineAt = lineNumbers(text);
  for (const match of text.matchAll(settingKey)) {
    const [, name = ""] = match;
    const seen = match[0].trim();
    const mention =
      mentionInFile(path, false) ?? (isLinkName(seen) ? "link" : emptyAfter(text, match));
    bag.add({
      name,
      how: "helm-value",
      confidence: "medium",
      ...(mention === null ? {} : { mention }),
      text: seen,
      line: lineAt(match.index + match[0].length - 1),
    });
  }
  const scanned = scanReferences(path, text, { bareVariable: "medium", how: "helm-value" });
  for (const reference of scanned) bag.add(reference);
  return { services: bag.references() };
}

function emptyAfter(text: string, { index, 0: found }: RegExpExecArray): "empty" | null {
  return isEmptyOrLocal(text, index + found.length - 1) ? "empty" : null;
}
