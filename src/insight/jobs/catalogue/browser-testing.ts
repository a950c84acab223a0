import type { Job } from "../job.ts";

export const browserTesting: Job = {
  id: "browser-testing",
  title: "Browser tests",
  definition: "Drives a browser to test what a person would see.",
  countsIn: "any",
  solutions: [
    {
      packages: ["pkg:npm/%40playwright/test", "pkg:npm/playwright", "pkg:npm/playwright-core"],
      reason: "Playwright",
    },
    { packages: ["pkg:npm/cypress"], reason: "Cypress" },
    {
      packages: ["pkg:npm/puppeteer", "pkg:npm/puppeteer-core", "pkg:npm/jest-puppeteer"],
      reason: "Puppeteer",
    },
    { packages: ["pkg:npm/selenium-webdriver"], reason: "Selenium" },
    {
      packages: ["pkg:npm/webdriverio", "pkg:npm/%40wdio/cli", "pkg:npm/%40wdio/*"],
      reason: "WebdriverIO",
    },
    { packages: ["pkg:npm/nightwatch"], reason: "Nightwatch" },
    { packages: ["pkg:npm/testcafe"], reason: "TestCafe" },
    { packages: ["pkg:npm/protractor"], reason: "Protractor, discontinued" },
    { packages: ["pkg:npm/codeceptjs"], reason: "one interface, several drivers" },
    {
      packages: [
        "pkg:gem/capybara",
        "pkg:gem/cuprite",
        "pkg:gem/apparition",
        "pkg:gem/poltergeist",
        "pkg:gem/capybara-webkit",
        "pkg:gem/selenium-webdriver",
        "pkg:gem/webdrivers",
        "pkg:gem/capybara-playwright-driver",
      ],
      reason: "Capybara with any driver",
    },
    { packages: ["pkg:gem/watir"], reason: "Selenium in Ruby's way" },
    { packages: ["pkg:gem/ferrum"], reason: "Chrome's protocol" },
    { packages: ["pkg:gem/playwright-ruby-client"], reason: "Playwright" },
    { packages: ["pkg:pypi/selenium"], reason: "Selenium" },
    { packages: ["pkg:pypi/playwright", "pkg:pypi/pytest-playwright"], reason: "Playwright" },
    {
      packages: ["pkg:pypi/splinter", "pkg:pypi/pytest-splinter"],
      reason: "one interface, several drivers",
    },
    { packages: ["pkg:pypi/helium"], reason: "Selenium in plain words" },
    { packages: ["pkg:pypi/pyppeteer"], reason: "Puppeteer" },
    {
      packages: [
        "pkg:maven/org.seleniumhq.selenium/selenium-java",
        "pkg:maven/org.seleniumhq.selenium/selenium-chrome-driver",
        "pkg:maven/org.fluentlenium/fluentlenium-core",
      ],
      reason: "Selenium",
    },
    { packages: ["pkg:maven/com.codeborne/selenide"], reason: "Selenide on Selenium" },
    { packages: ["pkg:maven/com.microsoft.playwright/playwright"], reason: "Playwright" },
    {
      packages: ["pkg:maven/org.gebish/geb-core", "pkg:maven/org.gebish/geb-spock"],
      reason: "Geb in Groovy",
    },
    { packages: ["pkg:golang/github.com/chromedp/chromedp"], reason: "Chrome's protocol" },
    { packages: ["pkg:golang/github.com/go-rod/rod"], reason: "Chrome's protocol" },
    {
      packages: [
        "pkg:golang/github.com/playwright-community/playwright-go",
        "pkg:golang/github.com/mxschmitt/playwright-go",
      ],
      reason: "Playwright",
    },
    { packages: ["pkg:golang/github.com/tebeka/selenium"], reason: "Selenium" },
    { packages: ["pkg:golang/github.com/sclevine/agouti"], reason: "WebDriver, discontinued" },
  ],
  absent: {},
};
