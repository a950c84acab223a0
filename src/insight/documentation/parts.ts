import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { languageOf } from "#evidence/languages.ts";
import type { DocumentationAid } from "#evidence/facts.ts";
import type { ComponentDocuments, DocumentAtHead } from "#model/component-documents.ts";
import type { Capability } from "#model/organisation.ts";
import { isBeforeRelease } from "#evidence/version-names.ts";
import type { DocumentationOptions } from "./options.ts";
import type { PartScore } from "./result.ts";
import type { DocumentationPart } from "#vocabulary/measures.ts";

type Judged = Pick<PartScore, "score" | "text" | "evidence">;
type Judge = (
  own: ComponentDocuments,
  capability: Capability,
  options: DocumentationOptions,
) => Judged;

const secondsPerDay = 86_400;
const changelogName = /(?:^|\/)(?:CHANGELOG|CHANGES|HISTORY)(?:\.[a-z]{1,10})?$/i;
const readmeName = /(?:^|\/)README(?:\.[a-z]{1,10})?$/i;

const sections: Readonly<
  Record<"install" | "usage" | "configuration" | "support" | "reference", RegExp>
> = {
  install:
    /\b(?:install(?:ation|ing)?|getting started|get started|quick ?start|set(?:ting)?[ -]?up|add(?:ing)? (?:it |the gem )?to)\b/i,
  usage:
    /\b(?:usage|use|using|how[ -]to|examples?|tutorials?|guides?|running|run|getting started|quick ?start|deploy(?:ing|ment)?)\b/i,
  configuration:
    /\b(?:config(?:uration|ure|uring)?|options?|settings?|environment variables?|parameters?|inputs?)\b/i,
  support:
    /\b(?:contribut(?:e|ing|ions?|ors?)|support|contact|help|maintain(?:ers?|ed|ing)?|questions|feedback|licen[cs]e)\b/i,
  reference:
    /\b(?:api|reference|methods?|endpoints?|components?|commands?|helpers?|functions?|classes|inputs?|outputs?|variables)\b/i,
};

function seen(own: ComponentDocuments, path: string, text: string): EvidenceRef {
  return {
    source: "documents",
    repositoryId: own.repositoryId,
    commit: own.head.commit,
    path,
    line: null,
    at: own.head.at,
    how: "observed",
    confidence: "observed",
    text,
  };
}

function whole(own: ComponentDocuments, path: string, text: string): Judged {
  return { score: 1, text, evidence: [seen(own, path, text)] };
}

function absent(text: string): Judged {
  return { score: 0, text, evidence: [] };
}

function aidOf(
  own: ComponentDocuments,
  aid: DocumentationAid["aid"],
): DocumentationAid | undefined {
  return own.aids.find((one) => one.aid === aid);
}

/** A document whose headings have such a section, changelogs left out: their headings are versions. */
function section(own: ComponentDocuments, words: RegExp): { path: string; heading: string } | null {
  for (const { path, facts } of own.documents) {
    if (changelogName.test(path)) continue;
    const heading = facts.headings.find((one, index) => index > 0 && words.test(one));
    if (heading !== undefined) return { path, heading };
  }
  return null;
}

/** A page under docs/ whose name says it: `docs/configuration.md`. */
function page(own: ComponentDocuments, words: RegExp): DocumentAtHead | undefined {
  return own.documents.find(
    ({ path }) =>
      !readmeName.test(path) &&
      !changelogName.test(path) &&
      words.test(path.slice(path.lastIndexOf("/") + 1).replace(/[-_.]/g, " ")),
  );
}

function sectionPart(name: keyof typeof sections, aid?: DocumentationAid["aid"]): Judge {
  return (own) => {
    const words = sections[name];
    const found = section(own, words);
    if (found !== null) return whole(own, found.path, `section “${found.heading.slice(0, 80)}”`);
    const named = page(own, words);
    if (named !== undefined) return whole(own, named.path, "a page of its own");
    const beside = aid === undefined ? undefined : aidOf(own, aid);
    if (beside !== undefined) return whole(own, beside.path, `${beside.path} is there`);
    return absent("no such section or page");
  };
}

