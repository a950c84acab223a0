import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runtimeFiles } from "#sources/runtimes/runtime-files.ts";

const read = (path: string, text: string) =>
  (runtimeFiles.read({ path, text }).runtimes ?? []).map(
    ({ runtime, version, line }) => `${runtime} ${version} @${String(line)}`,
  );

describe("pinned runtimes", () => {
  it.each([
    [".ruby-version", "3.2.9\n", ["ruby 3.2.9 @1"]],
    [".ruby-version", "# ours\nruby-2.7.8\n", ["ruby 2.7.8 @2"]],
    ["web/.nvmrc", "v18\n", ["node 18 @1"]],
    [
      "action.yml",
      'name: Bake\nruns:\n  using: "node24" # now\n  main: index.js\n',
      ["node 24 @3"],
    ],
    ["bake/action.yaml", "runs:\n  using: composite\n", []],
    [
      ".tool-versions",
      "nodejs 20.1.0\nterraform 1.5.0\nruby 3.3.0\n",
      ["node 20.1.0 @1", "ruby 3.3.0 @3"],
    ],
    ["runtime.txt", "python-3.9.1\n", ["python 3.9.1 @1"]],
    [
      "Dockerfile",
      "FROM --platform=linux node:16-alpine AS a\nFROM acme/ruby:3.1\nFROM a\n",
      ["node 16 @1"],
    ],
    ["Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:6.0\n", ["dotnet 6.0 @1"]],
    ["Gemfile", 'source "x"\nruby "~> 3.1.0"\n', ["ruby 3.1.0 @2"]],
    ["package.json", '{ "engines": { "npm": "8", "node": "^18.1" } }', ["node 18.1 @1"]],
    ["go.mod", "module a\n\ngo 1.18\n\ntoolchain go1.21.4\n", ["go 1.21.4 @5"]],
    ["composer.json", '{ "require": { "php": "~8.0.2" } }', ["php 8.0.2 @1"]],
    ["pyproject.toml", '[tool.poetry.dependencies]\npython = "~3.8"\n', ["python 3.8 @2"]],
    ["pom.xml", "<java.version>17</java.version>", ["java 17 @1"]],
    [
      "pom.xml",
      "<executions>\n<execution><release>9</release></execution>\n</executions>\n<release>17</release>",
      ["java 17 @4"],
    ],
    ["pom.xml", "<executions><release>21</release>", ["java 21 @1"]],
    ["Dockerfile", "FROM registry.bakery.example/wolfi/python:3.8-dev\n", ["python 3.8 @1"]],
    ["Dockerfile", "FROM registry.bakery.example/docker-hub/library/node:16\n", ["node 16 @1"]],
    ["Dockerfile", "FROM cgr.dev/bakery.example/jdk:17\n", ["java 17 @1"]],
    ["Dockerfile", "FROM registry.bakery.example/ovens/python:3.1\n", []],
    ["build.gradle.kts", "languageVersion = JavaLanguageVersion.of(20)", ["java 20 @1"]],
    ["src/A.csproj", "<TargetFramework>net6.0</TargetFramework>", ["dotnet 6.0 @1"]],
  ])("of %s", (path, text, expected) => {
    expect(runtimeFiles.detect(path)).toBe("head");
    expect(read(path, text)).toEqual(expected);
  });

  it("are not told by ranges that many releases fit, nor by tests and vendored files", () => {
    expect(read("package.json", '{ "engines": { "node": ">= 16" } }')).toEqual([]);
    expect(read("package.json", '{ "engines": { "node": "16 || 18" } }')).toEqual([]);
    expect(read("pyproject.toml", 'requires-python = ">=3.8"')).toEqual([]);
    expect(read("composer.json", '{ "require": { "php": "^8.0" } }')).toEqual([]);
    expect(runtimeFiles.detect("docs/dockerfile.md")).toBe("none");
    expect(runtimeFiles.detect("test/dummy/.ruby-version")).toBe("none");
    expect(runtimeFiles.detect(".github/actions/bake/action.yml")).toBe("none");
  });

  // Code names: github.com/nodejs/Release; spellings of nvm, fnm, asdf, mise, nodenv, jenv, SDKMAN and pyenv.
  it.each([
    [".nvmrc", "lts/hydrogen\n", ["node 18 @1"]],
    [".nvmrc", "lts/Iron", ["node 20 @1"]],
    [".nvmrc", "# for the till\njod # 22", ["node 22 @2"]],
    [".node-version", "lts-gallium", ["node 16 @1"]],
    [".node-version", "node-v14.2.0", ["node 14.2.0 @1"]],
    [".nvmrc", "^18.1", ["node 18.1 @1"]],
    [".nvmrc", "20 || 22", []],
    [".nvmrc", "lts/*", []],
    [".nvmrc", "lts/-1", []],
    [".nvmrc", "node", []],
    [".ruby-version", "jruby-9.4.0.0", []],
    [".ruby-version", "truffleruby-22.3.1", []],
    [".ruby-version", "3.1.2-p100", ["ruby 3.1.2 @1"]],
    [".python-version", "pypy3.9-7.3.9", []],
    [".python-version", "miniconda3-4.7.12", []],
    [".python-version", "cpython-3.8.2\n3.9", ["python 3.8.2 @1"]],
    [".java-version", "1.8", ["java 8 @1"]],
    [".java-version", "openjdk64-11.0.2", ["java 11.0.2 @1"]],
    [".tool-versions", "java temurin-17.0.7+7\n", ["java 17.0.7 @1"]],
    [".tool-versions", "java corretto-8.332.08.1", ["java 8.332.08.1 @1"]],
    [".tool-versions", "java graalvm-22.3.1+java11", []],
    [".tool-versions", "nodejs lts-hydrogen 16.0.0\npython system", ["node 18 @1"]],
    [".tool-versions", "nodejs ref:v18\nruby 2.7.8 # old", ["ruby 2.7.8 @2"]],
    [".sdkmanrc", "# ours\njava=17.0.8-tem\n", ["java 17.0.8 @2"]],
    [".sdkmanrc", "java=22.3.r17-grl\n", ["java 17 @1"]],
    [
      ".mise.toml",
      '[tools]\nnode = "18"\npython = ["3.8", "3.9"]\n',
      ["node 18 @2", "python 3.8 @3"],
    ],
    ["mise.toml", '[tools]\nruby = { version = "2.7" }\n', ["ruby 2.7 @2"]],
    ["mise.toml", '[tools]\n"core:go" = "1.19"\n', ["go 1.19 @2"]],
    ["mise.toml", '[tools.node]\nversion = "18"\n', ["node 18 @2"]],
    ["mise.toml", '[settings]\nversion = "18"\n', []],
    // Functions and platforms: serverless.com, docs.aws.amazon.com/lambda (runtimes), cloud.google.com/appengine (app.yaml).
    ["serverless.yml", "provider:\n  name: aws\n  runtime: nodejs16.x\n", ["node 16 @3"]],
    ["serverless.yml", "provider:\n  runtime: java8.al2 # old\n", ["java 8 @2"]],
    ["serverless.yml", "provider:\n  runtime: go1.x\n", []],
    ["serverless.yml", "provider:\n  runtime: ${opt:runtime, 'nodejs16.x'}\n", []],
    [
      "template.yaml",
      'Resources:\n  Oven:\n    Properties:\n      Runtime: "python3.8"\n',
      ["python 3.8 @4"],
    ],
    ["app.yaml", "runtime: python38\n", ["python 3.8 @1"]],
    ["app.yaml", "runtime: python310\n", ["python 3.10 @1"]],
    ["app.yaml", "runtime: nodejs18\n", ["node 18 @1"]],
    ["app.yaml", "runtime: custom\nenv: flex\n", []],
    // Development containers: containers.dev.
    [
      ".devcontainer/devcontainer.json",
      '{ // ours\n  "image": "mcr.microsoft.com/devcontainers/typescript-node:1-16-bullseye",\n}',
      ["node 16 @2"],
    ],
    [
      ".devcontainer/ovens/devcontainer.json",
      '{ "features": { "ghcr.io/devcontainers/features/python:1": {\n "version": "3.8" } } }',
      ["python 3.8 @1"],
    ],
    [
      ".devcontainer.json",
      '{ "features": { "ghcr.io/devcontainers/features/node:1": { "version": "lts" } } }',
      [],
    ],
    [".prototools", 'node = "lts-iron"\n', ["node 20 @1"]],
    // Functions in other words: JSON and JavaScript, AWS's CDK, Azure.
    ["till.template.json", '{ "Runtime": "nodejs16.x" }', ["node 16 @1"]],
    ["main.tf.json", '{"x":{\n"runtime":"python3.8"}}', ["python 3.8 @2"]],
    ["serverless.ts", "const c = { provider: { runtime: 'nodejs16.x' } };", ["node 16 @1"]],
    [
      "lib/till-stack.ts",
      "new Function(this, 'Till', { runtime: Runtime.NODEJS_16_X });\nRuntime.NODEJS_LATEST;",
      ["node 16 @1"],
    ],
    ["cdk/app.py", "f(runtime=lambda_.Runtime.PYTHON_3_8)", ["python 3.8 @1"]],
    ["infra/Till.java", "x.runtime(Runtime.DOTNET_CORE_3_1)", ["dotnet 3.1 @1"]],
    ["infra/package.json", '{"engines":{"node":"16.x"}}', ["node 16 @1"]],
    ["till.bicep", "  siteConfig: {\n    linuxFxVersion: 'NODE|16-lts'\n", ["node 16 @2"]],
    ["main.tf", 'linux_fx_version = "PYTHON|3.8"', ["python 3.8 @1"]],
    [
      "main.tf",
      'application_stack {\n  node_version = "16-lts"\n}\nnode_version = "1.29.1-gke.1"\n',
      ["node 16 @2"],
    ],
    // Environments of conda and pixi, and of builds.
    ["environment.yml", "dependencies:\n  - python=3.8\n  - nodejs>=18\n", ["python 3.8 @2"]],
    ["conda-dev.yaml", "- conda-forge::python==3.8.10=h12\n", ["python 3.8.10 @1"]],
    ["environment.yml", '- "python>=3.8,<3.9"\n- python-dateutil=2.8\n', ["python 3.8 @1"]],
    ["pixi.toml", '[dependencies]\npython = "3.8.*"\n', ["python 3.8 @2"]],
    ["netlify.toml", '[build.environment]\n  NODE_VERSION = "16"\n', ["node 16 @2"]],
    // Files from which images are built have several spellings.
    ["till.dockerfile", "FROM node:16\n", ["node 16 @1"]],
    ["dockerfile", "FROM node:16\n", ["node 16 @1"]],
    ["Dockerfile-till", "FROM node:16\n", ["node 16 @1"]],
  ])("by name: %s %j", (path, text, expected) => {
    expect(runtimeFiles.detect(path)).toBe("head");
    expect(read(path, text)).toEqual(expected);
  });

  it.each([
    ["FROM node:hydrogen-slim", ["node 18 @1"]],
    ["FROM node:lts-iron", ["node 20 @1"]],
    ["FROM node:jod", ["node 22 @1"]],
    ["FROM node:lts-alpine", []],
    ["FROM node:bookworm", []],
    ["FROM node:current", []],
    ["FROM node", []],
    ["FROM docker.io/library/node:16-bullseye@sha256:0a", ["node 16 @1"]],
    ["FROM public.ecr.aws/docker/library/python:3.8-slim", ["python 3.8 @1"]],
    ["FROM python:3.9.1-buster AS build", ["python 3.9.1 @1"]],
    ["FROM openjdk:8u342-jre", ["java 8 @1"]],
    ["FROM eclipse-temurin:21_35-jdk-alpine", ["java 21 @1"]],
    ["FROM eclipse-temurin:17-jdk", ["java 17 @1"]],
    ["FROM maven:3.9-eclipse-temurin-17 AS build", ["java 17 @1"]],
    ["FROM gradle:8.5-jdk21", ["java 21 @1"]],
    ["FROM tomcat:9.0-jre11-temurin", ["java 11 @1"]],
    ["FROM maven:3.9", []],
    ["FROM mcr.microsoft.com/dotnet/core/aspnet:3.1", ["dotnet 3.1 @1"]],
    ["FROM gcr.io/distroless/nodejs16-debian11", ["node 16 @1"]],
    ["FROM registry.access.redhat.com/ubi8/python-39:latest", ["python 3.9 @1"]],
    ["FROM registry.access.redhat.com/ubi8/nodejs-16", ["node 16 @1"]],
    ["FROM public.ecr.aws/lambda/nodejs:16", ["node 16 @1"]],
    ["FROM cimg/ruby:2.7.8", ["ruby 2.7.8 @1"]],
    ["FROM bakery.example/node:16", []],
    ["ARG NODE_VERSION=16\nFROM node:${NODE_VERSION}-alpine", ["node 16 @2"]],
    ['ARG NODE_VERSION="16"\nFROM node:$NODE_VERSION', ["node 16 @2"]],
    ["FROM ruby:${RUBY_VERSION:-2.7.8}", ["ruby 2.7.8 @1"]],
    ["ARG A=3.8 B=-slim\nFROM python:${A}${B}", ["python 3.8 @2"]],
    ["ARG BASE=python:3.8\nFROM ${BASE}", ["python 3.8 @2"]],
    ["ARG REGISTRY\nFROM ${REGISTRY}/node:16", []],
    ["FROM alpine\nARG NODE_VERSION=16\nFROM node:${NODE_VERSION}", []],
    ["ARG NODE_VERSION\nFROM node:${NODE_VERSION}-alpine", []],
    [
      "ARG CODE=hydrogen\nFROM --platform=$BUILDPLATFORM \\\n  node:${CODE}-slim AS build",
      ["node 18 @2"],
    ],
  ])("by image: %j", (text, expected) => {
    expect(read("Dockerfile", `${text}\nRUN bake\n`)).toEqual(expected);
  });

  it.each([
    ["package.json", '{"engines":{"node":">=18 <19"}}', ["node 18 @1"]],
    ["package.json", '{"engines":{"node":"18.x"}}', ["node 18 @1"]],
    ["package.json", '{"engines":{"node":">=16.0.0 <=18"}}', []],
    ["package.json", '{"engines":{"node":"*"}}', []],
    ["package.json", '{"engines":{"node":"not one"}}', []],
    ["package.json", '{"volta":{"node":"16.1.0"}}', ["node 16.1.0 @1"]],
    ["setup.py", 'setup(\n    python_requires=">=3.8, <3.9",\n)', ["python 3.8 @2"]],
    ["setup.py", 'setup(\n    python_requires=">=3.6",\n)', []],
    ["setup.cfg", "[options]\npython_requires = ==3.8.*\n", ["python 3.8 @2"]],
    ["pyproject.toml", 'requires-python = "~=3.8.1"', ["python 3.8.1 @1"]],
    ["pyproject.toml", 'requires-python = "~=3.8"', []],
    ["pyproject.toml", 'python = "^3.8"', []],
    ["pyproject.toml", 'python = ">=2.7,<3"', ["python 2.7 @1"]],
    ["Pipfile", '[requires]\npython_version = "3.8"', ["python 3.8 @2"]],
    ["Gemfile", 'ruby ">= 3.1", "< 3.2"', ["ruby 3.1 @1"]],
    ["Gemfile", 'ruby "~> 3.1"', []],
    ["Gemfile", 'ruby "2.7.8", engine: "jruby"', ["ruby 2.7.8 @1"]],
    ["Gemfile", 'ruby file: ".ruby-version"', []],
    ["composer.json", '{"require":{"php":"^7.4"}}', ["php 7.4 @1"]],
    ["composer.json", '{"require":{"php":"^7.4 || ^8.0"}}', []],
    ["composer.json", '{"require":{"php":"8.1.*"}}', ["php 8.1 @1"]],
    ["composer.json", '{"config":{"platform":{"php":"7.4.3"}}}', ["php 7.4.3 @1"]],
    ["global.json", '{"sdk":{"version":"6.0.100"}}', ["dotnet 6.0.100 @1"]],
    ["global.json", '{"sdk":{"version":"6.0.100","rollForward":"latestMajor"}}', []],
    ["src/A.fsproj", "<TargetFramework>net6.0-windows</TargetFramework>", ["dotnet 6.0 @1"]],
    ["src/A.csproj", "<TargetFramework>netstandard2.0</TargetFramework>", []],
    ["src/A.csproj", "<TargetFrameworks>net6.0</TargetFrameworks>", ["dotnet 6.0 @1"]],
    ["src/A.csproj", "<TargetFrameworks>net6.0;net8.0</TargetFrameworks>", []],
    ["Directory.Build.props", "<TargetFramework>net6.0</TargetFramework>", ["dotnet 6.0 @1"]],
    ["pom.xml", "<configuration><release>19</release>", ["java 19 @1"]],
    ["pom.xml", "<release>${java}</release>", []],
    ["build.gradle", "sourceCompatibility = JavaVersion.VERSION_19", ["java 19 @1"]],
    ["build.gradle", "  sourceCompatibility '1.8'", ["java 8 @1"]],
    ["build.gradle.kts", "  options.release.set(19)", ["java 19 @1"]],
    ["pom.xml", "<java.version>1.8</java.version>", ["java 8 @1"]],
    ["build.gradle.kts", "kotlin { jvmToolchain(17) }", ["java 17 @1"]],
  ])("by range: %s %s", (path, text, expected) => {
    expect(runtimeFiles.detect(path)).toBe("head");
    expect(read(path, text)).toEqual(expected);
  });

  it("say by which line a name is not understood, but not what moves on purpose", () => {
    const problems = (path: string, text: string) =>
      (runtimeFiles.read({ path, text }).problems ?? []).map(({ code, line }) => [code, line]);
    expect(problems(".nvmrc", "lts/helium\n")).toEqual([["unsupported", 1]]);
    expect(problems(".tool-versions", "nodejs lts\nruby newest\n")).toEqual([["unsupported", 2]]);
    expect(problems("package.json", '{"engines":{"node":">=16"}}')).toEqual([]);
  });

  it("are read from any text without failing", () => {
    const path = fc.constantFrom(
      ".ruby-version",
      "Dockerfile",
      "package.json",
      ".tool-versions",
      "pom.xml",
      "Gemfile",
      "mise.toml",
    );
    fc.assert(
      fc.property(path, fc.string({ maxLength: 500 }), (name, text) =>
        (runtimeFiles.read({ path: name, text }).runtimes ?? []).every(({ version }) =>
          /^\d/.test(version),
        ),
      ),
    );
  });
});

