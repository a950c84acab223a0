import { pseudonym } from "#kernel/ids.ts";
import { normaliseStep } from "#evidence/owner-name.ts";
import type { CommitGraph } from "../git/graph.ts";
import type { People } from "./activity.ts";

/** Addresses that forges give to those who hide theirs: `123+jdoe@users.noreply.github.com`, `12-jdoe@users.noreply.gitlab.com`. */
const noReply = /^(?:\d{1,12}[+-])?([\w.-]{1,80})@(?:[\w.-]{1,100}\.)?noreply\.[\w.-]{3,100}$/;

/** Words of accounts that several people or none sign with; a name that holds one is not known to be a person's. */
const ofMany = new Set(
  (
    "account accounts admin admins api app apps automation backend bot build builds ci committers community core data deploy " +
    "design dev developers development devops devs docs engineering engineers frontend github gitlab group guild infra " +
    "infrastructure labs machine maintainers mobile ops organisation organization owner owners payments platform product " +
    "project qa release releases root search security service services shared squad support system systems team teams tech " +
    "test tester tests the tools user web working"
  ).split(" "),
);

/**
 * Names by which an owner could mean one of the authors, as pseudonyms: with the key an owner's name can be asked for, and no name
 * can be read back. Shared accounts have none: when in doubt a name is a team's.
 */
export function authorHandles(
  { authors, authorNames }: Pick<CommitGraph, "authors" | "authorNames">,
  { isBot }: Pick<People, "isBot">,
  key: string,
): readonly string[] {
  const handles = new Set<string>();
  for (const [author, address] of authors.entries()) {
    if (isBot[author] === true) continue;
    for (const handle of handlesOf(address, authorNames[author] ?? [])) handles.add(handle);
  }
  return [...handles].map((handle) => handleKey(key, handle)).sort();
}

/** Pseudonym of a name as `normaliseOwnerName` spells it. Never that of an address. */
export function handleKey(key: string, handle: string): string {
  return pseudonym(key, `handle ${handle.replaceAll("-", "")}`);
}

function handlesOf(address: string, names: readonly string[]): string[] {
  const hidden = noReply.exec(address)?.[1];
  const local = hidden ?? address.slice(0, Math.max(0, address.lastIndexOf("@")));
  const persons = names.filter(isOfPerson);
  const words = new Set(persons.flatMap(wordsOf).filter((word) => word.length > 2));
  const spelt = local.replaceAll(/[^\p{L}\p{N}]/gu, "");
  const isTheirs = [...words].some((word) => spelt.includes(word));
  const written = [...(hidden !== undefined || isTheirs ? [local] : []), ...persons];
  return written.flatMap((name) => normaliseStep(name) ?? []);
}

/** `Jane Doe`, `jane-doe`: at least two words, none of them a team's. */
function isOfPerson(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 1 && words.length < 7 && !words.some((word) => ofMany.has(word));
}

function wordsOf(name: string): string[] {
  return name
    .slice(0, 100)
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
}
