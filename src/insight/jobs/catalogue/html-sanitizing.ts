import type { Job } from "../job.ts";

export const htmlSanitizing: Job = {
  id: "html-sanitizing",
  title: "HTML sanitizing",
  definition: "Takes out of HTML what could do harm.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/dompurify", "pkg:npm/isomorphic-dompurify"], reason: "DOMPurify" },
    { packages: ["pkg:npm/sanitize-html"], reason: "sanitize-html" },
    { packages: ["pkg:npm/xss"], reason: "js-xss" },
    { packages: ["pkg:npm/rehype-sanitize"], reason: "unified" },
    { packages: ["pkg:gem/sanitize"], reason: "Sanitize" },
    { packages: ["pkg:gem/loofah", "pkg:gem/rails-html-sanitizer"], reason: "Loofah" },
    { packages: ["pkg:gem/html-pipeline"], reason: "filters in a pipeline" },
    { packages: ["pkg:pypi/bleach"], reason: "Bleach, discontinued" },
    { packages: ["pkg:pypi/nh3"], reason: "Ammonia" },
    { packages: ["pkg:pypi/html-sanitizer"], reason: "html-sanitizer" },
    { packages: ["pkg:pypi/lxml-html-clean"], reason: "lxml" },
    {
      packages: ["pkg:maven/com.googlecode.owasp-java-html-sanitizer/owasp-java-html-sanitizer"],
      reason: "OWASP",
    },
    { packages: ["pkg:maven/org.owasp.antisamy/antisamy"], reason: "AntiSamy" },
    { packages: ["pkg:golang/github.com/microcosm-cc/bluemonday"], reason: "Bluemonday" },
  ],
  absent: {},
};
