import type { Job } from "../job.ts";

export const rateLimiting: Job = {
  id: "rate-limiting",
  title: "Rate limiting",
  definition: "Refuses requests that come too fast.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/express-rate-limit", "pkg:npm/express-slow-down"], reason: "Express" },
    { packages: ["pkg:npm/rate-limiter-flexible"], reason: "several stores" },
    { packages: ["pkg:npm/bottleneck"], reason: "outgoing requests" },
    {
      packages: ["pkg:npm/%40fastify/rate-limit", "pkg:npm/fastify-rate-limit"],
      reason: "Fastify",
    },
    { packages: ["pkg:npm/%40nestjs/throttler"], reason: "Nest" },
    { packages: ["pkg:npm/limiter"], reason: "tokens" },
    { packages: ["pkg:gem/rack-attack"], reason: "Rack" },
    { packages: ["pkg:gem/rack-throttle"], reason: "Rack" },
    { packages: ["pkg:gem/ratelimit"], reason: "counters in Redis" },
    { packages: ["pkg:gem/redis-throttle"], reason: "counters in Redis" },
    { packages: ["pkg:gem/prorate"], reason: "leaky bucket in Redis" },
    { packages: ["pkg:pypi/django-ratelimit"], reason: "Django" },
    { packages: ["pkg:pypi/flask-limiter"], reason: "Flask" },
    { packages: ["pkg:pypi/slowapi", "pkg:pypi/fastapi-limiter"], reason: "Starlette" },
    { packages: ["pkg:pypi/ratelimit", "pkg:pypi/pyrate-limiter"], reason: "outgoing requests" },
    { packages: ["pkg:pypi/limits"], reason: "several stores" },
    {
      packages: [
        "pkg:maven/com.bucket4j/bucket4j-core",
        "pkg:maven/com.github.vladimir-bukhtoyarov/bucket4j-core",
        "pkg:maven/com.giffing.bucket4j.spring.boot.starter/bucket4j-spring-boot-starter",
      ],
      reason: "Bucket4j",
    },
    {
      packages: ["pkg:maven/io.github.resilience4j/resilience4j-ratelimiter"],
      reason: "Resilience4j",
    },
    { packages: ["pkg:golang/golang.org/x/time"], reason: "the Go project's own" },
    {
      packages: ["pkg:golang/github.com/ulule/limiter", "pkg:golang/github.com/ulule/limiter/v3"],
      reason: "several stores",
    },
    {
      packages: [
        "pkg:golang/github.com/didip/tollbooth",
        "pkg:golang/github.com/didip/tollbooth/v7",
      ],
      reason: "net/http",
    },
    { packages: ["pkg:golang/go.uber.org/ratelimit"], reason: "leaky bucket" },
    { packages: ["pkg:golang/github.com/juju/ratelimit"], reason: "token bucket" },
    {
      packages: [
        "pkg:golang/github.com/throttled/throttled",
        "pkg:golang/github.com/throttled/throttled/v2",
      ],
      reason: "several stores",
    },
  ],
  absent: {},
};
