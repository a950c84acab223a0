import type { Values } from "../layered-values.ts";

// No character can be read in two ways, so that a default without its closing brace fails in one pass.
const variable =
  /\$(?:\{([A-Za-z_]\w{0,100})(?::?([-+])((?:[^{}$]|\$\w|\$\{\w{1,100}\}){0,300}))?\}|([A-Za-z_]\w{0,100}))/g;
const deepest = 5;
const mostReplacements = 200;
const longestText = 4_000;
/** Of all that is put into one text: a value may be long, and asked for many times. */
const longestPut = 4 * longestText;

/**
 * Replaces `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}` by what `values` knows; what it does not know
 * becomes `unknown`. Values may name other variables, up to a depth and a number that no honest file reaches.
 */
export function expandVariables(text: string, values: Values, unknown: string): string {
  let left = mostReplacements;
  let room = longestPut;
  const expand = (part: string, depth: number): string => {
    if (depth > deepest) return unknown;
    return part
      .slice(0, longestText)
      .replace(variable, (_whole, braced?: string, operator?: string, word = "", bare?: string) => {
        left -= 1;
        if (left < 0) return unknown;
        const value = values.get(braced ?? bare ?? "") ?? "";
        if (operator === "+") return value === "" ? "" : expand(word, depth + 1);
        if (value !== "") {
          const put = expand(value, depth + 1);
          room -= put.length;
          return room < 0 ? unknown : put;
        }
        return operator === "-" ? expand(word, depth + 1) : unknown;
      });
  };
  return text.includes("$") ? expand(text, 0) : text;
}
