/** Names of definitions in a package.json: a folder, from its own, that the package takes along when it is published. */
export const shipsFolder = "npm-ships:";
