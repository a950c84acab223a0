import type { Job } from "../job.ts";

export const templateEngine: Job = {
  id: "template-engine",
  title: "Template engine",
  definition: "Fills texts with values, apart from what the web framework brings.",
  countsIn: "production",
  solutions: [
    {
      packages: ["pkg:npm/handlebars", "pkg:npm/express-handlebars", "pkg:npm/hbs"],
      reason: "Handlebars",
    },
    { packages: ["pkg:npm/mustache", "pkg:npm/mustache-express"], reason: "Mustache" },
    { packages: ["pkg:npm/ejs"], reason: "JavaScript in text" },
    { packages: ["pkg:npm/pug", "pkg:npm/jade"], reason: "indentation" },
    { packages: ["pkg:npm/nunjucks"], reason: "after Jinja" },
    { packages: ["pkg:npm/hogan.js"], reason: "compiled Mustache" },
    { packages: ["pkg:npm/eta"], reason: "small EJS" },
    { packages: ["pkg:npm/liquidjs"], reason: "Liquid" },
    { packages: ["pkg:npm/dot"], reason: "compiled" },
    { packages: ["pkg:npm/swig", "pkg:npm/twig"], reason: "after Twig" },
    { packages: ["pkg:gem/haml", "pkg:gem/haml-rails", "pkg:gem/hamlit"], reason: "indentation" },
    { packages: ["pkg:gem/slim", "pkg:gem/slim-rails"], reason: "indentation" },
    { packages: ["pkg:gem/liquid"], reason: "for untrusted authors" },
    { packages: ["pkg:gem/mustache"], reason: "Mustache" },
    { packages: ["pkg:gem/handlebars_assets", "pkg:gem/ruby-handlebars"], reason: "Handlebars" },
    { packages: ["pkg:gem/erubis", "pkg:gem/erubi"], reason: "ERB outside the framework" },
    { packages: ["pkg:pypi/jinja2"], reason: "Jinja" },
    { packages: ["pkg:pypi/mako"], reason: "Python in text" },
    { packages: ["pkg:pypi/chameleon"], reason: "attributes" },
    { packages: ["pkg:pypi/chevron", "pkg:pypi/pystache"], reason: "Mustache" },
    { packages: ["pkg:pypi/cheetah3", "pkg:pypi/ct3"], reason: "Cheetah" },
    { packages: ["pkg:pypi/genshi"], reason: "attributes" },
    {
      packages: [
        "pkg:maven/org.springframework.boot/spring-boot-starter-thymeleaf",
        "pkg:maven/org.thymeleaf/thymeleaf",
        "pkg:maven/org.thymeleaf/thymeleaf-spring5",
        "pkg:maven/org.thymeleaf/thymeleaf-spring6",
      ],
      reason: "Thymeleaf",
    },
    {
      packages: [
        "pkg:maven/org.springframework.boot/spring-boot-starter-freemarker",
        "pkg:maven/org.freemarker/freemarker",
      ],
      reason: "FreeMarker",
    },
    {
      packages: [
        "pkg:maven/org.apache.velocity/velocity-engine-core",
        "pkg:maven/org.apache.velocity/velocity",
      ],
      reason: "Velocity",
    },
    {
      packages: [
        "pkg:maven/com.github.spullara.mustache.java/compiler",
        "pkg:maven/com.samskivert/jmustache",
      ],
      reason: "Mustache",
    },
    { packages: ["pkg:maven/com.github.jknack/handlebars"], reason: "Handlebars" },
    {
      packages: ["pkg:maven/io.pebbletemplates/pebble", "pkg:maven/com.mitchellbosecke/pebble"],
      reason: "Pebble",
    },
    { packages: ["pkg:maven/gg.jte/jte"], reason: "compiled" },
    { packages: ["pkg:maven/org.antlr/ST4"], reason: "StringTemplate" },
    {
      packages: ["pkg:golang/github.com/flosch/pongo2", "pkg:golang/github.com/flosch/pongo2/v6"],
      reason: "after Django's",
    },
    {
      packages: ["pkg:golang/github.com/cloudykit/jet", "pkg:golang/github.com/cloudykit/jet/v6"],
      reason: "Jet",
    },
    { packages: ["pkg:golang/github.com/valyala/quicktemplate"], reason: "compiled" },
    {
      packages: [
        "pkg:golang/github.com/gobuffalo/plush",
        "pkg:golang/github.com/gobuffalo/plush/v4",
      ],
      reason: "ERB's way",
    },
    {
      packages: [
        "pkg:golang/github.com/cbroglie/mustache",
        "pkg:golang/github.com/hoisie/mustache",
      ],
      reason: "Mustache",
    },
    { packages: ["pkg:golang/github.com/aymerick/raymond"], reason: "Handlebars" },
  ],
  absent: {},
};
