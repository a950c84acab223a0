import { describe, expect, it } from "vitest";
import { mavenShape } from "#sources/surface/maven-shape.ts";
import { marksOf } from "./marks-of.ts";

const pom = (inside: string): string =>
  `<project xmlns="http://maven.apache.org/POM/4.0.0"><artifactId>till</artifactId>${inside}</project>`;
const of = (inside: string) => marksOf(mavenShape, "till/pom.xml", pom(inside));
const plugin = (name: string, inside = ""): string =>
  `<build><plugins><plugin><artifactId>${name}</artifactId>${inside}</plugin></plugins></build>`;
const dependency = (name: string, inside = ""): string =>
  `<dependencies><dependency><groupId>g</groupId><artifactId>${name}</artifactId>${inside}</dependency></dependencies>`;
const target =
  "<distributionManagement><repository><id>r</id></repository></distributionManagement>";

describe("by packaging", () => {
  it.each([
    ["war", ["application-shape archive for a server"]],
    ["maven-plugin", ["library-shape Maven plugin"]],
    ["hpi", ["library-shape plugin of Jenkins"]],
    ["bundle", ["library-shape OSGi bundle"]],
    ["maven-archetype", ["template Maven archetype"]],
    ["jar", []],
    ["pom", []],
  ])("%s", (packaging, expected) => {
    expect(of(`<packaging>${packaging}</packaging>`)).toEqual(expected);
  });
});

describe("by the build", () => {
  it.each([
    [plugin("spring-boot-maven-plugin"), ["application-shape Spring Boot"]],
    [plugin("spring-boot-maven-plugin", "<configuration><skip>true</skip></configuration>"), []],
    [
      `<build><pluginManagement><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></pluginManagement></build>`,
      [],
    ],
    [`<packaging>pom</packaging>${plugin("spring-boot-maven-plugin")}`, []],
    [
      plugin(
        "maven-shade-plugin",
        "<executions><execution><configuration><transformers><transformer><mainClass>Till</mainClass></transformer></transformers></configuration></execution></executions>",
      ),
      ["application-shape archive that starts"],
    ],
    [plugin("maven-shade-plugin"), []],
    [
      plugin(
        "maven-jar-plugin",
        "<executions><execution><configuration><classifier>examples</classifier><archive><manifest><mainClass>Try</mainClass></manifest></archive></configuration></execution></executions>",
      ),
      [],
    ],
    [plugin("javafx-maven-plugin"), ["application-shape Maven application", "desktop-app JavaFX"]],
    [
      "<properties><start-class>Till</start-class></properties>",
      ["application-shape class to start with"],
    ],
  ])("%s", (inside, expected) => {
    expect(of(inside)).toEqual(expected);
  });
});

describe("by publishing", () => {
  it.each([
    // A library that can be started as well stays one.
    [
      `${target}${plugin("maven-jar-plugin", "<configuration><archive><manifest><mainClass>Till</mainClass></manifest></archive></configuration>")}`,
      [
        "application-shape archive that starts",
        "library-shape published by Maven",
        "publishes Maven repository",
      ],
    ],
    [target, ["library-shape published by Maven", "publishes Maven repository"]],
    [
      `<profiles><profile>${plugin("central-publishing-maven-plugin")}</profile></profiles>`,
      [
        "library-shape published by Maven",
        "public-registry Maven Central",
        "publishes Maven repository",
      ],
    ],
    [
      `${target}${plugin("spring-boot-maven-plugin")}`,
      ["application-shape Spring Boot", "publishes Maven repository"],
    ],
    [
      "<properties><maven.deploy.skip>true</maven.deploy.skip></properties>",
      ["unpublished maven-deploy skip"],
    ],
    [
      plugin("maven-deploy-plugin", "<configuration><skip>true</skip></configuration>"),
      ["unpublished maven-deploy skip"],
    ],
    ["<distributionManagement><site><id>s</id></site></distributionManagement>", []],
    [
      "<distributionManagement><relocation><groupId>g</groupId></relocation></distributionManagement>",
      [],
    ],
    [
      "<packaging>pom</packaging><dependencyManagement><dependencies><dependency><artifactId>a</artifactId></dependency></dependencies></dependencyManagement>",
      ["library-shape bill of materials"],
    ],
  ])("%s", (inside, expected) => {
    expect(of(inside)).toEqual(expected);
  });
});

describe("frameworks", () => {
  it.each([
    [dependency("spring-boot-starter-web"), ["api-framework Spring Web"]],
    [dependency("spring-boot-starter-web", "<scope>test</scope>"), []],
    [dependency("spring-boot-starter-web", "<optional>true</optional>"), []],
    [dependency("wicket-core", "<scope>provided</scope>"), []],
    [
      `<packaging>war</packaging>${dependency("jakarta.faces-api", "<scope>provided</scope>")}`,
      ["application-shape archive for a server", "web-framework JSF"],
    ],
    [
      `${target}${dependency("wicket-core")}`,
      ["library-shape published by Maven", "publishes Maven repository"],
    ],
  ])("%s", (inside, expected) => {
    expect(of(inside)).toEqual(expected);
  });
});

it("what is no pom says nothing", () => {
  for (const text of ["", "<a", "<metadata/>", "<project>".repeat(200)])
    expect(mavenShape.read({ path: "pom.xml", text })).toEqual({});
});
