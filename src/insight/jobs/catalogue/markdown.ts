import type { Job } from "../job.ts";

export const markdown: Job = {
  id: "markdown",
  title: "Markdown",
  definition: "Turns Markdown into HTML.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/marked"], reason: "Marked" },
    { packages: ["pkg:npm/markdown-it", "pkg:npm/markdown-it-*"], reason: "markdown-it" },
    { packages: ["pkg:npm/showdown"], reason: "Showdown" },
    {
      packages: [
        "pkg:npm/remark",
        "pkg:npm/remark-parse",
        "pkg:npm/remark-html",
        "pkg:npm/remark-gfm",
        "pkg:npm/react-markdown",
        "pkg:npm/rehype-stringify",
      ],
      reason: "unified",
    },
    { packages: ["pkg:npm/commonmark"], reason: "reference" },
    { packages: ["pkg:npm/snarkdown"], reason: "small" },
    { packages: ["pkg:npm/micromark"], reason: "tokens of unified" },
    { packages: ["pkg:gem/kramdown", "pkg:gem/kramdown-parser-gfm"], reason: "Kramdown" },
    { packages: ["pkg:gem/redcarpet"], reason: "Redcarpet" },
    { packages: ["pkg:gem/commonmarker"], reason: "CommonMark in Rust or C" },
    { packages: ["pkg:gem/rdiscount"], reason: "Discount" },
    { packages: ["pkg:gem/maruku"], reason: "Maruku, discontinued" },
    { packages: ["pkg:gem/github-markdown"], reason: "bindings of the forge's parser" },
    {
      packages: ["pkg:pypi/markdown", "pkg:pypi/pymdown-extensions", "pkg:pypi/django-markdownx"],
      reason: "Python-Markdown",
    },
    { packages: ["pkg:pypi/mistune"], reason: "Mistune" },
    { packages: ["pkg:pypi/markdown2"], reason: "markdown2" },
    { packages: ["pkg:pypi/markdown-it-py", "pkg:pypi/mdit-py-plugins"], reason: "markdown-it" },
    { packages: ["pkg:pypi/commonmark"], reason: "reference" },
    { packages: ["pkg:pypi/cmarkgfm"], reason: "CommonMark in C" },
    {
      packages: [
        "pkg:maven/org.commonmark/commonmark",
        "pkg:maven/com.atlassian.commonmark/commonmark",
      ],
      reason: "commonmark-java",
    },
    {
      packages: [
        "pkg:maven/com.vladsch.flexmark/flexmark",
        "pkg:maven/com.vladsch.flexmark/flexmark-all",
      ],
      reason: "flexmark",
    },
    { packages: ["pkg:maven/org.pegdown/pegdown"], reason: "Pegdown, discontinued" },
    { packages: ["pkg:maven/es.nitaya.txtmark/txtmark"], reason: "Txtmark" },
    { packages: ["pkg:golang/github.com/yuin/goldmark"], reason: "Goldmark" },
    {
      packages: [
        "pkg:golang/github.com/russross/blackfriday",
        "pkg:golang/github.com/russross/blackfriday/v2",
      ],
      reason: "Blackfriday",
    },
    { packages: ["pkg:golang/github.com/gomarkdown/markdown"], reason: "Blackfriday's fork" },
    { packages: ["pkg:golang/gitlab.com/golang-commonmark/markdown"], reason: "markdown-it" },
  ],
  absent: {},
};
