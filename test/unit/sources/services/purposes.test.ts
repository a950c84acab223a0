import { describe, expect, it } from "vitest";
import { scanReferences } from "#sources/services/code-references.ts";

/** `name mention` of each reference of a railway's file; `called` where it is no mention. */
function told(path: string, text: string): readonly string[] {
  return scanReferences(path, text, { bareVariable: "low" }).map(
    ({ name, mention = "called" }) => `${name} ${mention}`,
  );
}

const timetable = "https://timetable.railway.example";

describe("an address in code is called", () => {
  it.each([
    ["src/board.ts", `const response = await fetch("${timetable}/stops");`],
    ["src/board.ts", `axios.get(\n  "${timetable}/stops",\n);`],
    ["board.py", `resp = httpx.get(f"${timetable}/stops/{stop}")`],
    ["board.py", `resp = requests.get(\n    "${timetable}/stops"\n)`],
    ["board.py", `client = httpx.Client(base_url="${timetable}/v2")`],
    ["lib/board.rb", `Faraday.new("${timetable}")\nURL = "${timetable}"`],
    ["lib/board.rb", `TIMETABLE_API_ROOT = "${timetable}".freeze`],
    ["board.go", `resp, err := http.Get("${timetable}/stops")`],
    ["Board.cs", `services.AddHttpClient(c => c.BaseAddress = new Uri("${timetable}"));`],
    ["Board.php", `$client = new Client(['base_uri' => '${timetable}/']);`],
    ["Board.kt", `private val timetableBaseUrl: String = "${timetable}"`],
    ["src/board.rs", `let body = reqwest::get("${timetable}").await?;`],
    ["bin/board.sh", `curl -s ${timetable}/stops | jq .`],
    [
      "src/url.ts",
      `const timetableUrl = (stop) => {\n  return \`${timetable}/stops/\${stop}\`;\n};\nfetch(timetableUrl(1));`,
    ],
    ["src/main/resources/application.yml", `timetable:\n  url: ${timetable}`],
    ["conf/application.conf", `timetable.publicRoot="${timetable}/v1"`],
    ["appsettings.json", `{ "Timetable": { "BaseUrl": "${timetable}" } }`],
    [".env.production", `VITE_TIMETABLE_API_URL=${timetable}`],
    ["chart/values-prod.yaml", `env:\n  TIMETABLE_API_URL: ${timetable}`],
    [
      "charts/board/templates/deployment.yaml",
      `env:\n  - name: TIMETABLE_API_URL\n    value: ${timetable}`,
    ],
    ["charts/board/templates/_env.tpl", `- name: TIMETABLE_API_URL\n  value: "${timetable}"`],
    ["pages/board.tsx", `export const load = () => fetch("${timetable}/stops");`],
  ])("%s: %s", (path, text) => {
    expect(told(path, text)).toContain("timetable called");
  });
});

describe("an address in code is given to readers", () => {
  it.each([
    ["app/views/stop.html.erb", `<a href="${timetable}">Timetable</a>`],
    ["templates/stop.njk", `{{ url("${timetable}") }}`],
    ["src/footer.tsx", `<Hyperlink destination="${timetable}">Timetable</Hyperlink>`],
    ["src/footer.tsx", `const timetableUrl = "${timetable}";`],
    ["app/presenters/stop_presenter.rb", `{ url: "${timetable}/stops" }`],
    ["app/lib/feed.ts", `feed_url: "${timetable}/stops", await fetch(feed)`],
    ["app/models/stop.rb", `redirect_to "${timetable}"`],
    ["settings/base.py", `help_text=_("Root URL of the API (e.g. ${timetable}/v1/)")`],
    ["chart/values-prod.yaml", `TIMETABLE_HOME_PAGE_URL: ${timetable}`],
    ["chart/values-prod.yaml", `- name: TIMETABLE_UI_URL\n  value: ${timetable}`],
  ])("%s: %s", (path, text) => {
    expect(told(path, text)).toEqual(expect.arrayContaining(["timetable link"]));
    expect(told(path, text)).not.toContain("timetable called");
  });

  it("where a lookup stands in what makes a page", () => {
    const lookup = `"#{Directory.find('timetable', external: true)}/stops"`;
    expect(told("app/presenters/stop_presenter.rb", lookup)).toEqual(["timetable link"]);
    expect(told("app/lib/stops.rb", `get(Directory.find('timetable'))`)).toEqual([
      "timetable called",
    ]);
  });

  it("where a page reads its variable and calls nothing", () => {
    const reads =
      "const { TIMETABLE_BASE_URL } = context.config; setUrl(config.TIMETABLE_BASE_URL);";
    expect(told("src/stop/StopPage.jsx", reads)).toEqual(["timetable link"]);
    expect(told("src/stop/service.js", reads)).toEqual(["timetable called"]);
  });
});

describe("an address only stands there", () => {
  it.each([
    ["src/samples.ts", `{ id: "1", url: "${timetable}/stops/1" }`, "no-call"],
    ["src/rfc.ts", `"${timetable}/stops?page=2",`, "no-call"],
    ["docker-compose.yml", `TIMETABLE_URL: ${timetable}`, "set-up"],
    [".env.example", `TIMETABLE_URL=${timetable}`, "set-up"],
    ["config/environments/development.rb", `timetable_url = "${timetable}"`, "set-up"],
    ["src/main/resources/application-local.yml", `timetable.url: ${timetable}`, "set-up"],
    ["ci/Jenkinsfile", `withSecret(var_name: 'TIMETABLE_URL')`, "pipeline"],
    [".gitlab-ci.yml", `TIMETABLE_URL: ${timetable}`, "pipeline"],
  ])("%s: %s", (path, text, mention) => {
    expect(told(path, text)).toContain(`timetable ${mention}`);
    expect(told(path, text)).not.toContain("timetable called");
  });
});

describe("a call is a call wherever it stands", () => {
  it.each(["app/presenters/stop.rb", "src/Stop.jsx"])("%s", (path) => {
    expect(told(path, "new TimetableClient(url)")).toEqual(["timetable called"]);
  });
});
