import type { Job } from "../job.ts";

export const errorTracking: Job = {
  id: "error-tracking",
  title: "Error tracking",
  definition: "Collects exceptions of running programs, groups them and tells people.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:npm/%40sentry/node",
        "pkg:npm/%40sentry/browser",
        "pkg:npm/%40sentry/react",
        "pkg:npm/%40sentry/nextjs",
        "pkg:npm/%40sentry/vue",
        "pkg:npm/%40sentry/angular",
        "pkg:npm/%40sentry/*",
        "pkg:npm/raven",
        "pkg:npm/raven-js",
      ],
      reason: "Sentry",
    },
    {
      packages: [
        "pkg:npm/%40bugsnag/js",
        "pkg:npm/%40bugsnag/node",
        "pkg:npm/%40bugsnag/*",
        "pkg:npm/bugsnag",
      ],
      reason: "Bugsnag",
    },
    { packages: ["pkg:npm/rollbar"], reason: "Rollbar" },
    {
      packages: ["pkg:npm/%40airbrake/node", "pkg:npm/%40airbrake/browser", "pkg:npm/airbrake-js"],
      reason: "Airbrake",
    },
    {
      packages: ["pkg:npm/%40honeybadger-io/js", "pkg:npm/%40honeybadger-io/*"],
      reason: "Honeybadger",
    },
    { packages: ["pkg:npm/raygun", "pkg:npm/raygun4js"], reason: "Raygun" },
    { packages: ["pkg:npm/trackjs"], reason: "TrackJS" },
    {
      packages: [
        "pkg:gem/sentry-ruby",
        "pkg:gem/sentry-rails",
        "pkg:gem/sentry-sidekiq",
        "pkg:gem/sentry-raven",
        "pkg:gem/sentry-delayed_job",
        "pkg:gem/sentry-resque",
      ],
      reason: "Sentry",
    },
    { packages: ["pkg:gem/bugsnag"], reason: "Bugsnag" },
    { packages: ["pkg:gem/rollbar"], reason: "Rollbar" },
    { packages: ["pkg:gem/airbrake", "pkg:gem/airbrake-ruby"], reason: "Airbrake" },
    { packages: ["pkg:gem/honeybadger"], reason: "Honeybadger" },
    { packages: ["pkg:gem/raygun4ruby"], reason: "Raygun" },
    {
      packages: ["pkg:gem/exception_notification"],
      reason: "e-mails and chat messages from the application itself",
    },
    { packages: ["pkg:pypi/sentry-sdk", "pkg:pypi/raven"], reason: "Sentry" },
    { packages: ["pkg:pypi/bugsnag"], reason: "Bugsnag" },
    { packages: ["pkg:pypi/rollbar"], reason: "Rollbar" },
    { packages: ["pkg:pypi/honeybadger"], reason: "Honeybadger" },
    { packages: ["pkg:pypi/airbrake", "pkg:pypi/pybrake"], reason: "Airbrake" },
    { packages: ["pkg:pypi/raygun4py"], reason: "Raygun" },
    {
      packages: [
        "pkg:maven/io.sentry/sentry",
        "pkg:maven/io.sentry/sentry-spring-boot-starter",
        "pkg:maven/io.sentry/sentry-spring-boot-starter-jakarta",
        "pkg:maven/io.sentry/sentry-logback",
        "pkg:maven/io.sentry/*",
      ],
      reason: "Sentry",
    },
    {
      packages: ["pkg:maven/com.bugsnag/bugsnag", "pkg:maven/com.bugsnag/bugsnag-spring"],
      reason: "Bugsnag",
    },
    {
      packages: [
        "pkg:maven/com.rollbar/rollbar-java",
        "pkg:maven/com.rollbar/rollbar-spring-boot-webmvc",
        "pkg:maven/com.rollbar/rollbar-logback",
      ],
      reason: "Rollbar",
    },
    { packages: ["pkg:maven/io.airbrake/javabrake"], reason: "Airbrake" },
    { packages: ["pkg:maven/io.honeybadger/honeybadger-java"], reason: "Honeybadger" },
    {
      packages: [
        "pkg:golang/github.com/getsentry/sentry-go",
        "pkg:golang/github.com/getsentry/sentry-go/*",
        "pkg:golang/github.com/getsentry/raven-go",
      ],
      reason: "Sentry",
    },
    {
      packages: [
        "pkg:golang/github.com/bugsnag/bugsnag-go",
        "pkg:golang/github.com/bugsnag/bugsnag-go/v2",
      ],
      reason: "Bugsnag",
    },
    { packages: ["pkg:golang/github.com/rollbar/rollbar-go"], reason: "Rollbar" },
    {
      packages: [
        "pkg:golang/github.com/airbrake/gobrake",
        "pkg:golang/github.com/airbrake/gobrake/v5",
      ],
      reason: "Airbrake",
    },
    { packages: ["pkg:golang/github.com/honeybadger-io/honeybadger-go"], reason: "Honeybadger" },
  ],
  absent: {},
};
