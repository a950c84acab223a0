import type { Job } from "../job.ts";

export const metrics: Job = {
  id: "metrics",
  title: "Metrics",
  definition: "Counts and times what a program does and hands the figures to a monitoring system.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/prom-client", "pkg:npm/express-prom-bundle"], reason: "Prometheus" },
    {
      packages: ["pkg:npm/hot-shots", "pkg:npm/node-statsd", "pkg:npm/statsd-client"],
      reason: "StatsD",
    },
    { packages: ["pkg:npm/dogapi", "pkg:npm/datadog-metrics"], reason: "Datadog over HTTP" },
    {
      packages: ["pkg:npm/appmetrics", "pkg:npm/appmetrics-dash"],
      reason: "Node Application Metrics",
    },
    { packages: ["pkg:npm/measured-core"], reason: "metrics without back end" },
    { packages: ["pkg:gem/prometheus-client"], reason: "Prometheus, by the project itself" },
    { packages: ["pkg:gem/prometheus_exporter"], reason: "Prometheus through a collector process" },
    {
      packages: [
        "pkg:gem/yabeda",
        "pkg:gem/yabeda-prometheus",
        "pkg:gem/yabeda-rails",
        "pkg:gem/yabeda-sidekiq",
      ],
      reason: "one interface, several back ends",
    },
    { packages: ["pkg:gem/statsd-ruby"], reason: "StatsD" },
    { packages: ["pkg:gem/statsd-instrument"], reason: "StatsD of Shopify" },
    { packages: ["pkg:gem/dogstatsd-ruby"], reason: "DogStatsD" },
    {
      packages: ["pkg:gem/influxdb", "pkg:gem/influxdb-client", "pkg:gem/influxdb-rails"],
      reason: "InfluxDB",
    },
    {
      packages: [
        "pkg:pypi/prometheus-client",
        "pkg:pypi/django-prometheus",
        "pkg:pypi/prometheus-flask-exporter",
        "pkg:pypi/prometheus-fastapi-instrumentator",
      ],
      reason: "Prometheus",
    },
    { packages: ["pkg:pypi/statsd"], reason: "StatsD" },
    { packages: ["pkg:pypi/datadog"], reason: "DogStatsD" },
    { packages: ["pkg:pypi/aioprometheus"], reason: "Prometheus with async functions" },
    { packages: ["pkg:pypi/influxdb", "pkg:pypi/influxdb-client"], reason: "InfluxDB" },
    {
      packages: [
        "pkg:maven/io.micrometer/micrometer-core",
        "pkg:maven/io.micrometer/micrometer-registry-prometheus",
        "pkg:maven/io.micrometer/micrometer-registry-*",
      ],
      reason: "one interface, several back ends",
    },
    {
      packages: [
        "pkg:maven/io.dropwizard.metrics/metrics-core",
        "pkg:maven/com.codahale.metrics/metrics-core",
        "pkg:maven/com.yammer.metrics/metrics-core",
      ],
      reason: "Dropwizard Metrics",
    },
    {
      packages: [
        "pkg:maven/io.prometheus/simpleclient",
        "pkg:maven/io.prometheus/simpleclient_*",
        "pkg:maven/io.prometheus/prometheus-metrics-core",
      ],
      reason: "Prometheus, by the project itself",
    },
    { packages: ["pkg:maven/com.timgroup/java-statsd-client"], reason: "StatsD" },
    { packages: ["pkg:maven/com.datadoghq/java-dogstatsd-client"], reason: "DogStatsD" },
    { packages: ["pkg:maven/com.netflix.spectator/spectator-api"], reason: "Spectator" },
    { packages: ["pkg:golang/github.com/prometheus/client_golang"], reason: "Prometheus" },
    {
      packages: [
        "pkg:golang/github.com/datadog/datadog-go",
        "pkg:golang/github.com/datadog/datadog-go/v5",
      ],
      reason: "DogStatsD",
    },
    { packages: ["pkg:golang/github.com/rcrowley/go-metrics"], reason: "after Dropwizard Metrics" },
    {
      packages: [
        "pkg:golang/github.com/armon/go-metrics",
        "pkg:golang/github.com/hashicorp/go-metrics",
      ],
      reason: "several back ends",
    },
    {
      packages: ["pkg:golang/github.com/uber-go/tally", "pkg:golang/github.com/uber-go/tally/v4"],
      reason: "several back ends",
    },
    {
      packages: [
        "pkg:golang/github.com/cactus/go-statsd-client",
        "pkg:golang/github.com/cactus/go-statsd-client/v5",
      ],
      reason: "StatsD",
    },
    {
      packages: ["pkg:golang/github.com/victoriametrics/metrics"],
      reason: "Prometheus without the client library",
    },
  ],
  absent: {},
};
