/** What a manifest defines that names the document of its package: a path from the root of the repository. */
export const readmeNamed = "its readme";
