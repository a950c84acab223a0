import { describe, expect, test } from "vitest";
import { descriptor, line, ownersIn } from "./railway.ts";

const github = "github.com/acme";
const app = (folder: string) => [`${folder}/package.json`, `${folder}/src/a.js`];

describe("a descriptor belongs to the folder that it lies in", () => {
  test("whatever slug of its own repository or folder of it an annotation names", () => {
    const own = { "github.com/project-slug": "acme/web" };
    const web = line(`${github}/web`, [...app("apps/shop"), ...app("apps/till")], {
      "apps/shop/catalog-info.yaml": descriptor("shop", "shops", own),
      "apps/till/catalog-info.yaml": descriptor("till", "tills", {
        ...own,
        "backstage.io/source-location": "url:https://github.com/acme/web/tree/main/apps/shop/",
      }),
    });
    expect(ownersIn([web])).toEqual({
      web: [],
      "web#apps/shop": ["shops"],
      "web#apps/till": ["tills"],
    });
  });

  test("what lies deeper and says nothing takes the nearest around it", () => {
    const web = line(`${github}/web`, [...app("a"), ...app("a/b/c"), ...app("d")], {
      "catalog-info.yaml": descriptor("web", "webs"),
      "a/catalog-info.yaml": descriptor("a", "as"),
      ".github/CODEOWNERS": ["* @acme/all"],
    });
    expect(ownersIn([web])).toEqual({
      web: ["webs"],
      "web#a": ["as"],
      "web#a/b/c": ["as"],
      "web#d": ["webs"],
    });
  });

  test("the only component described is the repository, wherever the description lies", () => {
    for (const path of [
      ".backstage/catalog-info.yaml",
      "catalog/shop.yaml",
      "docs/catalog-info.yaml",
      "deploy/chart/catalog-info.yaml",
    ]) {
      const shop = line(`${github}/shop`, ["package.json", "a.js", "deploy/chart/Chart.yaml"], {
        [path]: descriptor("shop-front", "shops"),
      });
      expect(ownersIn([shop])).toEqual({ shop: ["shops"] });
    }
  });

  test("but one of several packages is that package", () => {
    const web = line(`${github}/web`, [...app("shop"), ...app("till")], {
      "shop/catalog-info.yaml": descriptor("shop", "shops"),
    });
    expect(ownersIn([web])).toEqual({ web: [], "web#shop": ["shops"], "web#till": [] });
  });

  test("samples and moulds describe nothing", () => {
    const tool = line(`${github}/tool`, ["a.js", ...app("templates/service/content")], {
      "test/fixtures/catalog-info.yaml": descriptor("one", "ones"),
      "examples/catalog-info.yaml": descriptor("two", "twos"),
      "templates/service/content/catalog-info.yaml": descriptor("my-service", "my-team"),
    });
    expect(ownersIn([tool])["tool"]).toEqual([]);
  });
});

describe("several components described together", () => {
  test("each is the folder that its annotation names or that is called so; the rest is the repository", () => {
    const web = line(`${github}/web`, [...app("apps/shop"), ...app("apps/till"), "a.js"], {
      "catalog-info.yaml": [
        ...descriptor("web", "webs"),
        ...descriptor("store", "shops", {
          "backstage.io/source-location": "url:https://github.com/acme/web/tree/main/apps/shop",
        }),
        ...descriptor("till", "tills"),
      ],
    });
    expect(ownersIn([web])).toEqual({
      web: ["webs"],
      "web#apps/shop": ["shops"],
      "web#apps/till": ["tills"],
    });
  });

  test("in a folder of descriptors as well", () => {
    const web = line(`${github}/web`, [...app("apps/shop"), ...app("apps/till")], {
      "catalog/shop.yaml": descriptor("shop", "shops"),
      "catalog/till.yaml": descriptor("till", "tills"),
    });
    expect(ownersIn([web])).toEqual({
      web: [],
      "web#apps/shop": ["shops"],
      "web#apps/till": ["tills"],
    });
  });
});

