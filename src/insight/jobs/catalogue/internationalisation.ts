import type { Job } from "../job.ts";

export const internationalisation: Job = {
  id: "internationalisation",
  title: "Internationalisation",
  definition: "Shows texts, numbers and dates in the reader's language.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:npm/i18next",
        "pkg:npm/react-i18next",
        "pkg:npm/next-i18next",
        "pkg:npm/i18next-http-backend",
      ],
      reason: "i18next",
    },
    {
      packages: [
        "pkg:npm/react-intl",
        "pkg:npm/%40formatjs/intl",
        "pkg:npm/%40formatjs/cli",
        "pkg:npm/intl-messageformat",
      ],
      reason: "FormatJS",
    },
    { packages: ["pkg:npm/vue-i18n", "pkg:npm/%40nuxtjs/i18n"], reason: "Vue" },
    {
      packages: ["pkg:npm/%40lingui/core", "pkg:npm/%40lingui/react", "pkg:npm/%40lingui/macro"],
      reason: "Lingui",
    },
    { packages: ["pkg:npm/node-polyglot"], reason: "Polyglot" },
    {
      packages: ["pkg:npm/%40ngx-translate/core", "pkg:npm/%40ngneat/transloco"],
      reason: "Angular",
    },
    { packages: ["pkg:npm/i18n"], reason: "files of texts" },
    { packages: ["pkg:npm/next-intl"], reason: "Next" },
    { packages: ["pkg:npm/globalize"], reason: "CLDR" },
    {
      packages: [
        "pkg:gem/i18n",
        "pkg:gem/rails-i18n",
        "pkg:gem/i18n-js",
        "pkg:gem/i18n-tasks",
        "pkg:gem/i18n-coverage",
      ],
      reason: "the framework's own texts and its companions",
    },
    {
      packages: ["pkg:gem/fast_gettext", "pkg:gem/gettext_i18n_rails", "pkg:gem/gettext"],
      reason: "gettext",
    },
    { packages: ["pkg:gem/twitter_cldr"], reason: "CLDR" },
    { packages: ["pkg:gem/r18n-rails", "pkg:gem/r18n-core"], reason: "R18n" },
    {
      packages: ["pkg:pypi/babel", "pkg:pypi/flask-babel", "pkg:pypi/flask-babelex"],
      reason: "Babel",
    },
    { packages: ["pkg:pypi/python-i18n"], reason: "files of texts" },
    { packages: ["pkg:pypi/fluent-runtime", "pkg:pypi/fluent"], reason: "Fluent" },
    { packages: ["pkg:maven/com.ibm.icu/icu4j"], reason: "ICU" },
    { packages: ["pkg:maven/com.github.xmppjingle/jingle"], reason: "jingle" },
    {
      packages: [
        "pkg:golang/github.com/nicksnyder/go-i18n",
        "pkg:golang/github.com/nicksnyder/go-i18n/v2",
      ],
      reason: "go-i18n",
    },
    { packages: ["pkg:golang/golang.org/x/text"], reason: "the Go project's own" },
    { packages: ["pkg:golang/github.com/leonelquinteros/gotext"], reason: "gettext" },
    { packages: ["pkg:golang/github.com/go-playground/universal-translator"], reason: "CLDR" },
  ],
  absent: {},
};
