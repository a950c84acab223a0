import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { MarkCounter } from "./marks.ts";

type Row = readonly [mark: SurfaceMark["mark"], name: string, artifacts: string];

/** mark, name as people say it, artefacts of Maven (separated by blanks; `*`: any ending; without the suffix of a Scala version). */
const rows: readonly Row[] = [
  [
    "api-framework",
    "Spring Web",
    "spring-boot-starter-web spring-boot-starter-webmvc spring-boot-starter-webflux spring-boot-starter-jersey spring-boot-starter-graphql spring-boot-starter-data-rest spring-boot-starter-hateoas spring-webmvc spring-webflux",
  ],
  [
    "web-framework",
    "Thymeleaf",
    "spring-boot-starter-thymeleaf micronaut-views-thymeleaf ktor-server-thymeleaf",
  ],
  [
    "web-framework",
    "FreeMarker pages",
    "spring-boot-starter-freemarker micronaut-views-freemarker ktor-server-freemarker dropwizard-views-freemarker",
  ],
  [
    "web-framework",
    "Mustache pages",
    "spring-boot-starter-mustache ktor-server-mustache dropwizard-views-mustache micronaut-views-handlebars",
  ],
  ["web-framework", "Spring Groovy pages", "spring-boot-starter-groovy-templates"],
  ["web-framework", "JTE", "jte-spring-boot-starter-2 jte-spring-boot-starter-3 ktor-server-jte"],
  [
    "web-framework",
    "JSP",
    "tomcat-embed-jasper jstl jakarta.servlet.jsp.jstl javax.servlet.jsp-api",
  ],
  [
    "web-framework",
    "JSF",
    "jsf-api jsf-impl jakarta.faces jakarta.faces-api myfaces-impl myfaces-api primefaces richfaces joinfaces-* jsf-spring-boot-starter primefaces-spring-boot-starter",
  ],
  [
    "web-framework",
    "Vaadin",
    "vaadin vaadin-core vaadin-spring-boot-starter vaadin-server hilla-*",
  ],
  ["web-framework", "Wicket", "wicket-core wicket wicket-spring-boot-starter"],
  ["web-framework", "Struts", "struts2-core struts-core"],
  ["web-framework", "Tapestry", "tapestry-core"],
  ["web-framework", "ZK", "zkoss zkspringboot-starter zkplus"],
  ["web-framework", "GWT", "gwt-user gwt-servlet"],
  ["web-framework", "Grails", "grails-web-boot grails-plugin-gsp grails-gsp grails-dependencies"],
  [
    "web-framework",
    "Qute pages",
    "quarkus-qute quarkus-resteasy-qute quarkus-rest-qute quarkus-renarde",
  ],
  ["web-framework", "kotlinx.html", "ktor-server-html-builder ktor-html-builder"],
  ["web-framework", "Liferay", "com.liferay.portal.kernel release.portal.api release.dxp.api"],
  ["web-framework", "Lift", "lift-webkit"],
  ["web-framework", "Scalatra pages", "scalatra-twirl scalatra-scalate"],
  [
    "api-framework",
    "Quarkus REST",
    "quarkus-resteasy quarkus-resteasy-* quarkus-rest quarkus-rest-* quarkus-resteasy-reactive quarkus-grpc quarkus-smallrye-graphql",
  ],
  [
    "api-framework",
    "Micronaut",
    "micronaut-http-server-netty micronaut-http-server micronaut-grpc-server-runtime",
  ],
  [
    "api-framework",
    "Ktor",
    "ktor-server-core ktor-server-core-jvm ktor-server-netty ktor-server-netty-jvm ktor-server-cio ktor-server-jetty",
  ],
  ["api-framework", "Dropwizard", "dropwizard-core"],
  [
    "api-framework",
    "JAX-RS",
    "jersey-server jersey-container-* resteasy-jaxrs resteasy-netty* cxf-rt-frontend-jaxrs cxf-spring-boot-starter-jaxrs jakarta.ws.rs-api",
  ],
  ["api-framework", "Javalin", "javalin javalin-bundle"],
  ["api-framework", "Spark Java", "spark-core@com.sparkjava"],
  ["api-framework", "http4k", "http4k-core http4k-server-*"],
  ["api-framework", "Helidon", "helidon-webserver helidon-microprofile"],
  ["api-framework", "Vert.x", "vertx-web"],
  ["api-framework", "Armeria", "armeria armeria-spring-boot3-starter"],
  ["api-framework", "Ratpack", "ratpack-core"],
  [
    "api-framework",
    "gRPC",
    "grpc-server-spring-boot-starter grpc-spring-boot-starter spring-grpc-server-spring-boot-starter",
  ],
  ["api-framework", "http4s", "http4s-server http4s-ember-server http4s-blaze-server"],
  ["api-framework", "Akka HTTP", "akka-http"],
  ["api-framework", "Pekko HTTP", "pekko-http"],
  [
    "api-framework",
    "Tapir",
    "tapir-core tapir-http4s-server tapir-netty-server tapir-pekko-http-server tapir-akka-http-server",
  ],
  ["api-framework", "ZIO HTTP", "zio-http zhttp"],
  ["api-framework", "Finatra", "finatra-http-server finatra-http finatra-thrift"],
  ["api-framework", "Finch", "finch-core finchx-core"],
  ["api-framework", "Scalatra", "scalatra"],
  ["api-framework", "Cask", "cask"],
  ["api-framework", "Lagom", "lagom-scaladsl-server lagom-javadsl-server"],
  ["cli", "picocli", "picocli"],
  ["cli", "JCommander", "jcommander"],
  ["cli", "Clikt", "clikt clikt-jvm"],
  ["cli", "scopt", "scopt"],
  ["cli", "decline", "decline decline-effect"],
  ["desktop-app", "JavaFX", "javafx-controls javafx-fxml tornadofx"],
  ["desktop-app", "Compose Desktop", "desktop-jvm"],
  ["desktop-app", "SWT", "org.eclipse.swt.*"],
];

const exact = new Map<string, Row>();
const beginnings: [string, Row][] = [];
for (const row of rows)
  for (const artifact of row[2].split(" "))
    if (artifact.endsWith("*")) beginnings.push([artifact.slice(0, -1), row]);
    else exact.set(artifact, row);

/** `sparkjava` shares its artefact's name with a framework for data. */
const needsGroup = "spark-core";

/** Says which framework an artefact is. Only a program that runs with it should be asked about. */
export function addJvmFramework(
  counter: MarkCounter,
  written: string,
  { group = "", folder }: { readonly group?: string; readonly folder?: string | undefined } = {},
): void {
  const artifact = written.toLowerCase().replace(/_(?:2\.1\d|3|\$\{[\w.]{1,60}\})$/, "");
  const row =
    artifact === needsGroup
      ? exact.get(`${artifact}@${group}`)
      : (exact.get(artifact) ?? beginnings.find(([start]) => artifact.startsWith(start))?.[1]);
  if (row !== undefined) counter.add(row[0], row[1], 1, folder);
}
