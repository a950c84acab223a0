/**
 * `[kind:][namespace/]name` in full and in lower case, as Backstage compares references: `kind:namespace/name`.
 * Null where the text is no reference.
 */
export function entityRef(
  text: string,
  defaultKind: string,
  defaultNamespace = "default",
): string | null {
  const lower = text.trim().toLowerCase();
  const colon = lower.indexOf(":");
  const kind = colon > 0 ? lower.slice(0, colon) : defaultKind.toLowerCase();
  const rest = lower.slice(colon + 1);
  const slash = rest.indexOf("/");
  const namespace = slash > 0 ? rest.slice(0, slash) : defaultNamespace.toLowerCase();
  const name = rest.slice(slash + 1);
  const isWord = (word: string): boolean => word.length <= 200 && /^[a-z0-9][\w.@-]*$/.test(word);
  return isWord(kind) && isWord(namespace) && isWord(name) ? `${kind}:${namespace}/${name}` : null;
}