const purpose: Judge = (own, _capability, { purposeWords }) => {
  const readme =
    own.documents.find(({ path }) => readmeName.test(path)) ??
    own.documents.find(({ path }) => languageOf(path)?.kind === "code") ??
    own.documents.find(({ path, isElsewhere }) => isElsewhere && !changelogName.test(path));
  if (readme === undefined) return absent("no README");
  const { summary } = readme.facts;
  const length = summary === null ? 0 : summary.split(/\s+/).length;
  if (length >= purposeWords)
    return whole(own, readme.path, `opens with ${String(length)} words on what it is`);
  return {
    score: 0.5,
    text:
      length === 0
        ? "a README without a first paragraph"
        : `its first paragraph has ${String(length)} words`,
    evidence: [seen(own, readme.path, "README")],
  };
};

const examples: Judge = (own, _capability, { wholeExamples }) => {
  const folder = aidOf(own, "examples");
  if (folder !== undefined)
    return whole(own, folder.path, `${String(folder.filesCount)} files of examples`);
  const pages = own.documents.filter(
    ({ path, facts }) => facts.codeBlocksCount > 0 && !changelogName.test(path),
  );
  const blocks = pages.reduce((sum, { facts }) => sum + facts.codeBlocksCount, 0);
  if (blocks === 0) return absent("no code block in its documents, no folder of examples");
  return {
    score: Math.min(1, blocks / wholeExamples),
    text: `${String(blocks)} code blocks in ${String(pages.length)} documents`,
    evidence: pages
      .slice(0, 3)
      .map(({ path, facts }) => seen(own, path, `${String(facts.codeBlocksCount)} code blocks`)),
  };
};

const leastReleases = 2;
const raisedWithin = 365 * secondsPerDay;

/** More than once, pre-releases left out; and its version did not stand still for a year while work on it went on. */
function isReleased({ lastCodeChange: coded }: ComponentDocuments, { releases }: Capability) {
  const released = releases.filter(({ version }) => !isBeforeRelease(version));
  const last = released.at(-1);
  if (last === undefined || released.length < leastReleases) return false;
  return coded === null || coded.at - last.at <= raisedWithin;
}

const changelog: Judge = (own, capability) => {
  const found = own.documents.find(({ path }) => changelogName.test(path));
  if (found !== undefined)
    return whole(own, found.path, `${String(found.facts.headings.length)} headings`);
  if (!isReleased(own, capability))
    return { score: null, text: "it has no releases that a changelog would tell of", evidence: [] };
  return absent("it has releases and no changelog");
};

const freshness: Judge = (own, _capability, { freshDays, staleDays }) => {
  const { lastDocumentChange: written, lastCodeChange: coded } = own;
  if (written === null) return absent("no document of which a change is known");
  if (coded === null)
    return { score: null, text: "no code of its own to compare with", evidence: [] };
  const days = Math.max(0, (coded.at - written.at) / secondsPerDay);
  const score = 1 - Math.min(1, Math.max(0, (days - freshDays) / (staleDays - freshDays)));
  const dated = (one: { path: string; at: number }, text: string): EvidenceRef => ({
    ...seen(own, one.path, text),
    at: one.at,
  });
  return {
    score,
    text: `documents were changed ${days === 0 ? "no earlier than" : `${String(Math.round(days))} days before`} the code`,
    evidence: [dated(written, "last change of a document"), dated(coded, "last change of code")],
  };
};

const links: Judge = (own) => {
  const checked = own.documents.reduce((sum, one) => sum + one.linksCount, 0);
  if (checked === 0) return { score: null, text: "no relative link to follow", evidence: [] };
  const dead = own.documents.flatMap(({ path, deadLinks }) =>
    deadLinks.map((one) => ({ path, ...one })),
  );
  return {
    score: 1 - dead.length / checked,
    text: `${String(dead.length)} of ${String(checked)} relative links lead nowhere`,
    evidence: dead.slice(0, 10).map(({ path, line, target }) => ({
      ...seen(own, path, `leads nowhere: ${target}`),
      line,
    })),
  };
};

/** In the order in which a reader meets them. */
export const judges: readonly (readonly [DocumentationPart, Judge])[] = [
  ["purpose", purpose],
  ["install", sectionPart("install")],
  ["usage", sectionPart("usage")],
  ["examples", examples],
  ["reference", sectionPart("reference", "reference")],
  ["configuration", sectionPart("configuration")],
  ["support", sectionPart("support", "contributing")],
  ["changelog", changelog],
  ["freshness", freshness],
  ["links", links],
];
