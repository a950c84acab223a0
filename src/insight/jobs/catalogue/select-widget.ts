import type { Job } from "../job.ts";

export const selectWidget: Job = {
  id: "select-widget",
  title: "Select and autocomplete widget",
  definition: "Lets people pick from a long list.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/select2"], reason: "Select2" },
    { packages: ["pkg:npm/choices.js"], reason: "Choices" },
    { packages: ["pkg:npm/accessible-autocomplete"], reason: "accessible-autocomplete" },
    {
      packages: ["pkg:npm/tom-select", "pkg:npm/selectize", "pkg:npm/%40selectize/selectize"],
      reason: "Selectize and its successor",
    },
    { packages: ["pkg:npm/react-select"], reason: "React" },
    { packages: ["pkg:npm/downshift"], reason: "React, behaviour without style" },
    { packages: ["pkg:npm/chosen-js"], reason: "Chosen, discontinued" },
    { packages: ["pkg:npm/slim-select"], reason: "Slim Select" },
    { packages: ["pkg:npm/vue-select", "pkg:npm/vue-multiselect"], reason: "Vue" },
    {
      packages: [
        "pkg:npm/typeahead.js",
        "pkg:npm/corejs-typeahead",
        "pkg:npm/%40trevoreyre/autocomplete-js",
      ],
      reason: "autocomplete",
    },
    {
      packages: ["pkg:npm/%40algolia/autocomplete-js", "pkg:npm/autocomplete.js"],
      reason: "autocomplete",
    },
    { packages: ["pkg:gem/select2-rails"], reason: "Select2" },
    { packages: ["pkg:gem/chosen-rails"], reason: "Chosen" },
    { packages: ["pkg:gem/selectize-rails"], reason: "Selectize" },
    { packages: ["pkg:gem/twitter-typeahead-rails"], reason: "Typeahead" },
    {
      packages: ["pkg:gem/rails-jquery-autocomplete", "pkg:gem/rails4-autocomplete"],
      reason: "jQuery",
    },
    {
      packages: ["pkg:pypi/django-autocomplete-light", "pkg:pypi/django-select2"],
      reason: "Select2",
    },
    { packages: ["pkg:pypi/django-ajax-selects", "pkg:pypi/django-selectable"], reason: "jQuery" },
    {
      packages: ["pkg:maven/org.webjars/select2", "pkg:maven/org.webjars.npm/select2"],
      reason: "Select2",
    },
    { packages: ["pkg:maven/org.webjars/chosen"], reason: "Chosen" },
    { packages: ["pkg:maven/org.webjars/selectize.js"], reason: "Selectize" },
  ],
  absent: { golang: "pages take their widgets from other ecosystems" },
};
