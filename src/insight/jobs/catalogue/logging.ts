import type { Job } from "../job.ts";

export const logging: Job = {
  id: "logging",
  title: "Logging",
  definition: "Writes what a program does as records that machines can search.",
  countsIn: "production",
  solutions: [
    {
      packages: ["pkg:npm/winston", "pkg:npm/winston-daily-rotate-file", "pkg:npm/express-winston"],
      reason: "transports and formats",
    },
    {
      packages: ["pkg:npm/pino", "pkg:npm/pino-http", "pkg:npm/pino-pretty"],
      reason: "fast JSON lines",
    },
    { packages: ["pkg:npm/bunyan"], reason: "JSON lines" },
    { packages: ["pkg:npm/log4js"], reason: "after log4j" },
    { packages: ["pkg:npm/loglevel"], reason: "levels for browsers" },
    { packages: ["pkg:npm/signale"], reason: "console output" },
    { packages: ["pkg:npm/consola"], reason: "console output" },
    { packages: ["pkg:npm/tslog"], reason: "typed logger" },
    { packages: ["pkg:npm/roarr"], reason: "JSON lines without configuration" },
    { packages: ["pkg:gem/lograge"], reason: "one line for each request" },
    { packages: ["pkg:gem/logstasher"], reason: "Logstash records of requests" },
    {
      packages: ["pkg:gem/semantic_logger", "pkg:gem/rails_semantic_logger"],
      reason: "structured records with appenders",
    },
    { packages: ["pkg:gem/ougai"], reason: "JSON lines" },
    { packages: ["pkg:gem/logging"], reason: "after log4j" },
    { packages: ["pkg:gem/log4r"], reason: "after log4j" },
    { packages: ["pkg:gem/yell"], reason: "several outputs" },
    { packages: ["pkg:gem/logstash-logger", "pkg:gem/logstash-event"], reason: "Logstash records" },
    { packages: ["pkg:pypi/loguru"], reason: "one ready logger" },
    { packages: ["pkg:pypi/structlog", "pkg:pypi/django-structlog"], reason: "structured records" },
    { packages: ["pkg:pypi/python-json-logger"], reason: "JSON formatter of the standard library" },
    { packages: ["pkg:pypi/logbook"], reason: "replaces the standard library" },
    { packages: ["pkg:pypi/eliot"], reason: "actions as trees" },
    { packages: ["pkg:pypi/logzero"], reason: "console output" },
    {
      packages: [
        "pkg:maven/ch.qos.logback/logback-classic",
        "pkg:maven/ch.qos.logback/logback-core",
        "pkg:maven/net.logstash.logback/logstash-logback-encoder",
      ],
      reason: "native back end of SLF4J",
    },
    {
      packages: [
        "pkg:maven/org.apache.logging.log4j/log4j-core",
        "pkg:maven/org.apache.logging.log4j/log4j-slf4j-impl",
        "pkg:maven/org.springframework.boot/spring-boot-starter-log4j2",
      ],
      reason: "Log4j 2",
    },
    {
      packages: [
        "pkg:maven/log4j/log4j",
        "pkg:maven/org.slf4j/slf4j-log4j12",
        "pkg:maven/ch.qos.reload4j/reload4j",
      ],
      reason: "Log4j 1 and its successor",
    },
    { packages: ["pkg:maven/org.slf4j/slf4j-simple"], reason: "writes to standard error" },
    { packages: ["pkg:maven/org.slf4j/slf4j-jdk14"], reason: "java.util.logging behind SLF4J" },
    {
      packages: ["pkg:maven/org.tinylog/tinylog-impl", "pkg:maven/org.tinylog/tinylog-api"],
      reason: "small logger",
    },
    {
      packages: [
        "pkg:maven/com.google.flogger/flogger",
        "pkg:maven/com.google.flogger/flogger-system-backend",
      ],
      reason: "chained logger of Google",
    },
    { packages: ["pkg:golang/go.uber.org/zap"], reason: "structured, without reflection" },
    { packages: ["pkg:golang/github.com/rs/zerolog"], reason: "JSON without allocations" },
    { packages: ["pkg:golang/github.com/sirupsen/logrus"], reason: "structured, in maintenance" },
    { packages: ["pkg:golang/github.com/golang/glog"], reason: "levels of Google's C++ logger" },
    {
      packages: ["pkg:golang/k8s.io/klog", "pkg:golang/k8s.io/klog/v2"],
      reason: "glog of Kubernetes",
    },
    { packages: ["pkg:golang/github.com/inconshreveable/log15"], reason: "structured" },
    { packages: ["pkg:golang/github.com/apex/log"], reason: "structured, with handlers" },
    { packages: ["pkg:golang/github.com/go-kit/log"], reason: "key and value pairs" },
    {
      packages: ["pkg:golang/github.com/hashicorp/go-hclog"],
      reason: "logger of HashiCorp's tools",
    },
    { packages: ["pkg:golang/github.com/charmbracelet/log"], reason: "console output" },
  ],
  absent: {},
};
