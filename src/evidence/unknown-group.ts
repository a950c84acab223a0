/**
 * Stands for the group of an artefact where only its name can be seen: the group is set by a plugin, or by a parent that
 * was not read. No group of Maven begins with a hyphen.
 */
export const unknownGroup = "-unknown-";
