import type { Job } from "../job.ts";

export const uiFramework: Job = {
  id: "ui-framework",
  title: "User interface framework",
  definition: "Draws a browser application from components and keeps it up to date.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/react", "pkg:npm/react-dom"], reason: "React" },
    { packages: ["pkg:npm/preact", "pkg:npm/preact-compat"], reason: "small React" },
    { packages: ["pkg:npm/vue"], reason: "Vue" },
    {
      packages: ["pkg:npm/%40angular/core", "pkg:npm/angular", "pkg:npm/%40angular/*"],
      reason: "Angular",
    },
    { packages: ["pkg:npm/svelte"], reason: "Svelte" },
    { packages: ["pkg:npm/solid-js"], reason: "Solid" },
    {
      packages: ["pkg:npm/lit", "pkg:npm/lit-element", "pkg:npm/lit-html"],
      reason: "web components",
    },
    { packages: ["pkg:npm/ember-source", "pkg:npm/ember-cli"], reason: "Ember" },
    {
      packages: ["pkg:npm/backbone", "pkg:npm/marionette", "pkg:npm/backbone.marionette"],
      reason: "Backbone",
    },
    { packages: ["pkg:npm/alpinejs"], reason: "attributes in markup" },
    {
      packages: [
        "pkg:npm/%40hotwired/stimulus",
        "pkg:npm/stimulus",
        "pkg:npm/%40hotwired/turbo",
        "pkg:npm/%40hotwired/turbo-rails",
        "pkg:npm/turbolinks",
      ],
      reason: "Hotwire",
    },
    { packages: ["pkg:npm/htmx.org"], reason: "attributes in markup" },
    { packages: ["pkg:npm/knockout"], reason: "bindings in markup" },
    { packages: ["pkg:npm/jquery"], reason: "direct changes to the page" },
    {
      packages: [
        "pkg:gem/turbo-rails",
        "pkg:gem/stimulus-rails",
        "pkg:gem/turbolinks",
        "pkg:gem/hotwire-rails",
      ],
      reason: "Hotwire",
    },
    { packages: ["pkg:gem/react-rails", "pkg:gem/react_on_rails"], reason: "React" },
    { packages: ["pkg:gem/jquery-rails"], reason: "jQuery" },
    { packages: ["pkg:gem/opal"], reason: "Ruby in the browser" },
    { packages: ["pkg:pypi/django-htmx"], reason: "htmx" },
    { packages: ["pkg:pypi/django-unicorn"], reason: "components on the server" },
    { packages: ["pkg:pypi/dash"], reason: "React from Python" },
    { packages: ["pkg:pypi/streamlit"], reason: "pages from scripts" },
    { packages: ["pkg:pypi/reactpy"], reason: "components on the server" },
    {
      packages: [
        "pkg:maven/com.vaadin/vaadin",
        "pkg:maven/com.vaadin/vaadin-core",
        "pkg:maven/com.vaadin/vaadin-spring-boot-starter",
      ],
      reason: "components on the server",
    },
    { packages: ["pkg:maven/org.apache.wicket/wicket-core"], reason: "components on the server" },
    { packages: ["pkg:maven/org.primefaces/primefaces"], reason: "JavaServer Faces" },
    {
      packages: ["pkg:maven/com.google.gwt/gwt-user", "pkg:maven/org.gwtproject/gwt-user"],
      reason: "Java in the browser",
    },
    { packages: ["pkg:golang/github.com/a-h/templ"], reason: "typed templates, often with htmx" },
    {
      packages: [
        "pkg:golang/github.com/maxence-charriere/go-app/v9",
        "pkg:golang/github.com/maxence-charriere/go-app/v10",
      ],
      reason: "Go in the browser",
    },
    { packages: ["pkg:golang/github.com/hexops/vecty"], reason: "Go in the browser" },
  ],
  absent: {},
};
