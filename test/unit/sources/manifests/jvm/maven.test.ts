import { expect, it } from "vitest";
import { mavenSource } from "#sources/manifests/jvm/maven.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const read = (...lines: string[]) => mavenSource.read({ path: "pom.xml", text: lines.join("\n") });

it("reads identity, parent, modules, managed versions, dependencies and plugins", () => {
  const facts = read(
    '<?xml version="1.0"?>',
    '<project xmlns="http://maven.apache.org/POM/4.0.0">',
    "  <parent><groupId>org.railway</groupId><artifactId>parent</artifactId><version>7</version></parent>",
    "  <artifactId>signals</artifactId>",
    "  <version>${revision}</version>",
    "  <description>Signals &amp; points</description>",
    "  <properties><revision>1.10</revision><lamp.version>2.0</lamp.version></properties>",
    "  <modules><module>core</module><module>web/pom.xml</module></modules>",
    "  <dependencyManagement><dependencies>",
    "    <dependency><groupId>org.railway</groupId><artifactId>lever</artifactId><version>3.1</version></dependency>",
    "    <dependency><groupId>org.railway</groupId><artifactId>bom</artifactId><version>9</version><type>pom</type><scope>import</scope></dependency>",
    "  </dependencies></dependencyManagement>",
    "  <dependencies>",
    "    <dependency><groupId>${project.groupId}</groupId><artifactId>lamp</artifactId><version>${lamp.version}</version></dependency>",
    "    <dependency><groupId>org.railway</groupId><artifactId>lever</artifactId></dependency>",
    "    <dependency><groupId>org.yard</groupId><artifactId>check</artifactId><version>[1,2)</version><scope>test</scope></dependency>",
    "    <dependency><groupId>org.yard</groupId><artifactId>servlet</artifactId><scope>provided</scope></dependency>",
    "    <dependency><groupId>${elsewhere}</groupId><artifactId>x</artifactId></dependency>",
    "  </dependencies>",
    "  <build><plugins><plugin><artifactId>maven-jar-plugin</artifactId></plugin></plugins></build>",
    "</project>",
  );
  expect(facts.packages).toEqual([
    {
      purl: "pkg:maven/org.railway/signals",
      kind: "library",
      version: "${revision}",
      isPrivate: false,
      description: "Signals & points",
      line: 4,
    },
  ]);
  expect(facts.workspaces).toEqual(["core", "web"]);
  expect(
    facts.dependencies?.map(({ purl, constraint, scope, line }) => [purl, constraint, scope, line]),
  ).toEqual([
    ["pkg:maven/org.railway/parent", "7", "build", 3],
    ["pkg:maven/org.railway/bom", "9", "build", 11],
    ["pkg:maven/org.railway/lamp", "2.0", "runtime", 14],
    ["pkg:maven/org.railway/lever", "3.1", "runtime", 15],
    ["pkg:maven/org.yard/check", "[1,2)", "test", 16],
    ["pkg:maven/org.yard/servlet", "${managed:org.yard:servlet}", "build", 17],
    ["pkg:maven/%24%7Belsewhere%7D/x", "${managed:${elsewhere}:x}", "runtime", 18],
    [
      "pkg:maven/org.apache.maven.plugins/maven-jar-plugin",
      "${managed-plugin:org.apache.maven.plugins:maven-jar-plugin}",
      "build",
      20,
    ],
  ]);
});

it("reads dependencies of profiles, and calls an archive for a server private", () => {
  const facts = read(
    "<project><groupId>org.railway</groupId><artifactId>desk</artifactId><packaging>war</packaging>",
    "<profiles><profile><dependencies>",
    "<dependency><groupId>org.yard</groupId><artifactId>night</artifactId></dependency>",
    "</dependencies></profile></profiles></project>",
  );
  expect(facts.packages?.[0]).toMatchObject({ isPrivate: true });
  expect(facts.dependencies?.[0]?.purl).toBe("pkg:maven/org.yard/night");
});

it.each(["", "<project>", "<project><a></b></project", "not xml", "<__proto__/>"])(
  "says that %j is no pom",
  (text) => {
    expect(read(text).dependencies).toBeUndefined();
  },
);

it("does not follow properties in circles", () => {
  const facts = read(
    "<project><groupId>a</groupId><artifactId>b</artifactId><version>${v}</version>",
    "<properties><v>${w}</v><w>${v}</w></properties></project>",
  );
  expect(facts.packages?.[0]?.version).toMatch(/^\$\{[vw]\}$/);
});

it("says where a module that moved is now, and that it can be asked for by its former place", () => {
  const facts = read(
    "<project><groupId>org.railway</groupId><artifactId>lamp</artifactId><version>2</version>",
    "<distributionManagement><relocation><groupId>org.lights</groupId></relocation></distributionManagement></project>",
  );
  expect(facts.packages).toMatchObject([
    {
      purl: "pkg:maven/org.lights/lamp",
      version: null,
      isPrivate: true,
      alsoKnownAs: ["pkg:maven/org.railway/lamp"],
    },
  ]);
});

it("is asked for without the version of Scala in its name as well", () => {
  const facts = read(
    "<project><groupId>org.railway</groupId><artifactId>lamp_${scala.binary}</artifactId></project>",
  );
  expect(facts.packages?.[0]?.alsoKnownAs).toEqual(["pkg:maven/org.railway/lamp"]);
});

it("reads subprojects and a parent without coordinates (Maven 4)", () => {
  const facts = mavenSource.read({
    path: "core/pom.xml",
    text: "<project><parent/><artifactId>core</artifactId><subprojects><subproject>a</subproject></subprojects></project>",
  });
  expect(facts.workspaces).toEqual(["a"]);
  expect(facts.packages?.[0]?.purl).toBe("pkg:maven/%24%7Bproject.groupId%7D/core");
  expect(facts.definitions).toContainEqual({
    name: "maven.parent",
    value: "",
    purl: "pkg:maven/-/parent",
    localPath: "pom.xml",
  });
});

