import type { Job } from "../job.ts";

export const featureFlags: Job = {
  id: "feature-flags",
  title: "Feature flags",
  definition: "Turns features on and off for some users without a new release.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:npm/launchdarkly-node-server-sdk",
        "pkg:npm/launchdarkly-js-client-sdk",
        "pkg:npm/launchdarkly-react-client-sdk",
        "pkg:npm/%40launchdarkly/*",
      ],
      reason: "LaunchDarkly",
    },
    {
      packages: [
        "pkg:npm/unleash-client",
        "pkg:npm/%40unleash/proxy-client-react",
        "pkg:npm/unleash-proxy-client",
      ],
      reason: "Unleash",
    },
    { packages: ["pkg:npm/flagsmith", "pkg:npm/flagsmith-nodejs"], reason: "Flagsmith" },
    {
      packages: [
        "pkg:npm/%40openfeature/server-sdk",
        "pkg:npm/%40openfeature/web-sdk",
        "pkg:npm/%40openfeature/*",
      ],
      reason: "vendor-neutral interface",
    },
    { packages: ["pkg:npm/%40splitsoftware/splitio"], reason: "Split" },
    {
      packages: ["pkg:npm/%40growthbook/growthbook", "pkg:npm/%40growthbook/growthbook-react"],
      reason: "GrowthBook",
    },
    { packages: ["pkg:npm/%40optimizely/optimizely-sdk"], reason: "Optimizely" },
    { packages: ["pkg:npm/configcat-node", "pkg:npm/configcat-js"], reason: "ConfigCat" },
    {
      packages: [
        "pkg:gem/flipper",
        "pkg:gem/flipper-active_record",
        "pkg:gem/flipper-ui",
        "pkg:gem/flipper-redis",
        "pkg:gem/flipper-cloud",
      ],
      reason: "flags in the application's own store",
    },
    { packages: ["pkg:gem/flipflop"], reason: "flags in the application's own store" },
    { packages: ["pkg:gem/rollout"], reason: "flags in Redis" },
    { packages: ["pkg:gem/launchdarkly-server-sdk"], reason: "LaunchDarkly" },
    { packages: ["pkg:gem/unleash"], reason: "Unleash" },
    { packages: ["pkg:gem/flagsmith"], reason: "Flagsmith" },
    { packages: ["pkg:gem/split"], reason: "experiments in Redis" },
    { packages: ["pkg:gem/splitclient-rb"], reason: "Split" },
    { packages: ["pkg:gem/vanity"], reason: "experiments" },
    { packages: ["pkg:pypi/launchdarkly-server-sdk"], reason: "LaunchDarkly" },
    { packages: ["pkg:pypi/unleashclient"], reason: "Unleash" },
    { packages: ["pkg:pypi/flagsmith"], reason: "Flagsmith" },
    { packages: ["pkg:pypi/django-waffle"], reason: "flags in Django's database" },
    { packages: ["pkg:pypi/openfeature-sdk"], reason: "vendor-neutral interface" },
    { packages: ["pkg:pypi/gargoyle"], reason: "flags in Django's database" },
    { packages: ["pkg:pypi/growthbook"], reason: "GrowthBook" },
    { packages: ["pkg:pypi/flask-featureflags"], reason: "flags in Flask's settings" },
    {
      packages: ["pkg:maven/com.launchdarkly/launchdarkly-java-server-sdk"],
      reason: "LaunchDarkly",
    },
    {
      packages: [
        "pkg:maven/io.getunleash/unleash-client-java",
        "pkg:maven/no.finn.unleash/unleash-client-java",
      ],
      reason: "Unleash",
    },
    {
      packages: [
        "pkg:maven/org.togglz/togglz-core",
        "pkg:maven/org.togglz/togglz-spring-boot-starter",
      ],
      reason: "flags in the application's own store",
    },
    { packages: ["pkg:maven/org.ff4j/ff4j-core"], reason: "flags in the application's own store" },
    { packages: ["pkg:maven/dev.openfeature/sdk"], reason: "vendor-neutral interface" },
    { packages: ["pkg:maven/io.split.client/java-client"], reason: "Split" },
    {
      packages: [
        "pkg:golang/github.com/launchdarkly/go-server-sdk/v6",
        "pkg:golang/github.com/launchdarkly/go-server-sdk/v7",
        "pkg:golang/gopkg.in/launchdarkly/go-server-sdk.v5",
      ],
      reason: "LaunchDarkly",
    },
    {
      packages: [
        "pkg:golang/github.com/unleash/unleash-client-go/v3",
        "pkg:golang/github.com/unleash/unleash-client-go/v4",
      ],
      reason: "Unleash",
    },
    { packages: ["pkg:golang/github.com/open-feature/go-sdk"], reason: "vendor-neutral interface" },
    {
      packages: ["pkg:golang/github.com/thomaspoignant/go-feature-flag"],
      reason: "flags in files",
    },
    { packages: ["pkg:golang/github.com/splitio/go-client/v6"], reason: "Split" },
    { packages: ["pkg:golang/github.com/growthbook/growthbook-golang"], reason: "GrowthBook" },
  ],
  absent: {},
};
