import { terminalText } from "#kernel/terminal-text.ts";

/**
 * Text of strangers inside a message of SARIF: no embedded link (2.1.0, 3.11.6), where brackets and backslashes are escaped, and
 * no placeholder (3.11.5), where braces are doubled.
 */
export function sarifText(text: string): string {
  return terminalText(text)
    .replace(/[\\[\]]/g, "\\$&")
    .replace(/[{}]/g, "$&$&");
}
