/** Ecosystems that every job either covers or says why not: the types of their purls. */
export const mainEcosystems = ["npm", "gem", "pypi", "maven", "golang"] as const;
export type MainEcosystem = (typeof mainEcosystems)[number];

/** Something that programs need done, and the packages that do it. One file each in `catalogue/`. */
export interface Job {
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly definition: string;
  /** `production`: a use in tests or tools alone is no answer to the job. `any`: the job itself is about them. `shipped`: neither is an image that only helps to build. */
  readonly countsIn: "production" | "any" | "shipped";
  readonly solutions: readonly JobSolution[];
  readonly absent: Readonly<Partial<Record<MainEcosystem, string>>>;
}

/** Packages of one ecosystem that are used as one thing: a tool and its plug-ins, a library and its successor. */
export interface JobSolution {
  /** purl without version, the one that names the solution first; a last `*` stands for any ending, `**` for wherever an image of the name lies. */
  readonly packages: readonly string[];
  /** Why it stands here. */
  readonly reason: string;
}
