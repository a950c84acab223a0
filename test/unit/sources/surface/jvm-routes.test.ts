import { describe, expect, it } from "vitest";
import { routeMarks } from "#sources/surface/code-routes.ts";
import { playRoutes } from "#sources/surface/play-routes.ts";

describe("routes in code of the JVM and .NET", () => {
  it.each([
    [
      "A.java",
      'import jakarta.ws.rs.*;\n@Path("/loaves") class A {\n @GET List<Loaf> all() {}\n @POST void add() {} }',
      ["api-route JAX-RS resource 2"],
    ],
    [
      "A.java",
      "import jakarta.ws.rs.*;\nclass A {\n @GET TemplateInstance all() {} }",
      ["route JAX-RS resource 1"],
    ],
    [
      "A.java",
      '@Controller class A { @GetMapping("/loaves") String a() { return "loaves"; } @GetMapping("/api/loaves") X b() {} }',
      ["route Spring controller 1", "api-route Spring controller 1"],
    ],
    [
      "A.java",
      'import io.micronaut.http.annotation.*;\nclass A { @Get("/{id}") X a() {} }',
      ["api-route Micronaut controller 1"],
    ],
    [
      "A.java",
      'import com.vaadin.flow.router.Route;\n@Route("till") class Till extends Div {}',
      ["route Vaadin view 1"],
    ],
    [
      "A.java",
      'import io.javalin.Javalin;\napp.get("/loaves", ctx -> ctx.json(x));',
      ["api-route Javalin routes 1"],
    ],
    [
      "A.kt",
      'import io.ktor.server.routing.*\nrouting {\n  get("/loaves") { call.respond(x) }\n  post("/loaves") { }\n}',
      ["api-route Ktor routes 2"],
    ],
    [
      "A.kt",
      'import io.ktor.server.routing.*\nrouting {\n  get("/") { call.respondHtml { } }\n}',
      ["route Ktor routes 1"],
    ],
    ["A.kt", 'val x = client.get("/loaves")', []],
    [
      "A.scala",
      'import org.apache.pekko.http.scaladsl.server.Directives._\npathPrefix("loaves") { path(Segment) { id => get { complete(x) } } }',
      ["api-route Pekko or Akka HTTP routes 2"],
    ],
    [
      "A.scala",
      'import org.http4s._\nHttpRoutes.of { case GET -> Root / "loaves" => Ok()\n case req @ POST -> Root / "loaves" => Ok() }',
      ["api-route http4s routes 2"],
    ],
    [
      "A.scala",
      'import sttp.tapir._\nval e = endpoint.get.in("loaves")',
      ["api-route Tapir endpoints 1"],
    ],
    [
      "A.scala",
      'import zio.http._\nRoutes(Method.GET / "loaves" -> handler(x))',
      ["api-route ZIO HTTP routes 1"],
    ],
    ["A.scala", 'val p = path("loaves")', []],
    [
      "A.cs",
      'app.MapGet("/loaves", () => x);\napp.MapGrpcService<Oven>();',
      ["api-route ASP.NET controller 1", "api-route gRPC services 1"],
    ],
    [
      "A.cs",
      "class A : Controller { public async Task<IActionResult> Show(int id) { return View(x); } }",
      ["route ASP.NET MVC actions 1"],
    ],
    [
      "A.cs",
      'void Run([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest r) {}',
      ["api-route functions called by HTTP 1"],
    ],
    [
      "A.fs",
      'open Giraffe\nlet app = choose [ route "/loaves" >=> htmlView x ]',
      ["route F# routes 1"],
    ],
  ])("%s %s", (path, text, expected) => {
    expect(routeMarks(path, text).map((one) => `${one.mark} ${one.text} ${one.count}`)).toEqual(
      expected,
    );
  });
});

describe("routes of Play", () => {
  const of = (text: string): readonly string[] =>
    (playRoutes.read({ path: "conf/routes", text }).surface ?? []).map(
      ({ mark, count }) => `${mark} ${count}`,
    );

  it("are for people where forms are shown and submitted", () => {
    const text = [
      "# till",
      "->   /kit                 kit.Routes",
      "GET  /                    controllers.TillController.onPageLoad()",
      "POST /                    controllers.TillController.onSubmit()",
      "GET  /loaves/:id          @controllers.LoafController.loaf(id: String)",
      'GET  /assets/*file        controllers.Assets.versioned(path="/public", file: Asset)',
    ].join("\n");
    expect(of(text)).toEqual(["route 3"]);
  });

  it("are an API's where other verbs than a browser's stand, or nothing that is shown", () => {
    expect(
      of(
        "GET /loaves controllers.LoafController.loaves()\nPUT /loaves/:id controllers.LoafController.show(id)",
      ),
    ).toEqual(["api-route 2"]);
    expect(of("GET /loaves/:id controllers.LoafController.find(id)\n")).toEqual(["api-route 1"]);
    expect(of("GET /ping/ping controllers.HealthController.ping\n")).toEqual([]);
  });

  it("are read where Play looks for them", () => {
    for (const path of ["conf/routes", "conf/till.routes", "kit/src/main/resources/kit.routes"])
      expect(playRoutes.detect(path)).toBe("head");
    for (const path of ["conf/testOnlyDoNotUseInAppConf.routes", "docs/conf/routes", "routes"])
      expect(playRoutes.detect(path)).toBe("none");
  });
});
