import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "#surfaces/report/content-security-policy.ts";
import { readReportTemplate } from "#surfaces/report/report-template.ts";
import { renderReport } from "#surfaces/report/write-report.ts";

const script = 'const bread = "$& $1";';
const template = `<head><!--fulcrum:content-security-policy--></head><body><!--fulcrum:report-data--><script type="module">${script}</script></body>`;

describe("renderReport", () => {
  it("packs the report so that no text of it stands in the page", () => {
    const report = JSON.stringify({ name: "</script><script>alert(1)</script>$&\u202E" });
    const page = renderReport(report, template).toString();
    const packed = /id="fulcrum-report">([A-Za-z0-9+/=]+)<\/script>/.exec(page)?.[1] ?? "";
    expect(gunzipSync(Buffer.from(packed, "base64")).toString()).toBe(report);
    expect(page).not.toContain("alert");
    expect(page).toContain(script);
  });

  it("names each script by its hash and allows nothing else", () => {
    const page = renderReport("{}", template).toString();
    const hash = createHash("sha256").update(script).digest("base64");
    expect(page).toContain(`default-src 'none'; script-src 'sha256-${hash}';`);
    expect(page.match(/sha256-/g)).toHaveLength(1);
  });

  it("refuses a template that lacks a mark or holds one twice", () => {
    expect(() => renderReport("{}", template.replace("<!--fulcrum:report-data-->", ""))).toThrow(
      "npm run build",
    );
    expect(() => renderReport("{}", template + template)).toThrow("exactly once");
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
