import type { Job } from "../job.ts";

export const webFramework: Job = {
  id: "web-framework",
  title: "Web framework",
  definition: "Answers HTTP requests with pages or data.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/express"], reason: "minimal framework with middleware" },
    {
      packages: ["pkg:npm/koa", "pkg:npm/%40koa/router", "pkg:npm/koa-router"],
      reason: "middleware with async functions",
    },
    { packages: ["pkg:npm/fastify"], reason: "schema-driven framework" },
    {
      packages: ["pkg:npm/%40hapi/hapi", "pkg:npm/hapi"],
      reason: "configuration-centred framework",
    },
    {
      packages: [
        "pkg:npm/%40nestjs/core",
        "pkg:npm/%40nestjs/common",
        "pkg:npm/%40nestjs/platform-express",
      ],
      reason: "framework with modules and injection",
    },
    { packages: ["pkg:npm/next"], reason: "React pages rendered on the server" },
    { packages: ["pkg:npm/nuxt", "pkg:npm/nuxt3"], reason: "Vue pages rendered on the server" },
    { packages: ["pkg:npm/%40sveltejs/kit"], reason: "Svelte pages rendered on the server" },
    {
      packages: ["pkg:npm/%40remix-run/node", "pkg:npm/%40remix-run/react"],
      reason: "React pages with loaders",
    },
    { packages: ["pkg:npm/restify"], reason: "framework for APIs" },
    { packages: ["pkg:npm/hono"], reason: "framework on web standards" },
    { packages: ["pkg:npm/sails"], reason: "model-view-controller framework" },
    { packages: ["pkg:npm/polka"], reason: "micro server" },
    {
      packages: ["pkg:gem/rails", "pkg:gem/railties", "pkg:gem/actionpack"],
      reason: "the whole framework",
    },
    {
      packages: ["pkg:gem/sinatra", "pkg:gem/sinatra-contrib"],
      reason: "routes as a small language",
    },
    { packages: ["pkg:gem/hanami"], reason: "layered framework" },
    { packages: ["pkg:gem/grape"], reason: "APIs as a small language" },
    { packages: ["pkg:gem/roda"], reason: "routing tree" },
    { packages: ["pkg:gem/padrino"], reason: "modules on Sinatra" },
    { packages: ["pkg:gem/cuba"], reason: "micro framework" },
    {
      packages: ["pkg:pypi/django", "pkg:pypi/djangorestframework", "pkg:pypi/django-ninja"],
      reason: "the whole framework",
    },
    {
      packages: [
        "pkg:pypi/flask",
        "pkg:pypi/flask-restful",
        "pkg:pypi/flask-restx",
        "pkg:pypi/flask-smorest",
      ],
      reason: "micro framework and its API extensions",
    },
    {
      packages: ["pkg:pypi/fastapi", "pkg:pypi/starlette"],
      reason: "APIs from type hints, on Starlette",
    },
    { packages: ["pkg:pypi/tornado"], reason: "asynchronous framework and server" },
    { packages: ["pkg:pypi/pyramid"], reason: "framework that starts small" },
    { packages: ["pkg:pypi/falcon"], reason: "framework for APIs" },
    { packages: ["pkg:pypi/bottle"], reason: "micro framework in one file" },
    { packages: ["pkg:pypi/sanic"], reason: "asynchronous framework" },
    { packages: ["pkg:pypi/quart"], reason: "Flask with async functions" },
    { packages: ["pkg:pypi/litestar"], reason: "APIs from type hints" },
    {
      packages: [
        "pkg:maven/org.springframework.boot/spring-boot-starter-web",
        "pkg:maven/org.springframework/spring-webmvc",
      ],
      reason: "Spring MVC",
    },
    {
      packages: [
        "pkg:maven/io.quarkus/quarkus-resteasy",
        "pkg:maven/io.quarkus/quarkus-resteasy-reactive",
        "pkg:maven/io.quarkus/quarkus-rest",
      ],
      reason: "Quarkus",
    },
    {
      packages: [
        "pkg:maven/io.micronaut/micronaut-http-server-netty",
        "pkg:maven/io.micronaut/micronaut-http-server",
      ],
      reason: "Micronaut",
    },
    {
      packages: ["pkg:maven/io.dropwizard/dropwizard-core"],
      reason: "Jetty, Jersey and Jackson as one",
    },
    { packages: ["pkg:maven/io.javalin/javalin"], reason: "small framework on Jetty" },
    { packages: ["pkg:maven/com.sparkjava/spark-core"], reason: "routes as lambdas" },
    { packages: ["pkg:maven/io.vertx/vertx-web"], reason: "event-driven framework" },
    {
      packages: [
        "pkg:maven/org.glassfish.jersey.core/jersey-server",
        "pkg:maven/org.glassfish.jersey.containers/jersey-container-servlet",
      ],
      reason: "reference of the Jakarta REST interface",
    },
    {
      packages: [
        "pkg:maven/io.ktor/ktor-server-core",
        "pkg:maven/io.ktor/ktor-server-netty",
        "pkg:maven/io.ktor/ktor-server-core-jvm",
      ],
      reason: "Kotlin coroutines",
    },
    { packages: ["pkg:maven/org.apache.struts/struts2-core"], reason: "action framework" },
    {
      packages: [
        "pkg:maven/com.typesafe.play/play_2.13",
        "pkg:maven/org.playframework/play_2.13",
        "pkg:maven/com.typesafe.play/play_2.12",
      ],
      reason: "Play",
    },
    { packages: ["pkg:golang/github.com/gin-gonic/gin"], reason: "router with middleware" },
    {
      packages: ["pkg:golang/github.com/labstack/echo", "pkg:golang/github.com/labstack/echo/v4"],
      reason: "minimal framework",
    },
    {
      packages: ["pkg:golang/github.com/gofiber/fiber", "pkg:golang/github.com/gofiber/fiber/v2"],
      reason: "after Express, on fasthttp",
    },
    {
      packages: ["pkg:golang/github.com/go-chi/chi", "pkg:golang/github.com/go-chi/chi/v5"],
      reason: "router on net/http",
    },
    { packages: ["pkg:golang/github.com/gorilla/mux"], reason: "router on net/http" },
    {
      packages: ["pkg:golang/github.com/julienschmidt/httprouter"],
      reason: "router with a radix tree",
    },
    {
      packages: [
        "pkg:golang/github.com/beego/beego",
        "pkg:golang/github.com/astaxie/beego",
        "pkg:golang/github.com/beego/beego/v2",
      ],
      reason: "model-view-controller framework",
    },
    { packages: ["pkg:golang/github.com/gobuffalo/buffalo"], reason: "the whole framework" },
    { packages: ["pkg:golang/github.com/revel/revel"], reason: "the whole framework" },
    {
      packages: [
        "pkg:golang/github.com/emicklei/go-restful",
        "pkg:golang/github.com/emicklei/go-restful/v3",
      ],
      reason: "APIs after JAX-RS",
    },
  ],
  absent: {},
};
