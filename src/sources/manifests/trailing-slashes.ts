/** A loop, for `/\/+$/` tries again at every slash of a long row: the square of its length. */
export function withoutTrailingSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === "/") end--;
  return text.slice(0, end);
}
