import type { SurfaceMark } from "#evidence/facts.ts";
import type { HeadFile } from "#evidence/repository-evidence.ts";
import { folderOf, type Unit } from "./units.ts";

const experimentWords =
  /\b(?:prototype|prototypes|experiment|experiments|experimental|proof of concept|playground|sketch|sketches|spike|hackathon|toy)\b/i;
const personalWords = /\b(?:personal|my own|dotfiles)\b/i;
const partnerWords =
  /\b(?:partners?|third[- ]part(?:y|ies) (?:developers?|suppliers?|integrators?)|integrators?|resellers?)\b/i;

/** The README of the unit's own folder. */
export function readmeOf(unit: Unit): HeadFile | undefined {
  return unit.repository.headFiles.find(
    (file) =>
      file.document !== null &&
      folderOf(file.path) === unit.folder &&
      /(?:^|\/)readme[^/]{0,20}$/i.test(file.path),
  );
}

/** Whom the README addresses: counts of words, and what its title, first paragraph and headings call the thing. */
export function documentMarks(unit: Unit): SurfaceMark[] {
  const readme = readmeOf(unit);
  if (readme?.document == null) return [];
  const { title, summary, headings, developerWords, customerWords } = readme.document;
  const introduction = `${title ?? ""}\n${summary ?? ""}`;
  const marks: SurfaceMark[] = [];
  const say = (mark: SurfaceMark["mark"], words: RegExp, text: string): void => {
    const found = words.exec(text)?.[0];
    if (found !== undefined) marks.push({ mark, text: found.toLowerCase(), count: 1 });
  };
  if (developerWords > 0)
    marks.push({ mark: "developer-words", text: readme.path, count: developerWords });
  if (customerWords > 0)
    marks.push({ mark: "customer-words", text: readme.path, count: customerWords });
  say("experiment", experimentWords, introduction);
  say("personal", personalWords, introduction);
  say("partner-words", partnerWords, `${introduction}\n${headings.join("\n")}`);
  return marks;
}
