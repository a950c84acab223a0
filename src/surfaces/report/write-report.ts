import { gzipSync } from "node:zlib";
import { contentSecurityPolicy } from "./content-security-policy.ts";

const policyMark = "<!--fulcrum:content-security-policy-->";
const dataMark = "<!--fulcrum:report-data-->";

/**
 * One self-contained HTML page: the built screens with the report inside, gzip and base64, so that no text of a
 * repository ever stands in the markup. The page may run its own scripts and nothing else, and fetches nothing.
 * Throws when the template lacks the two marks it fills in: that is a broken build, not bad input.
 */
export function renderReport(reportJson: string | Buffer, template: string): Buffer {
  // Level 6: level 9 takes three times as long and saves two per cent.
  const packed = gzipSync(reportJson, { level: 6 }).toString("base64");
  const block = `<script type="application/gzip" id="fulcrum-report">${packed}</script>`;
  const page = fill(template, dataMark, block);
  const policy = contentSecurityPolicy(page);
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return Buffer.from(fill(page, policyMark, tag), "utf8");
}

function fill(template: string, mark: string, content: string): string {
  const [before, after, ...more] = template.split(mark);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The report template must hold ${mark} exactly once; run npm run build again.`);
  }
  return `${before}${content}${after}`;
}