describe("a descriptor of another repository that is read", () => {
  const catalogue = (annotations: Record<string, string>) =>
    line("gitlab.com/acme/catalogue", ["a.js"], {
      "entities/api/catalog-info.yaml": descriptor("api", "payers", annotations),
    });
  const pay = line("gitlab.com/acme/pay/api", [...app("core"), "a.js"]);
  const find = line("gitlab.com/acme/find/api", ["a.js"]);

  test.each([
    { "gitlab.com/project-slug": "acme/pay/api" },
    { "gitlab.com/project-slug": "Acme/Pay/API" },
    { "backstage.io/source-location": "url:https://gitlab.com/acme/pay/api/" },
    { "backstage.io/view-url": "https://gitlab.com/acme/pay/api/-/blob/main/catalog-info.yaml" },
    { "backstage.io/source-location": "url:git@gitlab.com:acme/pay/api.git" },
    { "gitlab.com/project-slug": "https://gitlab.com/acme/pay/api.git" },
    // A mirror: nothing else that was read has the whole path.
    { "backstage.io/source-location": "url:https://gitlab.example/acme/pay/api" },
    { "git.acme.example/project-slug": "/acme/pay/api" },
  ])("describes that one: %o", (annotations) => {
    const owners = ownersIn([catalogue(annotations), pay, find]);
    expect(owners["catalogue"]).toEqual([]);
    expect(Object.keys(owners)).not.toContain("catalogue#entities/api");
    const repositories = [
      catalogue(annotations),
      { ...pay, name: "pay" },
      { ...find, name: "find" },
    ];
    expect(ownersIn(repositories)).toMatchObject({ pay: ["payers"], find: [] });
  });

  test("or a folder of it", () => {
    const source = "url:https://gitlab.com/acme/pay/api/-/tree/main/core/";
    const owners = ownersIn([catalogue({ "backstage.io/source-location": source }), pay]);
    expect(owners).toEqual({ catalogue: [], api: [], "api#core": ["payers"] });
  });

  test.each([
    { "gitlab.com/project-slug": "acme/api" },
    { "gitlab.com/project-slug": "api" },
    { "backstage.io/source-location": "url:https://gitlab.example/pay/api" },
    { "rollbar.com/project-slug": "acme/pay/api" },
  ])("is not meant by the end of a path or by the project of another tool: %o", (annotations) => {
    const owners = ownersIn([
      catalogue(annotations),
      { ...pay, name: "pay" },
      { ...find, name: "find" },
    ]);
    expect([owners["pay"], owners["find"]]).toEqual([[], []]);
  });

  test.each([
    { "dev.azure.com/project-repo": "pay/api" },
    { "dev.azure.com/project-repo": "pay/api", "dev.azure.com/host-org": "dev.azure.com/acme" },
    { "backstage.io/source-location": "url:https://acme.visualstudio.com/pay/_git/api?path=/core" },
  ])("on Azure is named with or without its organisation: %o", (annotations) => {
    const api = line("dev.azure.com/acme/pay/_git/api", ["a.js"]);
    const other = { ...line("dev.azure.com/acme/find/_git/api", ["a.js"]), name: "find" };
    const all = [catalogue(annotations), api, other];
    expect(ownersIn(all)).toMatchObject({ api: ["payers"], find: [] });
    const elsewhere = { ...line("git.example/pay/api", ["a.js"]), name: "copy" };
    expect(ownersIn([...all, elsewhere])).toMatchObject({ api: ["payers"], copy: [] });
  });

  test("that was renamed still describes itself", () => {
    const slug = { "github.com/project-slug": "acme/old-name" };
    const shop = line(`${github}/shop`, ["a.js"], {
      "catalog-info.yaml": descriptor("shop", "shops", slug),
    });
    expect(ownersIn([shop])).toEqual({ shop: ["shops"] });
  });

  test("that were not read make no components of their descriptors, however many", () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `entities/c${String(at)}/catalog-info.yaml`,
        descriptor(`c${String(at)}`, "x", { "github.com/project-slug": `acme/c${String(at)}` }),
      ]),
    );
    const all = line(`${github}/catalogue`, [], files);
    expect(ownersIn([all, line(`${github}/c7`, ["a.js"])])).toEqual({ catalogue: [], c7: ["x"] });
  });
});

describe("owners of what a component belongs to", () => {
  test("speak where it has none; an API or a system speaks where no component does", () => {
    const systems = line(`${github}/systems`, [], {
      "catalog/all.yaml": [
        "apiVersion: backstage.io/v1alpha1",
        "kind: System",
        "metadata: {name: rails}",
        "spec: {owner: railers}",
        "---",
        "apiVersion: backstage.io/v1alpha1",
        "kind: System",
        "metadata: {name: circle, namespace: ring}",
        "spec: {domain: round}",
        "---",
        "apiVersion: backstage.io/v1alpha1",
        "kind: Domain",
        "metadata: {name: round, namespace: ring}",
        "spec: {owner: unknown}",
      ],
    });
    const component = (name: string, spec: string, kind = "Component") =>
      line(`${github}/${name}`, ["a.js"], {
        "catalog-info.yaml": [`kind: ${kind}`, `metadata: {name: ${name}}`, `spec: ${spec}`],
      });
    expect(
      ownersIn([
        systems,
        component("one", "{owner: TBC, system: rails}"),
        component("two", "{owner: twos}", "API"),
        component("three", "{owner: threes}", "Resource"),
        component("four", "{system: ring/circle}"),
        component("five", "{subcomponentOf: six}"),
        component("six", "{subcomponentOf: five}"),
      ]),
    ).toMatchObject({
      one: ["railers"],
      two: ["twos"],
      three: ["threes"],
      four: [],
      five: [],
      six: [],
    });
  });
});
