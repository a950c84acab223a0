export interface NamedFolder {
  /** POSIX path below the input folder, without `.git`. */
  readonly name: string;
  /** Absolute path of the folder that holds the repository. */
  readonly folder: string;
  /** Absolute path of the input folder. */
  readonly root: string;
}

/**
 * What a folder without a remote may be called, shortest first: its path, its path with `.git`, then with more and more of the
 * input folder's own path before it.
 */
export function folderNames(place: NamedFolder): string[] {
  const whole = wholeName(place);
  const above = place.root.split(/[/\\]/).filter((part) => part !== "");
  const longer = above.map((_, index) => [...above.slice(-1 - index), whole].join("/"));
  return [...new Set([place.name, whole, ...longer])];
}

function wholeName({ name, folder }: NamedFolder): string {
  return folder.endsWith(".git") && !name.endsWith(".git") ? `${name}.git` : name;
}

/**
 * Names that tell folders apart, by place in the list: the shortest that nobody else could have. Of `shop` and `shop.git` the
 * first keeps its name; folders of one name below two input folders both say which. `taken`: what none may be called.
 */
export function distinctNames(
  folders: readonly NamedFolder[],
  taken: ReadonlySet<string> = new Set(),
): string[] {
  const wholes = counted(folders.map(wholeName));
  const all = counted(folders.flatMap(folderNames));
  return folders.map((place) => {
    const own = wholeName(place);
    const isFree = (name: string): boolean =>
      !taken.has(name) && (all.get(name) === 1 || (name === own && wholes.get(name) === 1));
    const names = folderNames(place);
    return names.find(isFree) ?? names.at(-1) ?? place.name;
  });
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
