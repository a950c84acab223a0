import type { Job } from "../job.ts";

export const pdfGeneration: Job = {
  id: "pdf-generation",
  title: "PDF generation",
  definition: "Writes PDF documents.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/pdfkit"], reason: "written by code" },
    { packages: ["pkg:npm/jspdf"], reason: "written in the browser" },
    { packages: ["pkg:npm/pdfmake"], reason: "written from a description" },
    { packages: ["pkg:npm/pdf-lib"], reason: "written and changed" },
    { packages: ["pkg:npm/%40react-pdf/renderer"], reason: "written from React" },
    { packages: ["pkg:npm/html-pdf", "pkg:npm/wkhtmltopdf"], reason: "printed from HTML" },
    {
      packages: ["pkg:gem/prawn", "pkg:gem/prawn-table", "pkg:gem/prawn-rails"],
      reason: "written by code",
    },
    {
      packages: ["pkg:gem/wicked_pdf", "pkg:gem/wkhtmltopdf-binary", "pkg:gem/pdfkit"],
      reason: "printed by wkhtmltopdf",
    },
    { packages: ["pkg:gem/grover", "pkg:gem/ferrum_pdf"], reason: "printed by Chrome" },
    { packages: ["pkg:gem/hexapdf"], reason: "written and changed" },
    { packages: ["pkg:pypi/reportlab"], reason: "written by code" },
    { packages: ["pkg:pypi/weasyprint"], reason: "printed from HTML" },
    { packages: ["pkg:pypi/fpdf2", "pkg:pypi/fpdf"], reason: "written by code" },
    { packages: ["pkg:pypi/pdfkit"], reason: "printed by wkhtmltopdf" },
    { packages: ["pkg:pypi/xhtml2pdf"], reason: "printed from HTML" },
    { packages: ["pkg:pypi/borb"], reason: "written" },
    {
      packages: [
        "pkg:maven/com.itextpdf/itextpdf",
        "pkg:maven/com.itextpdf/itext7-core",
        "pkg:maven/com.itextpdf/kernel",
      ],
      reason: "iText",
    },
    { packages: ["pkg:maven/org.apache.pdfbox/pdfbox"], reason: "PDFBox" },
    {
      packages: ["pkg:maven/com.github.librepdf/openpdf", "pkg:maven/com.lowagie/itext"],
      reason: "OpenPDF and its ancestor",
    },
    {
      packages: [
        "pkg:maven/org.xhtmlrenderer/flying-saucer-pdf",
        "pkg:maven/com.openhtmltopdf/openhtmltopdf-core",
        "pkg:maven/com.openhtmltopdf/openhtmltopdf-pdfbox",
      ],
      reason: "printed from HTML",
    },
    { packages: ["pkg:maven/org.apache.xmlgraphics/fop"], reason: "formatted objects" },
    { packages: ["pkg:maven/net.sf.jasperreports/jasperreports"], reason: "reports" },
    {
      packages: ["pkg:golang/github.com/jung-kurt/gofpdf", "pkg:golang/github.com/go-pdf/fpdf"],
      reason: "written by code",
    },
    { packages: ["pkg:golang/github.com/signintech/gopdf"], reason: "written by code" },
    {
      packages: [
        "pkg:golang/github.com/johnfercher/maroto",
        "pkg:golang/github.com/johnfercher/maroto/v2",
      ],
      reason: "written from a grid",
    },
    {
      packages: ["pkg:golang/github.com/sebastiaanklippert/go-wkhtmltopdf"],
      reason: "printed by wkhtmltopdf",
    },
    { packages: ["pkg:golang/github.com/unidoc/unipdf/v3"], reason: "written" },
  ],
  absent: {},
};
