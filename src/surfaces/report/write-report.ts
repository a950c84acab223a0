import { gzipSync } from "node:zlib";
import type { Report } from "#sections/report.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { reportParts, type ReportPart } from "./report-parts.ts";

const policyMark = "<!--fulcrum:content-security-policy-->";
const dataMark = "<!--fulcrum:report-data-->";

/**
 * One self-contained HTML page: the built screens with the report inside, part by part, gzip and base64, so that no text of a
 * repository ever stands in the markup. The page may run its own scripts and nothing else, and fetches nothing.
 * Throws when the template lacks the two marks it fills in: that is a broken build, not bad input.
 */
export function renderReport(report: Report, template: string): Buffer {
  const page = fill(template, dataMark, reportParts(report).map(packed).join("\n"));
  const policy = contentSecurityPolicy(page);
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return Buffer.from(fill(page, policyMark, tag), "utf8");
}

function packed({ name, content }: ReportPart): string {
  // Level 6: level 9 takes three times as long and saves two per cent.
  const text = gzipSync(JSON.stringify(content), { level: 6 }).toString("base64");
  return `<script type="application/gzip" id="fulcrum-${name}">${text}</script>`;
}

function fill(template: string, mark: string, content: string): string {
  const [before, after, ...more] = template.split(mark);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The report template must hold ${mark} exactly once; run npm run build again.`);
  }
  return `${before}${content}${after}`;
}
