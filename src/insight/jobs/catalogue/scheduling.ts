import type { Job } from "../job.ts";

export const scheduling: Job = {
  id: "scheduling",
  title: "Recurring tasks",
  definition: "Starts work at set times.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/node-cron"], reason: "cron lines" },
    { packages: ["pkg:npm/cron"], reason: "cron lines" },
    { packages: ["pkg:npm/node-schedule"], reason: "dates and cron lines" },
    { packages: ["pkg:npm/%40nestjs/schedule"], reason: "decorators of Nest" },
    { packages: ["pkg:npm/bree"], reason: "worker threads" },
    { packages: ["pkg:npm/toad-scheduler"], reason: "intervals" },
    { packages: ["pkg:gem/whenever"], reason: "writes crontab" },
    { packages: ["pkg:gem/sidekiq-scheduler"], reason: "entries of Sidekiq" },
    { packages: ["pkg:gem/sidekiq-cron"], reason: "entries of Sidekiq" },
    { packages: ["pkg:gem/rufus-scheduler"], reason: "threads in the process" },
    { packages: ["pkg:gem/clockwork"], reason: "a process of its own" },
    { packages: ["pkg:gem/resque-scheduler"], reason: "entries of Resque" },
    { packages: ["pkg:gem/crono"], reason: "a process of its own" },
    { packages: ["pkg:pypi/apscheduler", "pkg:pypi/django-apscheduler"], reason: "in the process" },
    {
      packages: ["pkg:pypi/django-celery-beat", "pkg:pypi/celery-redbeat"],
      reason: "entries of Celery",
    },
    { packages: ["pkg:pypi/schedule"], reason: "in the process" },
    { packages: ["pkg:pypi/rq-scheduler"], reason: "entries of RQ" },
    { packages: ["pkg:pypi/django-crontab", "pkg:pypi/django-cron"], reason: "writes crontab" },
    {
      packages: [
        "pkg:maven/org.quartz-scheduler/quartz",
        "pkg:maven/org.springframework.boot/spring-boot-starter-quartz",
      ],
      reason: "Quartz",
    },
    {
      packages: ["pkg:maven/net.javacrumbs.shedlock/shedlock-spring"],
      reason: "the framework's own, with a lock",
    },
    {
      packages: [
        "pkg:maven/com.github.kagkarlsson/db-scheduler",
        "pkg:maven/com.github.kagkarlsson/db-scheduler-spring-boot-starter",
      ],
      reason: "in a database",
    },
    { packages: ["pkg:maven/it.sauronsoftware.cron4j/cron4j"], reason: "cron lines" },
    {
      packages: ["pkg:golang/github.com/robfig/cron", "pkg:golang/github.com/robfig/cron/v3"],
      reason: "cron lines",
    },
    {
      packages: [
        "pkg:golang/github.com/go-co-op/gocron",
        "pkg:golang/github.com/go-co-op/gocron/v2",
        "pkg:golang/github.com/jasonlvhit/gocron",
      ],
      reason: "in the process",
    },
    { packages: ["pkg:golang/github.com/reugn/go-quartz"], reason: "after Quartz" },
    { packages: ["pkg:golang/github.com/madflojo/tasks"], reason: "intervals" },
  ],
  absent: {},
};
