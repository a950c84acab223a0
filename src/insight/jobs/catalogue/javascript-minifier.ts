import type { Job } from "../job.ts";

export const javascriptMinifier: Job = {
  id: "javascript-minifier",
  title: "JavaScript minifier",
  definition: "Makes scripts smaller before they are served.",
  countsIn: "any",
  solutions: [
    {
      packages: [
        "pkg:npm/terser",
        "pkg:npm/terser-webpack-plugin",
        "pkg:npm/rollup-plugin-terser",
        "pkg:npm/%40rollup/plugin-terser",
      ],
      reason: "Terser",
    },
    {
      packages: ["pkg:npm/uglify-js", "pkg:npm/uglifyjs-webpack-plugin", "pkg:npm/gulp-uglify"],
      reason: "UglifyJS",
    },
    { packages: ["pkg:npm/google-closure-compiler"], reason: "Closure Compiler" },
    { packages: ["pkg:npm/babel-minify"], reason: "Babel, discontinued" },
    { packages: ["pkg:gem/terser"], reason: "Terser" },
    { packages: ["pkg:gem/uglifier"], reason: "UglifyJS" },
    { packages: ["pkg:gem/closure-compiler"], reason: "Closure Compiler" },
    { packages: ["pkg:gem/yui-compressor"], reason: "YUI Compressor" },
    { packages: ["pkg:pypi/rjsmin"], reason: "written in C" },
    { packages: ["pkg:pypi/jsmin"], reason: "after Crockford's" },
    { packages: ["pkg:pypi/slimit"], reason: "SlimIt" },
    { packages: ["pkg:maven/com.google.javascript/closure-compiler"], reason: "Closure Compiler" },
    {
      packages: [
        "pkg:maven/com.yahoo.platform.yui/yuicompressor",
        "pkg:maven/net.alchim31.maven/yuicompressor-maven-plugin",
      ],
      reason: "YUI Compressor",
    },
    { packages: ["pkg:maven/com.samaxes.maven/minify-maven-plugin"], reason: "both of these" },
    { packages: ["pkg:golang/github.com/dchest/jsmin"], reason: "after Crockford's" },
    {
      packages: [
        "pkg:golang/github.com/tdewolff/minify",
        "pkg:golang/github.com/tdewolff/minify/v2",
      ],
      reason: "minify",
    },
  ],
  absent: {},
};
