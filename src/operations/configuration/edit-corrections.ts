import { isMap, isScalar, isSeq, type Document, type YAMLSeq } from "yaml";
import type { ConfiguredCorrection } from "#contract/configuration.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { editableYaml } from "#sources/yaml-library.ts";

const key = "corrections";

/** The text with the correction at the end of the list, or in place of the one at `replaced` (−1: none). */
export function withCorrection(
  text: string,
  replaced: number,
  correction: ConfiguredCorrection,
): string {
  const document = documentOf(text);
  const entry = document.createNode(brief(correction));
  const list = correctionsIn(document);
  if (list === null) document.setIn([key], document.createNode([entry]));
  else if (replaced >= 0) list.set(replaced, entry);
  else {
    list.add(entry);
    list.flow = false;
  }
  return printed(document);
}

/** The text without the correction at `index`; the key goes with the last one. */
export function withoutCorrection(text: string, index: number): string {
  const document = documentOf(text);
  const list = correctionsIn(document);
  list?.delete(index);
  if (list?.items.length === 0) document.deleteIn([key]);
  return printed(document);
}

function documentOf(text: string): Document {
  const document = editableYaml(text);
  if (document !== null) return document;
  throw new FulcrumError(
    "configuration-invalid",
    "The configuration is not one document of YAML.",
    "Correct it: `fulcrum assess` names the line.",
  );
}

function correctionsIn(document: Document): YAMLSeq | null {
  const list = document.get(key, true);
  return isSeq(list) ? list : null;
}

/** Without what is so by default. */
function brief(correction: ConfiguredCorrection): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(correction).filter(
      ([name, value]) => value !== null && !(name === "present" && value === true),
    ),
  );
}

function printed(document: Document): string {
  if (isMap(document.contents) && document.contents.items.length === 0) document.contents = null;
  const text = document.toString({ lineWidth: 0, indentSeq: true });
  return isScalar(document.contents) || document.contents === null
    ? text.replace(/^null\n/, "")
    : text;
}
