/** A row of a table takes the focus where it leads on: at its link, else its button, else the box that picks it. */
export function focusRow(row: Element | null | undefined): void {
  const target = row?.querySelector<HTMLElement>("a, button") ?? row?.querySelector("input");
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}