describe("what is deployed on a runtime", () => {
  const runs = (path: string, text: string) =>
    (runtimeFiles.read({ path, text }).runtimes ?? []).map(
      ({ runtime, version, runs: how }) => `${runtime} ${version} ${how ?? "pin"}`,
    );

  it.each([
    ["infra/oven.tf", '  runtime = "python3.9"\n', ["python 3.9 function"]],
    ["infra/oven.tf", '  runtime     = "nodejs16.x" # for now\n', ["node 16 function"]],
    ["infra/locals.tf", '  lambda_runtime = "ruby3.2"\n', ["ruby 3.2 function"]],
    ["infra/edge.tf", '  runtime = "cloudfront-js-2.0"\n', []],
    ["infra/oven.tf", "  runtime = var.runtime\n", []],
    ["cloudformation/ovens/oven.yaml", "      Runtime: nodejs18.x\n", ["node 18 function"]],
    ["template.yaml", "      Runtime: python3.9\n", ["python 3.9 function"]],
    ["Dockerfile", "FROM node:20\n", ["node 20 image"]],
    [
      "Dockerfile",
      "FROM node:20 AS build\nRUN bake\nFROM nginx:1\nCOPY --from=build . .\n",
      ["node 20 pin"],
    ],
    ["Dockerfile", "FROM node:20 AS base\nFROM base\n", ["node 20 image"]],
    ["Dockerfile", "FROM golang:1.22 AS build\nFROM scratch\n", ["go 1.22 image"]],
    [".buildkite/Dockerfile", "FROM node:20\n", ["node 20 pin"]],
    ["builds/test.python.Dockerfile", "FROM python:3.9\n", ["python 3.9 pin"]],
    [".nvmrc", "20\n", ["node 20 pin"]],
  ])("is told apart from what is built with: %s", (path, text, expected) => {
    expect(runtimeFiles.detect(path)).toBe("head");
    expect(runs(path, text)).toEqual(expected);
  });

  it("is not read from examples of modules", () => {
    expect(runtimeFiles.detect("example/main.tf")).toBe("none");
  });
});
