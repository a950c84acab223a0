import type { Job } from "../job.ts";

export const money: Job = {
  id: "money",
  title: "Money",
  definition: "Computes with amounts and currencies.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/dinero.js"], reason: "immutable amounts" },
    { packages: ["pkg:npm/currency.js"], reason: "small amounts" },
    { packages: ["pkg:npm/money"], reason: "conversion" },
    { packages: ["pkg:npm/%40dintero/money"], reason: "amounts" },
    {
      packages: ["pkg:gem/money", "pkg:gem/money-rails", "pkg:gem/monetize"],
      reason: "amounts and exchange rates",
    },
    { packages: ["pkg:gem/shopify-money"], reason: "amounts" },
    { packages: ["pkg:pypi/py-moneyed", "pkg:pypi/django-money"], reason: "amounts" },
    { packages: ["pkg:pypi/money"], reason: "amounts" },
    { packages: ["pkg:pypi/stockholm"], reason: "amounts" },
    { packages: ["pkg:pypi/price-parser"], reason: "amounts in texts" },
    {
      packages: [
        "pkg:maven/org.javamoney/moneta",
        "pkg:maven/javax.money/money-api",
        "pkg:maven/org.javamoney.moneta/moneta-core",
      ],
      reason: "JSR 354",
    },
    { packages: ["pkg:maven/org.joda/joda-money"], reason: "Joda-Money" },
    { packages: ["pkg:golang/github.com/rhymond/go-money"], reason: "amounts" },
    { packages: ["pkg:golang/github.com/bojanz/currency"], reason: "amounts with formats" },
    { packages: ["pkg:golang/github.com/govalues/money"], reason: "amounts" },
  ],
  absent: {},
};