it("leaves the description beside a binary alone, in a repository of binaries kept in git", () => {
  expect(mavenSource.detect("libs/org/railway/lamp/1.2/lamp-1.2.pom")).toBe("none");
  expect(mavenSource.detect("libs/lamp/lamp-1.2.pom")).toBe("history");
  expect(mavenSource.detect("org/railway/lamp/1.2/pom.xml")).toBe("history");
});

const needs = (...entries: readonly (readonly [artifact: string, version?: string])[]) =>
  `<dependencies>${entries
    .map(
      ([artifact, version]) =>
        `<dependency><groupId>org.railway</groupId><artifactId>${artifact}</artifactId>${version === undefined ? "" : `<version>${version}</version>`}</dependency>`,
    )
    .join("")}</dependencies>`;
const versionsIn = (inner: string) =>
  read(
    `<project><groupId>org.yard</groupId><artifactId>yard</artifactId>${inner}</project>`,
  ).dependencies?.map(({ purl, constraint }) => [purl.split("/").at(-1), constraint]);

it("lets a profile say only what the project does not, and the last word count", () => {
  const managed = (version: string, artifact = "lamp") =>
    `<dependencyManagement>${needs([artifact, version])}</dependencyManagement>`;
  expect(
    versionsIn(
      `${managed("1")}${needs(["lamp"], ["wick"], ["oil", "${oil}"])}` +
        `<properties><oil>3</oil><oil>4</oil></properties>` +
        `<profiles><profile>${managed("9")}${managed("2", "wick")}<properties><oil>9</oil></properties></profile></profiles>`,
    ),
  ).toEqual([
    ["lamp", "1"],
    ["wick", "${managed:org.railway:wick}"],
    ["oil", "4"],
  ]);
  expect(
    versionsIn(
      `${managed("1")}${needs(["lamp"], ["wick"])}<profiles><profile>${managed("2", "wick")}</profile></profiles>`,
    ),
  ).toEqual([
    ["lamp", "1"],
    ["wick", "2"],
  ]);
});

it("keeps versions of plugins and of libraries apart", () => {
  expect(
    versionsIn(
      `<dependencyManagement>${needs(["lamp", "1"])}</dependencyManagement>${needs(["lamp"])}` +
        `<build><pluginManagement><plugins><plugin><groupId>org.railway</groupId><artifactId>lamp</artifactId><version>5</version></plugin></plugins></pluginManagement></build>`,
    ),
  ).toEqual([["lamp", "1"]]);
});

it("does not write a long property out again and again", () => {
  const many = Array.from(
    { length: 300 },
    (_, index) => [`p${String(index)}`, "${a}".repeat(120)] as const,
  );
  const before = processorMilliseconds();
  const found = versionsIn(
    `<properties><a>${"x".repeat(300_000)}</a></properties>${needs(...many)}`,
  );
  expect(found?.[0]).toEqual(["p0", "${a}".repeat(120)]);
  expect(processorMilliseconds() - before).toBeLessThan(4_000);
});

it("asks many profiles about many versions without going through these for each", () => {
  const many = Array.from({ length: 20_000 }, (_, at) => [`a${String(at)}`, "1"] as const);
  const before = processorMilliseconds();
  versionsIn(
    `<dependencyManagement>${needs(...many)}</dependencyManagement><profiles>${"<profile/>".repeat(20_000)}</profiles>`,
  );
  expect(processorMilliseconds() - before).toBeLessThan(4_000);
});

it("takes the last of equal dependencies", () => {
  expect(versionsIn(needs(["lamp", "1"], ["wick", "2"], ["lamp", "3"]))).toEqual([
    ["lamp", "3"],
    ["wick", "2"],
  ]);
});

it("takes images that plugins build from, offers those that they name, and follows modules that name their pom", () => {
  const facts = read(
    "<project><groupId>org.railway</groupId><artifactId>yard</artifactId><version>1</version>",
    "<properties><base>ghcr.io/railway/base:1.8.0</base></properties>",
    "<modules><module>web/pom-web.xml</module><module>core</module></modules>",
    "<build><plugins>",
    "<plugin><groupId>com.google.cloud.tools</groupId><artifactId>jib-maven-plugin</artifactId>",
    "<configuration><from><image>${base}</image></from><to><image>ghcr.io/railway/yard</image></to></configuration></plugin>",
    "<plugin><groupId>io.fabric8</groupId><artifactId>docker-maven-plugin</artifactId><executions><execution>",
    "<configuration><images><image><name>yard</name><build><from>railway/small:2</from></build></image>",
    "<image><name>railway/store:3</name></image></images></configuration></execution></executions></plugin>",
    "</plugins></build></project>",
  );
  const images = facts.dependencies?.filter(({ purl }) => purl.startsWith("pkg:docker/"));
  expect(images?.map(({ purl, constraint, line }) => [purl, constraint, line])).toEqual([
    ["pkg:docker/railway/base?repository_url=ghcr.io", "1.8.0", 6],
    ["pkg:docker/railway/small", "2", 8],
  ]);
  expect(facts.packages?.map(({ purl }) => purl)).toEqual([
    "pkg:maven/org.railway/yard",
    "pkg:docker/railway/yard?repository_url=ghcr.io",
  ]);
  expect(facts.includes).toEqual([{ path: "web/pom-web.xml", reader: "maven" }]);
  expect(facts.workspaces).toEqual(["web", "core"]);
});
