import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { HeadFile, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { repositoryWord } from "./repository-word.ts";
import { experimentWords, personalWords } from "./self-description.ts";
import { folderOf, type Unit } from "./units.ts";

const partnerWords =
  /\b(?:partners?|third[- ]part(?:y|ies) (?:developers?|suppliers?|integrators?)|integrators?|resellers?)\b/i;

const templateWords =
  /(?:^|\b(?:is|provides?) )an? [^.\n]{0,80}\b(?:template|boilerplate|skeleton)\b(?! engine| language| compiler| library| tag)|\buse this template\b|\btemplate (?:github )?repo(?:sitory)? (?:for|used|to|that)\b|\b(?:template|boilerplate|skeleton|starter kit|archetype) for (?:new|creating|building|bootstrapping|starting)\b/im;
const templateName =
  /^(?:template|boilerplate|skeleton|cookiecutter)[-_.]|[-_.](?:templates?|boilerplate|skeleton|starter|archetype|cookiecutter|\.g8)$|\.g8$/i;

/** Of a repository: what it is called says that it is there to try or to show something. */
const experimentName =
  /^(?:poc|prototypes?|spikes?|experiments?|hackathon|hackday|tutorials?)(?:[-_.]|$)|[-_.](?:poc|prototypes?|spikes?|experiments?|hackathon|hack-?day|tutorials?|workshop|katas?|demos?)$/i;

const templateRepository = "template repository";
const templateMark: SurfaceMark = { mark: "template", text: templateRepository, count: 1 };

/** Of a repository's root: it is there to be copied, by its name or by what its README calls it. */
function isTemplateRepository(unit: Unit, introduction: string): boolean {
  if (unit.folder !== ".") return false;
  const name = repositoryWord(unit.repository);
  return templateName.test(name) || templateWords.test(introduction);
}

function experimentMark(called: string): SurfaceMark {
  return { mark: "experiment", text: called.toLowerCase().replace(/^[-_.]|[-_.]$/g, ""), count: 1 };
}

/** The README of the unit's own folder. */
export function readmeOf(unit: Unit): HeadFile | undefined {
  return documentsOf(unit.repository).readmes.get(unit.folder);
}

interface Documents {
  /** The first README of each folder. */
  readonly readmes: ReadonlyMap<string, HeadFile>;
  /** Documents that tell people to run images. */
  readonly withImages: readonly HeadFile[];
}

const known = new WeakMap<RepositoryEvidence, Documents>();

/** Worked out once for a repository: each of its components asks. */
function documentsOf(repository: RepositoryEvidence): Documents {
  const before = known.get(repository);
  if (before !== undefined) return before;
  const readmes = new Map<string, HeadFile>();
  const withImages: HeadFile[] = [];
  for (const file of repository.headFiles) {
    if (file.document === null) continue;
    if (file.document.images !== undefined) withImages.push(file);
    const folder = folderOf(file.path);
    if (/(?:^|\/)readme[^/]{0,20}$/i.test(file.path) && !readmes.has(folder))
      readmes.set(folder, file);
  }
  const documents = { readmes, withImages };
  known.set(repository, documents);
  return documents;
}

/**
 * Images of its own name that its README and its `docs` tell people to run: those of others are what it needs. Short
 * names say nothing.
 */
function imageMarks({ folder, repository }: Unit): SurfaceMark[] {
  const around = folder === "." ? "" : `${folder}/`;
  const own = (around === "" ? repositoryWord(repository) : folder)
    .replace(/^.*\//, "")
    .toLowerCase();
  if (own.length < 4) return [];
  for (const { path, document } of documentsOf(repository).withImages) {
    if (document?.images === undefined || !path.startsWith(around)) continue;
    if (!/^(?:readme[^/]{0,20}|docs?\/.{1,500})$/i.test(path.slice(around.length))) continue;
    const named = document.images.find((image) =>
      image.slice(image.lastIndexOf("/") + 1).includes(own),
    );
    if (named !== undefined)
      return [{ mark: "distribution", text: `container image ${named}`.slice(0, 160), count: 1 }];
  }
  return [];
}

/** Whom the README addresses: counts of words, and what its title, first paragraph and headings call the thing. */
export function documentMarks(unit: Unit): SurfaceMark[] {
  const readme = readmeOf(unit);
  const marks: SurfaceMark[] = imageMarks(unit);
  const called =
    unit.folder === "." ? experimentName.exec(repositoryWord(unit.repository))?.[0] : undefined;
  if (readme?.document == null) {
    if (isTemplateRepository(unit, "")) marks.push(templateMark);
    if (called !== undefined) marks.push(experimentMark(called));
    return marks;
  }
  const { title, summary, headings, developerWords, customerWords } = readme.document;
  const introduction = `${title ?? ""}\n${summary ?? ""}`;
  const say = (mark: SurfaceMark["mark"], found: string | null | undefined): void => {
    if (found != null) marks.push({ mark, text: found.toLowerCase().slice(0, 160), count: 1 });
  };
  if (developerWords > 0)
    marks.push({ mark: "developer-words", text: readme.path, count: developerWords });
  if (customerWords > 0)
    marks.push({ mark: "customer-words", text: readme.path, count: customerWords });
  if (isTemplateRepository(unit, introduction)) marks.push(templateMark);
  const words = experimentWords(title ?? "", summary ?? "");
  if (words === null && called !== undefined) marks.push(experimentMark(called));
  say("experiment", words);
  say("personal", personalWords(title ?? "", summary ?? ""));
  say("partner-words", partnerWords.exec(`${introduction}\n${headings.join("\n")}`)?.[0]);
  if (readme.document.successor !== undefined)
    marks.push({ mark: "successor", text: readme.document.successor, count: 1 });
  return marks;
}
