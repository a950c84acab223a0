import type { Job } from "../job.ts";

export const resilience: Job = {
  id: "resilience",
  title: "Retries and circuit breakers",
  definition: "Tries again, and stops asking a service that does not answer.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/p-retry", "pkg:npm/retry", "pkg:npm/promise-retry"], reason: "retries" },
    { packages: ["pkg:npm/async-retry"], reason: "retries" },
    { packages: ["pkg:npm/cockatiel"], reason: "policies" },
    { packages: ["pkg:npm/opossum"], reason: "circuit breakers" },
    { packages: ["pkg:npm/exponential-backoff"], reason: "retries" },
    { packages: ["pkg:npm/brakes"], reason: "circuit breakers" },
    { packages: ["pkg:gem/retriable"], reason: "retries" },
    { packages: ["pkg:gem/retryable"], reason: "retries" },
    { packages: ["pkg:gem/stoplight"], reason: "circuit breakers" },
    { packages: ["pkg:gem/circuitbox"], reason: "circuit breakers" },
    { packages: ["pkg:gem/semian"], reason: "circuit breakers and bulkheads" },
    { packages: ["pkg:pypi/tenacity"], reason: "retries" },
    { packages: ["pkg:pypi/backoff"], reason: "retries" },
    { packages: ["pkg:pypi/retrying"], reason: "retries" },
    { packages: ["pkg:pypi/retry", "pkg:pypi/retry2"], reason: "retries" },
    { packages: ["pkg:pypi/stamina"], reason: "retries on Tenacity" },
    {
      packages: ["pkg:pypi/pybreaker", "pkg:pypi/circuitbreaker", "pkg:pypi/aiobreaker"],
      reason: "circuit breakers",
    },
    {
      packages: [
        "pkg:maven/io.github.resilience4j/resilience4j-spring-boot3",
        "pkg:maven/io.github.resilience4j/resilience4j-circuitbreaker",
        "pkg:maven/io.github.resilience4j/resilience4j-retry",
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-circuitbreaker-resilience4j",
      ],
      reason: "Resilience4j",
    },
    {
      packages: [
        "pkg:maven/com.netflix.hystrix/hystrix-core",
        "pkg:maven/org.springframework.cloud/spring-cloud-starter-netflix-hystrix",
      ],
      reason: "Hystrix, in maintenance",
    },
    { packages: ["pkg:maven/org.springframework.retry/spring-retry"], reason: "Spring Retry" },
    {
      packages: ["pkg:maven/dev.failsafe/failsafe", "pkg:maven/net.jodah/failsafe"],
      reason: "Failsafe",
    },
    { packages: ["pkg:maven/com.github.rholder/guava-retrying"], reason: "retries" },
    {
      packages: [
        "pkg:golang/github.com/cenkalti/backoff",
        "pkg:golang/github.com/cenkalti/backoff/v4",
        "pkg:golang/github.com/cenkalti/backoff/v5",
      ],
      reason: "retries",
    },
    {
      packages: ["pkg:golang/github.com/avast/retry-go", "pkg:golang/github.com/avast/retry-go/v4"],
      reason: "retries",
    },
    { packages: ["pkg:golang/github.com/sethvargo/go-retry"], reason: "retries" },
    {
      packages: ["pkg:golang/github.com/sony/gobreaker", "pkg:golang/github.com/sony/gobreaker/v2"],
      reason: "circuit breakers",
    },
    { packages: ["pkg:golang/github.com/afex/hystrix-go"], reason: "Hystrix" },
    { packages: ["pkg:golang/github.com/failsafe-go/failsafe-go"], reason: "Failsafe" },
    { packages: ["pkg:golang/github.com/eapache/go-resiliency"], reason: "both" },
  ],
  absent: {},
};
