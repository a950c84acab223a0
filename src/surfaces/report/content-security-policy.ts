import { createHash } from "node:crypto";

const scriptElement = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi;
const dataBlock = /\btype\s*=\s*"application\//i;

/**
 * The policy of a page that fetches nothing: only the inline scripts it holds may run, each named by its hash, and what they
 * unpack themselves (`blob:`), which nothing that stands in the markup can make.
 * Call it on the finished page; a hash taken before inlining or minifying leaves a blank page.
 */
export function contentSecurityPolicy(html: string): string {
  const hashes = [...html.matchAll(scriptElement)]
    .filter(([, attributes]) => !dataBlock.test(attributes ?? ""))
    .map(([, , text]) => `'sha256-${sha256(text ?? "")}'`);
  return [
    "default-src 'none'",
    hashes.length === 0 ? "script-src 'none'" : `script-src ${hashes.join(" ")} blob:`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The browser hashes the text after it has read CR and CRLF as LF. */
function sha256(text: string): string {
  return createHash("sha256").update(text.replaceAll(/\r\n?/g, "\n"), "utf8").digest("base64");
}
