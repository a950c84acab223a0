import { isPlaceholder, normaliseStep, personOwner } from "#evidence/owner-name.ts";

/** A team as somebody wrote it, by its path: `@acme/search/backend` is `acme`, `search`, `backend`. */
export interface TeamName {
  readonly path: readonly string[];
  /** The path is whole (a reference with its namespace): it means no team of a longer path that is whole as well. */
  readonly isWhole: boolean;
  /** As to be shown. */
  readonly written: string;
}

/** A person is no team, and nobody learns who it is. */
export type OwnerName = TeamName | "person";

export interface KnownTeam {
  readonly id: string;
  readonly name: string;
}

interface Kin {
  readonly paths: Set<string>;
  /** The longest path met, which is the whole of its name. */
  readonly path: readonly string[];
  isWhole: boolean;
}

/**
 * One identity for each team, however it is written. A name is met by its end: `backend`, `@acme/backend` and
 * `group:default/backend` are one team as long as only one team ends so; where two meet, both keep their paths.
 */
export class TeamNames {
  private readonly byEnd = new Map<string, Kin[]>();
  private readonly spelling = new Map<string, string>();
  private readonly titles: ReadonlyMap<string, string>;
  private readonly aliases: ReadonlyMap<string, readonly string[]>;

  /** `titles` and `aliases` by path, as Group entities give them. */
  constructor(
    names: Iterable<TeamName>,
    titles: readonly { readonly path: readonly string[]; readonly title: string }[],
    aliases: readonly { readonly path: readonly string[]; readonly of: readonly string[] }[],
  ) {
    this.titles = new Map(titles.map(({ path, title }) => [keyOf(path), title]));
    this.aliases = new Map(aliases.map(({ path, of }) => [keyOf(path), of]));
    const met = new Map<string, { path: readonly string[]; isWhole: boolean }>();
    for (const name of names) {
      const path = this.aliases.get(keyOf(name.path)) ?? name.path;
      for (const step of path)
        if (!this.spelling.has(plain(step))) this.spelling.set(plain(step), step);
      const key = keyOf(path);
      const known = met.get(key);
      if (known === undefined) met.set(key, { path, isWhole: name.isWhole });
      else known.isWhole ||= name.isWhole;
    }
    const longestFirst = [...met.values()].sort((a, b) => b.path.length - a.path.length);
    for (const { path, isWhole } of longestFirst) this.settle(path, isWhole);
  }

  /** The team that a name means; a name never met before stands for itself. */
  teamOf(name: TeamName): KnownTeam {
    const path = this.aliases.get(keyOf(name.path)) ?? name.path;
    const kin = this.kinOf(path, name.isWhole);
    const whole = kin?.path ?? path;
    const rivals = (this.byEnd.get(endOf(whole)) ?? []).filter((one) => one !== kin);
    const id = rivals.length === 0 ? this.spelt(whole.slice(-1)) : this.spelt(whole);
    const title = [...(kin?.paths ?? [keyOf(whole)])].flatMap(
      (key) => this.titles.get(key) ?? [],
    )[0];
    return {
      id,
      name: title ?? (rivals.length === 0 ? name.written : distinct(this.spelt(whole), rivals)),
    };
  }

  private settle(path: readonly string[], isWhole: boolean): void {
    const kin = this.kinOf(path, isWhole);
    if (kin !== null) {
      kin.paths.add(keyOf(path));
      kin.isWhole ||= isWhole;
      return;
    }
    const end = endOf(path);
    const list = this.byEnd.get(end) ?? [];
    list.push({ paths: new Set([keyOf(path)]), path, isWhole });
    this.byEnd.set(end, list);
  }

  private kinOf(path: readonly string[], isWhole: boolean): Kin | null {
    const key = keyOf(path);
    const all = this.byEnd.get(endOf(path)) ?? [];
    const same = all.find((one) => one.paths.has(key));
    if (same !== undefined) return same;
    const longer = all.filter(
      (one) => !(isWhole && one.isWhole) && keyOf(one.path).endsWith(`/${key}`),
    );
    return longer.length === 1 ? (longer[0] ?? null) : null;
  }

  private spelt(path: readonly string[]): string {
    return path.map((step) => this.spelling.get(plain(step)) ?? step).join("/");
  }
}

/** `bread-bakers` and `breadbakers` are one word. */
function plain(step: string): string {
  return step.replaceAll("-", "");
}

function keyOf(path: readonly string[]): string {
  return path.map(plain).join("/");
}

function endOf(path: readonly string[]): string {
  return plain(path.at(-1) ?? "");
}

/** As much of the end of a path as no other team shares. */
function distinct(whole: string, rivals: readonly Kin[]): string {
  const steps = whole.split("/");
  const others = rivals.map(({ path }) => keyOf(path));
  for (let count = 1; count < steps.length; count++) {
    const end = steps.slice(-count);
    const key = keyOf(end);
    if (!others.some((other) => other === key || other.endsWith(`/${key}`))) return end.join("/");
  }
  return whole;
}

/**
 * A name as people write it anywhere: `#bread-team`, `Bread Team`, `@acme/bread`, `group:search/bread`, a page of a forge's team.
 * Null for placeholders and blanks; addresses and `user:` are persons.
 */
export function teamNameOf(text: string): OwnerName | null {
  const trimmed = text.trim().slice(0, 200);
  if (trimmed === personOwner || /^user:/i.test(trimmed)) return "person";
  if (isPlaceholder(trimmed)) return null;
  if (/^(?:mailto:)?[^\s@]{1,100}@[^\s@]{1,200}$/i.test(trimmed)) return "person";
  const page =
    /^https?:\/\/[^/\s]{1,100}\/(?:orgs\/([^/\s]{1,100})\/teams|groups)\/([^\s?#]{1,150})$/i.exec(
      trimmed,
    );
  const kind = /^([a-z]{1,20}):(?!\/)/i.exec(trimmed)?.[0] ?? "";
  const local =
    page === null ? trimmed.slice(kind.length) : [page[1] ?? [], page[2] ?? ""].flat().join("/");
  const isWhole = /^group:$/i.test(kind) && local.includes("/");
  const steps = local.includes(" ") ? [local] : local.split("/").filter((step) => step !== "");
  const path = (isWhole && /^default$/i.test(steps[0] ?? "") ? steps.slice(1) : steps).map(
    normaliseStep,
  );
  const end = path.at(-1);
  if (end === undefined || end === null) return null;
  return {
    path: path.filter((step) => step !== null),
    isWhole,
    written: shown(steps.at(-1) ?? local, end),
  };
}

function shown(step: string, normal: string): string {
  const bare = step.trim().replace(/^[#@]{1,2}/, "");
  return (bare === "" ? normal : bare).slice(0, 200);
}
