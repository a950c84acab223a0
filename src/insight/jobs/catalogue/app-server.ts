import type { Job } from "../job.ts";

export const appServer: Job = {
  id: "app-server",
  title: "Application server",
  definition: "Runs a web application's processes and threads behind the socket.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:gem/puma"], reason: "threads and workers" },
    { packages: ["pkg:gem/unicorn"], reason: "forked workers" },
    { packages: ["pkg:gem/passenger"], reason: "module of nginx and Apache" },
    { packages: ["pkg:gem/thin"], reason: "event loop" },
    { packages: ["pkg:gem/falcon"], reason: "fibres" },
    { packages: ["pkg:gem/webrick"], reason: "server of the old standard library" },
    { packages: ["pkg:pypi/gunicorn"], reason: "forked WSGI workers" },
    { packages: ["pkg:pypi/uvicorn"], reason: "ASGI on uvloop" },
    { packages: ["pkg:pypi/uwsgi"], reason: "WSGI server written in C" },
    { packages: ["pkg:pypi/waitress"], reason: "pure Python WSGI" },
    { packages: ["pkg:pypi/hypercorn"], reason: "ASGI with HTTP/2 and 3" },
    { packages: ["pkg:pypi/daphne"], reason: "ASGI of Django Channels" },
    { packages: ["pkg:pypi/cheroot", "pkg:pypi/cherrypy"], reason: "server of CherryPy" },
    { packages: ["pkg:pypi/granian"], reason: "server written in Rust" },
    {
      packages: [
        "pkg:maven/org.springframework.boot/spring-boot-starter-tomcat",
        "pkg:maven/org.apache.tomcat.embed/tomcat-embed-core",
      ],
      reason: "Tomcat",
    },
    {
      packages: [
        "pkg:maven/org.springframework.boot/spring-boot-starter-jetty",
        "pkg:maven/org.eclipse.jetty/jetty-server",
        "pkg:maven/org.eclipse.jetty/jetty-servlet",
      ],
      reason: "Jetty",
    },
    {
      packages: [
        "pkg:maven/org.springframework.boot/spring-boot-starter-undertow",
        "pkg:maven/io.undertow/undertow-core",
        "pkg:maven/io.undertow/undertow-servlet",
      ],
      reason: "Undertow",
    },
    {
      packages: [
        "pkg:maven/org.springframework.boot/spring-boot-starter-reactor-netty",
        "pkg:maven/io.projectreactor.netty/reactor-netty",
      ],
      reason: "Netty",
    },
    { packages: ["pkg:npm/pm2"], reason: "process manager with a cluster mode" },
    { packages: ["pkg:npm/strong-cluster-control"], reason: "cluster manager" },
    { packages: ["pkg:npm/throng"], reason: "cluster manager" },
  ],
  absent: { golang: "the standard library's net/http serves in production" },
};
