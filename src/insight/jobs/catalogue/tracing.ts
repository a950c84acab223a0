import type { Job } from "../job.ts";

export const tracing: Job = {
  id: "tracing",
  title: "Tracing and performance monitoring",
  definition: "Follows single requests through programs and shows where time is spent.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:npm/%40opentelemetry/sdk-node",
        "pkg:npm/%40opentelemetry/api",
        "pkg:npm/%40opentelemetry/*",
      ],
      reason: "OpenTelemetry",
    },
    { packages: ["pkg:npm/dd-trace"], reason: "Datadog" },
    { packages: ["pkg:npm/newrelic"], reason: "New Relic" },
    { packages: ["pkg:npm/elastic-apm-node", "pkg:npm/%40elastic/apm-rum"], reason: "Elastic APM" },
    { packages: ["pkg:npm/%40appsignal/nodejs"], reason: "AppSignal" },
    { packages: ["pkg:npm/jaeger-client"], reason: "Jaeger's own client, retired" },
    { packages: ["pkg:npm/zipkin"], reason: "Zipkin's own client" },
    {
      packages: ["pkg:npm/applicationinsights", "pkg:npm/%40microsoft/applicationinsights-web"],
      reason: "Azure Application Insights",
    },
    { packages: ["pkg:npm/aws-xray-sdk", "pkg:npm/aws-xray-sdk-core"], reason: "AWS X-Ray" },
    {
      packages: [
        "pkg:gem/opentelemetry-sdk",
        "pkg:gem/opentelemetry-api",
        "pkg:gem/opentelemetry-instrumentation-all",
        "pkg:gem/opentelemetry-exporter-otlp",
        "pkg:gem/opentelemetry-instrumentation-*",
        "pkg:gem/opentelemetry-exporter-*",
      ],
      reason: "OpenTelemetry",
    },
    { packages: ["pkg:gem/datadog", "pkg:gem/ddtrace"], reason: "Datadog" },
    { packages: ["pkg:gem/newrelic_rpm"], reason: "New Relic" },
    { packages: ["pkg:gem/elastic-apm"], reason: "Elastic APM" },
    { packages: ["pkg:gem/skylight"], reason: "Skylight" },
    { packages: ["pkg:gem/scout_apm"], reason: "Scout" },
    { packages: ["pkg:gem/appsignal"], reason: "AppSignal" },
    { packages: ["pkg:gem/zipkin-tracer"], reason: "Zipkin's own client" },
    { packages: ["pkg:gem/aws-xray-sdk"], reason: "AWS X-Ray" },
    {
      packages: [
        "pkg:pypi/opentelemetry-sdk",
        "pkg:pypi/opentelemetry-api",
        "pkg:pypi/opentelemetry-distro",
        "pkg:pypi/opentelemetry-instrumentation-*",
        "pkg:pypi/opentelemetry-exporter-*",
      ],
      reason: "OpenTelemetry",
    },
    { packages: ["pkg:pypi/ddtrace"], reason: "Datadog" },
    { packages: ["pkg:pypi/newrelic"], reason: "New Relic" },
    { packages: ["pkg:pypi/elastic-apm"], reason: "Elastic APM" },
    { packages: ["pkg:pypi/scout-apm"], reason: "Scout" },
    { packages: ["pkg:pypi/jaeger-client"], reason: "Jaeger's own client, retired" },
    { packages: ["pkg:pypi/py-zipkin"], reason: "Zipkin's own client" },
    { packages: ["pkg:pypi/aws-xray-sdk"], reason: "AWS X-Ray" },
    {
      packages: ["pkg:pypi/opencensus", "pkg:pypi/opencensus-ext-azure"],
      reason: "OpenCensus, retired",
    },
    {
      packages: [
        "pkg:maven/io.opentelemetry/opentelemetry-api",
        "pkg:maven/io.opentelemetry/opentelemetry-sdk",
        "pkg:maven/io.opentelemetry.instrumentation/*",
        "pkg:maven/io.opentelemetry/*",
      ],
      reason: "OpenTelemetry",
    },
    {
      packages: ["pkg:maven/com.datadoghq/dd-trace-api", "pkg:maven/com.datadoghq/dd-java-agent"],
      reason: "Datadog",
    },
    { packages: ["pkg:maven/com.newrelic.agent.java/newrelic-api"], reason: "New Relic" },
    {
      packages: [
        "pkg:maven/co.elastic.apm/apm-agent-api",
        "pkg:maven/co.elastic.apm/apm-agent-attach",
      ],
      reason: "Elastic APM",
    },
    {
      packages: [
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-sleuth",
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-zipkin",
      ],
      reason: "Spring Cloud Sleuth, retired",
    },
    {
      packages: ["pkg:maven/io.jaegertracing/jaeger-client"],
      reason: "Jaeger's own client, retired",
    },
    { packages: ["pkg:maven/io.zipkin.brave/brave"], reason: "Zipkin's own client" },
    {
      packages: ["pkg:maven/com.microsoft.azure/applicationinsights-core"],
      reason: "Azure Application Insights",
    },
    { packages: ["pkg:maven/com.amazonaws/aws-xray-recorder-sdk-core"], reason: "AWS X-Ray" },
    {
      packages: [
        "pkg:golang/go.opentelemetry.io/otel",
        "pkg:golang/go.opentelemetry.io/otel/*",
        "pkg:golang/go.opentelemetry.io/contrib/*",
      ],
      reason: "OpenTelemetry",
    },
    {
      packages: [
        "pkg:golang/gopkg.in/datadog/dd-trace-go.v1",
        "pkg:golang/github.com/datadog/dd-trace-go/v2",
      ],
      reason: "Datadog",
    },
    {
      packages: [
        "pkg:golang/github.com/newrelic/go-agent",
        "pkg:golang/github.com/newrelic/go-agent/v3",
      ],
      reason: "New Relic",
    },
    {
      packages: ["pkg:golang/go.elastic.co/apm", "pkg:golang/go.elastic.co/apm/v2"],
      reason: "Elastic APM",
    },
    {
      packages: ["pkg:golang/github.com/uber/jaeger-client-go"],
      reason: "Jaeger's own client, retired",
    },
    { packages: ["pkg:golang/github.com/openzipkin/zipkin-go"], reason: "Zipkin's own client" },
    { packages: ["pkg:golang/go.opencensus.io"], reason: "OpenCensus, retired" },
    {
      packages: [
        "pkg:golang/github.com/aws/aws-xray-sdk-go",
        "pkg:golang/github.com/aws/aws-xray-sdk-go/v2",
      ],
      reason: "AWS X-Ray",
    },
  ],
  absent: {},
};
