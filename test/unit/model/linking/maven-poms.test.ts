import { expect, it } from "vitest";
import { linkRepositories } from "#model/linking/link-repositories.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";
import { build } from "../observatory.ts";
import { understood, written } from "./builds.ts";

const pom = (...inner: string[]) => `<project>${inner.join("")}</project>`;
const named = (group: string, artifact: string, version = "") =>
  `<groupId>${group}</groupId><artifactId>${artifact}</artifactId>${version === "" ? "" : `<version>${version}</version>`}`;
const needs = (...entries: string[]) =>
  `<dependencies>${entries.map((entry) => `<dependency>${entry}</dependency>`).join("")}</dependencies>`;

const parent = written("parent", {
  "pom.xml": pom(
    named("org.railway", "rail-parent", "7"),
    "<packaging>pom</packaging>",
    "<properties><lamp.group>org.lights</lamp.group><lamp.version>2</lamp.version></properties>",
    `<dependencyManagement>${needs(named("${lamp.group}", "lamp", "${lamp.version}"), named("org.railway", "wick", "${project.version}"))}</dependencyManagement>`,
  ),
});

it("inherits from parents in the same and in other repositories; the child has the last word", () => {
  const { uses, offers } = understood(
    parent,
    written("yard", {
      "pom.xml": pom(
        `<parent>${named("org.railway", "rail-parent", "7")}<relativePath/></parent>`,
        named("org.yard", "yard", "${revision}"),
        "<properties><lamp.version>3</lamp.version><revision>1-SNAPSHOT</revision></properties>",
      ),
      ".mvn/maven.config": "-T2 -Drevision=1.5",
      ".mvn/extensions.xml": `<extensions><extension>${named("org.tools", "numbers", "4")}</extension></extensions>`,
      "web/pom.xml": pom(
        `<parent>${named("org.yard", "yard", "${revision}")}</parent>`,
        "<artifactId>web</artifactId>",
        needs(named("${lamp.group}", "lamp"), named("org.railway", "wick")),
      ),
    }),
  );
  expect(offers.filter((one) => one.startsWith("yard"))).toEqual([
    "yard#. org.yard/yard 1.5",
    "yard#web org.yard/web 1.5",
  ]);
  expect(uses.toSorted()).toEqual([
    "yard#. → org.railway/rail-parent 7 build",
    "yard#.mvn → org.tools/numbers 4 build",
    "yard#web → org.lights/lamp 3 runtime",
    "yard#web → org.railway/wick 1.5 runtime",
    "yard#web → org.yard/yard 1.5 build",
  ]);
});

it("takes versions from lists that are imported, in the words of those lists", () => {
  const { uses } = understood(
    written("list", {
      "pom.xml": pom(
        named("org.railway", "rail-list", "9"),
        "<properties><oil>4</oil></properties>",
        `<dependencyManagement>${needs(named("org.railway", "oil", "${oil}"), named("org.railway", "can", "${project.version}"))}</dependencyManagement>`,
      ),
    }),
    written("yard", {
      "pom.xml": pom(
        named("org.yard", "yard", "1"),
        "<properties><oil>wrong</oil></properties>",
        `<dependencyManagement>${needs(`${named("org.railway", "rail-list", "8")}<type>pom</type><scope>import</scope>`)}</dependencyManagement>`,
        needs(named("org.railway", "oil"), named("org.railway", "can")),
      ),
    }),
  );
  expect(uses).toEqual([
    "yard#. → org.railway/rail-list 8 build",
    "yard#. → org.railway/oil 4 runtime",
    "yard#. → org.railway/can 8 runtime",
  ]);
});

it("offers what a parent that was not read names under an unknown group, and follows no circle", () => {
  const { offers } = understood(
    written("yard", {
      "pom.xml": pom(
        `<parent>${named("org.far", "far-parent", "1")}</parent>`,
        named("${far.group}", "crane"),
      ),
      "a/pom.xml": pom(
        `<parent>${named("g", "b")}<relativePath>../b/pom.xml</relativePath></parent><artifactId>a</artifactId>`,
      ),
      "b/pom.xml": pom(
        `<parent>${named("g", "a")}<relativePath>../a</relativePath></parent><artifactId>b</artifactId><version>\${v}</version>`,
      ),
    }),
  );
  expect(offers).toEqual(["yard#. -unknown-/crane 1", "yard#a g/a -", "yard#b g/b -"]);
});

const settings = (artifact: string, inner: string, more = "") =>
  `<build><plugins><plugin><artifactId>${artifact}</artifactId>${more}<configuration>${inner}</configuration></plugin></plugins></build>`;
const childOf = (name: string, ...more: readonly string[]) =>
  pom(
    `<parent>${named("org.railway", "yard", "7")}</parent>`,
    `<artifactId>${name}</artifactId>`,
    ...more,
  );

