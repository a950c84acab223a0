// No character can be read in two ways, so that a default without its closing brace fails in one pass.
const variable =
  /\$(?:\{([A-Za-z_]\w{0,100})(?::?([-+])((?:[^{}$]|\$\w|\$\{\w{1,100}\}){0,300}))?\}|([A-Za-z_]\w{0,100}))/g;
const deepest = 5;
const mostReplacements = 200;
const longestText = 4_000;

/**
 * Replaces `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}` by what `values` knows; what it does not know
 * becomes `unknown`. Values may name other variables, up to a depth and a number that no honest file reaches.
 */
export function expandVariables(
  text: string,
  values: ReadonlyMap<string, string>,
  unknown: string,
): string {
  let left = mostReplacements;
  const expand = (part: string, depth: number): string => {
    if (depth > deepest) return unknown;
    return part
      .slice(0, longestText)
      .replace(variable, (_whole, braced?: string, operator?: string, word = "", bare?: string) => {
        left -= 1;
        if (left < 0) return unknown;
        const value = values.get(braced ?? bare ?? "") ?? "";
        if (operator === "+") return value === "" ? "" : expand(word, depth + 1);
        if (value !== "") return expand(value, depth + 1);
        return operator === "-" ? expand(word, depth + 1) : unknown;
      });
  };
  return text.includes("$") ? expand(text, 0) : text;
}
