import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import type { Report } from "#sections/report.ts";
import { contentSecurityPolicy } from "#surfaces/report/content-security-policy.ts";
import { readReportTemplate } from "#surfaces/report/report-template.ts";
import { renderReport } from "#surfaces/report/write-report.ts";

const script = 'const bread = "$& $1";';
const template = `<head><!--fulcrum:content-security-policy--></head><body><!--fulcrum:report-data--><script type="module">${script}</script></body>`;

const sample = sampleReport();

/** What a page holds, by the name of the part. */
function partsIn(page: string): ReadonlyMap<string, unknown> {
  const blocks = page.matchAll(
    /<script type="application\/gzip" id="fulcrum-([\w-]+)">([A-Za-z0-9+/=]+)<\/script>/g,
  );
  return new Map(
    Array.from(blocks, ([, name = "", text = ""]) => [
      name,
      JSON.parse(gunzipSync(Buffer.from(text, "base64")).toString()),
    ]),
  );
}

describe("renderReport", () => {
  it("packs the report so that no text of it stands in the page", () => {
    const name = "</script><script>alert(1)</script>$&\u202E";
    const report: Report = { ...sample, organisation: { ...sample.organisation, name } };
    const page = renderReport(report, template).toString();
    expect(partsIn(page).get("section-organisation")).toMatchObject({
      shown: { organisation: { name } },
    });
    expect(page).not.toContain("alert");
    expect(page).not.toContain(sample.organisation.name);
    expect(page).toContain(script);
    expect(page.match(/<script/g)).toHaveLength(partsIn(page).size + 1);
  });

  it("names each script by its hash and allows nothing else but what they unpack", () => {
    const page = renderReport(sample, template).toString();
    const hash = createHash("sha256").update(script).digest("base64");
    expect(page).toContain(`default-src 'none'; script-src 'sha256-${hash}' blob:;`);
    expect(page.match(/sha256-/g)).toHaveLength(1);
  });

  it("refuses a template that lacks a mark or holds one twice", () => {
    expect(() => renderReport(sample, template.replace("<!--fulcrum:report-data-->", ""))).toThrow(
      "npm run build",
    );
    expect(() => renderReport(sample, template + template)).toThrow("exactly once");
  });
});

describe("contentSecurityPolicy", () => {
  it("hashes line ends as the browser reads them", () => {
    const hash = createHash("sha256").update("a\nb").digest("base64");
    expect(contentSecurityPolicy("<script>a\r\nb</script>")).toContain(hash);
  });

  it("runs nothing where there is no script", () => {
    expect(contentSecurityPolicy("<p>")).toContain("script-src 'none'");
  });
});

describe("readReportTemplate", () => {
  it("says what to do when the screens were not built", async () => {
    await expect(readReportTemplate("no-such-bakery/report.html")).rejects.toMatchObject({
      code: "write-failed",
      next: expect.stringContaining("npm run build"),
    });
  });
});
