/** The page's colours as charts need them: resolved, because an exported picture has no stylesheet. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly use: string;
  readonly eligible: string;
  readonly owners: string;
  readonly stay: string;
  readonly leave: string;
  readonly font: string;
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: colour("paper"),
    ink: colour("ink"),
    quiet: colour("quiet"),
    line: colour("line"),
    use: colour("use"),
    eligible: colour("eligible"),
    owners: colour("owners"),
    stay: colour("stay"),
    leave: colour("leave"),
    font: style.fontFamily,
  };
}
