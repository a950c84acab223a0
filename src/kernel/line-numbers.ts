/** Line (1-based) of an offset in `text`. Asked in ascending order the whole costs one pass; going back starts again. */
export function lineNumbers(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf("\n");
  let last = 0;
  return (offset) => {
    if (offset < last) {
      line = 1;
      next = text.indexOf("\n");
    }
    last = offset;
    while (next !== -1 && next < offset) {
      line++;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}