it.each([
  ["by the plugin's setting", settings("maven-deploy-plugin", "<skip>true</skip>"), ["open"]],
  [
    "by a property of their own name",
    `<properties><off>true</off></properties>${settings("maven-deploy-plugin", "<skip>${off}</skip>")}`,
    ["open"],
  ],
  [
    "by the usual property",
    "<properties><maven.deploy.skip>true</maven.deploy.skip></properties>",
    ["open"],
  ],
  [
    "by a list of artefacts",
    settings(
      "central-publishing-maven-plugin",
      "<excludeArtifacts>yard,\n lamp-test</excludeArtifacts>",
    ),
    ["lamp", "open"],
  ],
  [
    "not by what a parent keeps for itself",
    settings("maven-deploy-plugin", "<skip>true</skip>", "<inherited>false</inherited>"),
    ["lamp", "lamp-test", "open"],
  ],
])("modules are not deployed %s", (_, root, wanted) => {
  const repository = written("yard", {
    "pom.xml": pom(named("org.railway", "yard", "7"), "<packaging>pom</packaging>", root),
    "lamp/pom.xml": childOf("lamp"),
    "lamp-test/pom.xml": childOf("lamp-test"),
    "open/pom.xml": childOf(
      "open",
      "<properties><off>false</off><maven.deploy.skip>false</maven.deploy.skip></properties>",
      settings("maven-deploy-plugin", "<skip>false</skip>"),
    ),
  });
  const offered = linkRepositories([repository])
    .flatMap(({ files }) => files.flatMap(({ packages }) => packages))
    .filter(({ isPrivate }) => !isPrivate)
    .map(({ purl }) => purl.slice(purl.lastIndexOf("/") + 1));
  expect(offered.toSorted()).toEqual(wanted);
  const keptBack = build([...linkRepositories([repository])]).organisation.components.filter(
    ({ surface }) =>
      surface.some(({ mark, text }) => mark === "unpublished" && text === "left out of deploying"),
  );
  const modules = ["lamp", "lamp-test", "open"];
  expect(keptBack.map(({ path }) => path).filter((path) => path !== ".")).toEqual(
    modules.filter((name) => !wanted.includes(name)),
  );
});

it("goes through lists that import each other, through all their parents, once", () => {
  const count = 100;
  const poms = Array.from({ length: count }, (_, at): [string, string] => {
    const next = `l${String((at + 1) % count)}`;
    const list = `${named("org.yard", `l${String((at * 7 + 3) % count)}`, "1")}<type>pom</type><scope>import</scope>`;
    return [
      `l${String(at)}/pom.xml`,
      pom(
        `<parent>${named("org.yard", next, "1")}<relativePath>../${next}/pom.xml</relativePath></parent>`,
        `<artifactId>l${String(at)}</artifactId>`,
        `<dependencyManagement>${needs(list, named("org.lights", `own${String(at)}`, "1"))}</dependencyManagement>`,
        needs(named("org.lights", "unknown"), named("org.lights", "own0")),
      ),
    ];
  });
  const start = process.cpuUsage();
  const { uses } = understood(written("yard", Object.fromEntries(poms)));
  expect(uses).toContain("yard#l1 → org.lights/own0 1 runtime");
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(16_000);
});

it("goes through lists of one name, and lists that import all others, in no more time than there are", () => {
  const count = 120;
  const numbers = Array.from({ length: count }, (_, at) => String(at));
  const imports = numbers.map(
    (at) => `${named("org.yard", `l${at}`, "1")}<type>pom</type><scope>import</scope>`,
  );
  const poms = numbers.map((at): [string, string] => [
    `l${at}/pom.xml`,
    pom(
      named("org.yard", `l${at}`, "1"),
      `<dependencyManagement>${needs(...imports, named("org.lights", `own${at}`, at))}</dependencyManagement>`,
    ),
  ]);
  const root = pom(
    named("org.yard", "root", "1"),
    `<dependencyManagement>${needs(...imports)}</dependencyManagement>`,
    needs(...numbers.map((at) => named("org.lights", `own${at}`))),
  );
  const before = processorMilliseconds();
  const { uses, problems } = understood(
    written("yard", { ...Object.fromEntries(poms), "pom.xml": root }),
  );
  expect(uses).toContain("yard#. → org.lights/own0 0 runtime");
  expect(problems).toContain("only the first 200 lists of versions that a pom imports were asked");
  expect(processorMilliseconds() - before).toBeLessThan(6_000);
});

it("says that a chain of parents is longer than it asks", () => {
  const chain = (length: number) => {
    const poms: Record<string, string> = {};
    for (let at = 0; at <= length; at++)
      poms[`p${String(at)}/pom.xml`] = pom(
        at === length
          ? ""
          : `<parent>${named("org.yard", `p${String(at + 1)}`, "1")}<relativePath>../p${String(at + 1)}/pom.xml</relativePath></parent>`,
        named("org.yard", `p${String(at)}`, "1"),
      );
    return understood(written("yard", poms)).problems;
  };
  expect(chain(20)).toEqual([]);
  expect(chain(21)).toEqual(["only the nearest 20 parents of a pom were asked"]);
});
