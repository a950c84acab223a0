import { append } from "#kernel/lists-by-key.ts";
import type { RepositoryEvidence, Tag } from "#evidence/repository-evidence.ts";
import { packageName } from "./components.ts";
import type { Release } from "./organisation.ts";
import { versionOfTag } from "./tag-version.ts";

/** A tag with the release and the package that its name carries; null: it is no version; empty: it names no package. */
export interface NumberedTag extends Tag {
  readonly release: Release | null;
  readonly word: string;
}

/** Tags of one repository by the package that they name: read once for all of its components. */
class RepositoryTags {
  private readonly byWord = new Map<string, NumberedTag[]>();
  private readonly order = new Map<NumberedTag, number>();
  /** Those that name no package of the repository. */
  private readonly others: readonly NumberedTag[];

  constructor({ tags, files }: RepositoryEvidence) {
    const words = new Set(files.flatMap((file) => file.packages.map((one) => lastWord(one.purl))));
    const all = tags.map((tag) => {
      const version = versionOfTag(tag.name);
      const release = version === null ? null : { version, at: tag.at, commit: tag.commit };
      return { ...tag, release, word: wordOfTag(tag.name) };
    });
    for (const [index, tag] of all.entries()) {
      append(this.byWord, tag.word, tag);
      this.order.set(tag, index);
    }
    this.others = all.filter(({ word }) => !words.has(word));
  }

  /** Tags that carry one of the names, where some do; else those that carry no package's name of the repository. */
  of(words: ReadonlySet<string>): readonly NumberedTag[] {
    const lists = [...words].flatMap((word) => this.byWord.get(word) ?? []);
    if (lists.length === 0) return this.others;
    const place = (tag: NumberedTag): number => this.order.get(tag) ?? 0;
    return lists.sort((a, b) => place(a) - place(b));
  }
}

const known = new WeakMap<RepositoryEvidence, RepositoryTags>();

export function tagsOfRepository(repository: RepositoryEvidence): RepositoryTags {
  const found = known.get(repository) ?? new RepositoryTags(repository);
  known.set(repository, found);
  return found;
}

/** `queue` of `pkg:github/acme/modules#modules/queue`, as `plainWord`. */
export function lastWord(purl: string): string {
  return plainWord(/[^/#]{0,200}$/.exec(packageName(purl))?.[0] ?? "");
}

/**
 * The version that a reference to git names together with the package: `gauge-v1.2.0`, `modules/track/1.4.0`, of one of the purls
 * or of a name that ends so (`rail` of `terraform-aws-rail`). Null for all else: a branch may be called `release-1.2` as well.
 */
export function versionOfNamedTag(reference: string, purls: readonly string[]): string | null {
  const word = wordOfTag(reference);
  if (word === "" || reference.length > 300) return null;
  const isNamed = purls.map(lastWord).some((name) => name === word || name.endsWith(`-${word}`));
  return isNamed ? versionOfTag(reference) : null;
}

/** Tags and packages spell a name as they like: `oven_kit-1.2` is of `oven-kit`, `Oven.Kit-1.2` of `oven.kit`. */
function plainWord(name: string): string {
  return name.toLowerCase().replace(/[-_.]{1,20}/g, "-");
}

/** `till` of `@bakery/till@1.2.3`, `till-v1.2.3`, `tools/till/v1.2.3`, as `plainWord`; empty for `v1.2.3`. */
function wordOfTag(tag: string): string {
  const version = /[/@_-]v?\d{1,9}\.\d{1,9}[^/@]{0,80}$/.exec(tag)?.index ?? 0;
  const name = tag.slice(0, version);
  return plainWord(name.slice(name.lastIndexOf("/") + 1));
}
