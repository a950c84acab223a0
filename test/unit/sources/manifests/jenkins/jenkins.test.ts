import { describe, expect, it } from "vitest";
import { controllerConfigurationSource } from "#sources/manifests/jenkins/controller-configuration.ts";
import { jenkinsfileSource } from "#sources/manifests/jenkins/jenkinsfile.ts";

const read = (lines: readonly string[], path = "Jenkinsfile") =>
  jenkinsfileSource.read({ path, text: lines.join("\n") });

describe("shared libraries", () => {
  it("are named by annotation, by step and in the declarative form", () => {
    const { dependencies } = read([
      "@Library('rails@v1.2.0') _",
      "@Library(['lamps', \"points@2\"]) import org.railway.*",
      "// @Library('none') _",
      "library 'signals@v3'",
      'library(identifier: "yard@${BRANCH}", changelog: false)',
      "pipeline { libraries { lib('gates@1.0') } }",
    ]);
    expect(
      dependencies?.map(({ purl, constraint, line, reference }) => [
        purl,
        constraint,
        line,
        reference,
      ]),
    ).toEqual([
      ["pkg:generic/rails?type=jenkins-library", "v1.2.0", 1, "jenkins-library:rails"],
      ["pkg:generic/lamps?type=jenkins-library", null, 2, "jenkins-library:lamps"],
      ["pkg:generic/points?type=jenkins-library", "2", 2, "jenkins-library:points"],
      ["pkg:generic/signals?type=jenkins-library", "v3", 4, "jenkins-library:signals"],
      ["pkg:generic/yard?type=jenkins-library", null, 5, "jenkins-library:yard"],
      ["pkg:generic/gates?type=jenkins-library", "1.0", 6, "jenkins-library:gates"],
    ]);
  });

  it("may bring their address", () => {
    const { dependencies } = read([
      "library identifier: 'rails@v1.2.0', retriever: modernSCM(",
      "  [$class: 'GitSCMSource',",
      "   remote: 'git@github.com:railway/pipeline-rails.git'])",
    ]);
    expect(dependencies).toMatchObject([
      { purl: "pkg:github/railway/pipeline-rails", constraint: "v1.2.0", line: 1 },
    ]);
  });

  it("are offered by their variables", () => {
    expect(read(["def call() {}"], "vars/bake.groovy").packages).toMatchObject([
      {
        purl: "pkg:generic/-repository-?type=jenkins-library",
        alsoKnownAs: ["pkg:github/-owner-/-repository-"],
      },
    ]);
    expect(read(["def call() {}"], "Jenkinsfile").packages).toBeUndefined();
  });

  it("may be loaded unasked: steps that nobody's plugin is known to bring are kept for the linking", () => {
    const { dependencies } = read([
      "def own(x) { echo x }",
      "pipeline {",
      "  stages { stage('a') { steps {",
      "    sh 'make'",
      "    bakeTrack(lamps: 2)",
      "    own('x')",
      "    bakeTrack(lamps: 3)",
      "  } } }",
      "}",
    ]);
    expect(dependencies?.map(({ purl, line }) => [purl, line])).toEqual([
      ["pkg:generic/bakeTrack?type=jenkins-step", 5],
    ]);
  });
});

it("reads images that a pipeline runs in, and those that it builds", () => {
  const { dependencies, packages } = read([
    "pipeline {",
    "  agent { docker { image 'railway/oven:4' } }",
    "  stages { stage('a') { steps { script {",
    "    docker.image(\"railway/lamp:2\").inside { sh 'x' }",
    '    docker.build("railway/track:${env.BUILD_ID}")',
    '    sh "docker push registry.railway.example/points:1"',
    "  } } } }",
    "}",
  ]);
  expect(dependencies?.map(({ purl, constraint }) => [purl, constraint])).toEqual([
    ["pkg:docker/railway/oven", "4"],
    ["pkg:docker/railway/lamp", "2"],
  ]);
  expect(packages?.map(({ purl }) => purl)).toEqual([
    "pkg:docker/railway/track",
    "pkg:docker/points?repository_url=registry.railway.example",
  ]);
});

describe("images built by a step of a shared library", () => {
  const offered = (...lines: readonly string[]) =>
    read(lines).packages?.map(({ purl, line }) => [purl, line]);

  it.each([
    ["buildDockerAndPublishImage('lamp', [platforms: 'linux/arm64'])"],
    ["  bakeContainerImage 'lamp'"],
    ["parallelDockerBuild([", "  imageName: 'lamp',", "])"],
    ["publishImage(dockerfile: 'Dockerfile', image: 'lamp:4')"],
    ["nightlyDocker(imageName: 'lamp')"],
  ])("%s", (...lines) => {
    expect(offered(...lines)).toEqual([["pkg:docker/-unknown-/lamp", 1]]);
  });

  it("keep the namespace that is written", () => {
    expect(offered("buildImage(name: 'railway/lamp')")).toEqual([["pkg:docker/railway/lamp", 1]]);
  });

  it.each([
    ["withDockerContainer('lamp') { sh 'make' }"],
    ["runInDocker(image: 'lamp')"],
    ["scanImage('lamp')"],
    ['buildDockerImage("${env.NAME}")'],
    ["dockerLogin('lamp')"],
    ["buildDockerImage()"],
  ])("%s builds none that is known", (line) => {
    expect(offered(line)).toBeUndefined();
  });
});

it.each([
  ["Jenkinsfile", true],
  ["ci/Jenkinsfile_release", true],
  ["Jenkinsfile.k8s", true],
  ["deploy.jenkinsfile", true],
  ["Jenkinsfile.d/nightly.groovy", true],
  ["vars/bake.groovy", true],
  ["src/org/jenkins/Bake.groovy", false],
  ["Jenkinsfile.md", false],
  ["src/bake.groovy", false],
])("%s: %s", (path, isRead) => {
  expect(jenkinsfileSource.detect(path)).toBe(isRead ? "history" : "none");
});

describe("configuration of a controller", () => {
  const define = (lines: readonly string[], path = "config/jenkins.yaml") =>
    controllerConfigurationSource.read({ path, text: lines.join("\n") });

  it("says which repository a library's name stands for, also inside the values of a chart", () => {
    const { definitions } = define([
      "controller:",
      "  image: {{ .Values.image }}",
      "  JCasC:",
      "    configScripts:",
      "      libraries: |",
      "        unclassified:",
      "          globalLibraries:",
      "            libraries:",
      "              - name: rails",
      "                defaultVersion: v2",
      "                retriever:",
      "                  modernSCM:",
      "                    scm:",
      "                      git: { remote: 'https://git.railway.example/ci/rails.git' }",
      "              - name: lamps",
      "                retriever:",
      "                  modernSCM:",
      "                    scm:",
      "                      github:",
      "                        repoOwner: Railway",
      "                        repository: lamp-pipelines",
      "          slack: {}",
    ]);
    expect(definitions).toMatchObject([
      {
        name: "jenkins-library:rails",
        value: "v2",
        purl: "pkg:generic/rails?vcs_url=git%2Bhttps%3A%2F%2Fgit.railway.example%2Fci%2Frails",
      },
      { name: "jenkins-library:lamps", purl: "pkg:github/railway/lamp-pipelines" },
    ]);
  });

  it("says nothing where there are no libraries", () => {
    expect(define(["jenkins: {}"])).toEqual({});
    expect(controllerConfigurationSource.detect("config/shop.yaml")).toBe("none");
  });
});
