import type { Job } from "../job.ts";

export const backgroundJobs: Job = {
  id: "background-jobs",
  title: "Background jobs",
  definition: "Runs work outside the request that asked for it, with retries.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/bull"], reason: "queues in Redis, in maintenance" },
    { packages: ["pkg:npm/bullmq"], reason: "queues in Redis" },
    { packages: ["pkg:npm/bee-queue"], reason: "queues in Redis" },
    { packages: ["pkg:npm/kue"], reason: "queues in Redis, discontinued" },
    { packages: ["pkg:npm/agenda"], reason: "queues in MongoDB" },
    { packages: ["pkg:npm/pg-boss"], reason: "queues in PostgreSQL" },
    { packages: ["pkg:npm/graphile-worker"], reason: "queues in PostgreSQL" },
    { packages: ["pkg:npm/node-resque"], reason: "Resque for Node" },
    {
      packages: [
        "pkg:gem/sidekiq",
        "pkg:gem/sidekiq-pro",
        "pkg:gem/sidekiq-ent",
        "pkg:gem/sidekiq-unique-jobs",
      ],
      reason: "threads and Redis",
    },
    { packages: ["pkg:gem/resque"], reason: "forked workers and Redis" },
    {
      packages: [
        "pkg:gem/delayed_job",
        "pkg:gem/delayed_job_active_record",
        "pkg:gem/delayed_job_mongoid",
      ],
      reason: "queues in the application's database",
    },
    { packages: ["pkg:gem/good_job"], reason: "queues in PostgreSQL" },
    { packages: ["pkg:gem/solid_queue"], reason: "queues in the application's database" },
    { packages: ["pkg:gem/que"], reason: "queues in PostgreSQL" },
    { packages: ["pkg:gem/sucker_punch"], reason: "threads in the process" },
    { packages: ["pkg:gem/shoryuken"], reason: "queues in SQS" },
    { packages: ["pkg:gem/sneakers", "pkg:gem/kicks"], reason: "queues in RabbitMQ" },
    { packages: ["pkg:gem/queue_classic"], reason: "queues in PostgreSQL" },
    { packages: ["pkg:gem/faktory_worker_ruby"], reason: "queues in Faktory" },
    { packages: ["pkg:pypi/celery"], reason: "workers with several brokers" },
    { packages: ["pkg:pypi/rq", "pkg:pypi/django-rq"], reason: "queues in Redis" },
    {
      packages: ["pkg:pypi/dramatiq", "pkg:pypi/django-dramatiq"],
      reason: "workers with RabbitMQ or Redis",
    },
    { packages: ["pkg:pypi/huey"], reason: "small queue" },
    { packages: ["pkg:pypi/arq"], reason: "Redis with async functions" },
    { packages: ["pkg:pypi/django-q", "pkg:pypi/django-q2"], reason: "queues of Django" },
    { packages: ["pkg:pypi/taskiq"], reason: "workers with async functions" },
    { packages: ["pkg:pypi/procrastinate"], reason: "queues in PostgreSQL" },
    {
      packages: [
        "pkg:maven/org.jobrunr/jobrunr",
        "pkg:maven/org.jobrunr/jobrunr-spring-boot-starter",
        "pkg:maven/org.jobrunr/jobrunr-spring-boot-3-starter",
      ],
      reason: "queues in a database",
    },
    {
      packages: [
        "pkg:maven/org.springframework.boot/spring-boot-starter-batch",
        "pkg:maven/org.springframework.batch/spring-batch-core",
      ],
      reason: "batch jobs",
    },
    { packages: ["pkg:maven/io.temporal/temporal-sdk"], reason: "workflows of Temporal" },
    { packages: ["pkg:golang/github.com/hibiken/asynq"], reason: "queues in Redis" },
    { packages: ["pkg:golang/github.com/gocraft/work"], reason: "queues in Redis" },
    {
      packages: [
        "pkg:golang/github.com/richardknop/machinery",
        "pkg:golang/github.com/richardknop/machinery/v2",
      ],
      reason: "several brokers",
    },
    { packages: ["pkg:golang/github.com/riverqueue/river"], reason: "queues in PostgreSQL" },
    {
      packages: ["pkg:golang/github.com/contribsys/faktory_worker_go"],
      reason: "queues in Faktory",
    },
    { packages: ["pkg:golang/go.temporal.io/sdk"], reason: "workflows of Temporal" },
  ],
  absent: {},
};
