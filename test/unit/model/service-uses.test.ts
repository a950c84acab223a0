import { describe, expect, test } from "vitest";
import type { ServiceReference } from "#evidence/facts.ts";
import type { FileHistory, HeadFile, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { ModelFindings } from "#model/build-organisation.ts";
import { application, born, build, file, needs, offers, repository, uses } from "./observatory.ts";

const day = 86_400;

type Said = Partial<ServiceReference>;

/** A file at HEAD that says one thing or more of services, with its history as the reader of history would give it. */
function says(path: string, ...said: readonly Said[]): { head: HeadFile; history: FileHistory } {
  const services = said.map((one): ServiceReference => ({
    name: one.host?.replaceAll(".", "-") ?? "nobody",
    how: one.host === undefined ? "environment-variable" : "host",
    confidence: one.host === undefined ? "medium" : "low",
    text: one.host ?? one.name ?? "",
    line: 7,
    scope: "runtime",
    ...one,
  }));
  const history = file(path, {
    source: "code",
    references: services
      .filter(({ how, mention }) => how !== "answers" && mention === undefined)
      .map((reference) => ({
        reference,
        spans: [{ value: 7, from: { commit: "c1", at: 1_577_836_800 }, to: null }],
      })),
  });
  const head: HeadFile = {
    path,
    source: "code",
    workspaces: [],
    ownerRules: [],
    entities: [],
    services,
    document: null,
    surface: [],
  };
  return { head, history };
}

const answers = (host: string, path?: string): Said => ({
  how: "answers",
  host,
  confidence: "high",
  ...(path === undefined ? {} : { path }),
});

function withFiles(
  one: RepositoryEvidence,
  ...files: readonly ReturnType<typeof says>[]
): RepositoryEvidence {
  return {
    ...one,
    files: [
      ...one.files,
      ...files.flatMap(({ history }) => (history.references.length > 0 ? history : [])),
    ],
    headFiles: files.map(({ head }) => head),
  };
}

const app = (name: string, ...files: readonly ReturnType<typeof says>[]): RepositoryEvidence =>
  withFiles(application(name), ...files);

function mentions({ serviceMentions }: ModelFindings): string[] {
  return serviceMentions.map(
    ({ consumer, provider, evidence: { path, line, text } }) =>
      `${consumer}: ${provider}, ${path ?? "?"}:${String(line)} ${text}`,
  );
}

describe("an address is used where the component that answers there is known", () => {
  const dome = app("dome-control", says("helm/values-prod.yaml", answers("dome.sky.example")));

  test("by its whole host, whatever the component is called", () => {
    const found = build([dome, app("night-log", says("lib/log.rb", { host: "dome.sky.example" }))]);
    expect(uses(found)).toEqual(["night-log → dome-control (runtime)"]);
    expect(found.organisation.consumptions[0]?.confidence).toBe("high");
    expect(found.serviceMentions).toEqual([]);
  });

  test("not by a part of it, and not by a host of nobody here", () => {
    const log = app(
      "night-log",
      says("lib/log.rb", { host: "old.dome.sky.example" }, { host: "dome.other.example" }),
    );
    expect(uses(build([dome, log]))).toEqual([]);
  });

  test("a name of a variable may be that of its host", () => {
    const lens = app("sky-lens", says("helm/values-prod.yaml", answers("lens-polish.sky.example")));
    const log = app("night-log", says("config.ts", { name: "lens-polish" }));
    expect(uses(build([lens, log]))).toEqual(["night-log → sky-lens (runtime)"]);
  });

  test("in a cluster by the name of the service", () => {
    const lens = app("sky-lens", says("k8s/service.yaml", answers("polisher")));
    const log = (host: string) =>
      app(
        "night-log",
        says("app.rb", { host, name: host.split(".")[0] ?? "", confidence: "medium" }),
      );
    for (const host of ["polisher", "polisher.night.svc", "polisher.night.svc.cluster.local"])
      expect(uses(build([lens, log(host)]))).toEqual(["night-log → sky-lens (runtime)"]);
  });

  test("declared in a repository of charts: the service that the folder is named after", () => {
    const charts = withFiles(
      repository("charts", [file("charts/dome-control/Chart.yaml")]),
      says("charts/dome-control/values.yaml", answers("roof.sky.example")),
    );
    const log = app("night-log", says("lib/log.rb", { host: "roof.sky.example" }));
    expect(uses(build([charts, application("dome-control"), log]))).toEqual([
      "night-log → dome-control (runtime)",
    ]);
  });
});

describe("a host at which several answer", () => {
  const host = "api.sky.example";
  const stars = app("stars-api", says("infra/main.tf", answers(host)));
  const moons = app("moons-api", says("infra/main.tf", answers(host)));
  const log = (...said: readonly Said[]) => app("night-log", says("lib/log.rb", ...said));

  test("is told by the path that is called like one of them", () => {
    expect(uses(build([stars, moons, log({ host, path: "moons" })]))).toEqual([
      "night-log → moons-api (runtime)",
    ]);
  });

  test("is told by a declared path", () => {
    const routed = app("moons-api", says("ingress.yaml", answers(host, "satellites")));
    expect(uses(build([stars, routed, log({ host, path: "satellites" })]))).toEqual([
      "night-log → moons-api (runtime)",
    ]);
  });

  test("is told by the paths that the caller adds elsewhere", () => {
    const added: Said = { how: "url-path", name: "stars", path: "stars", confidence: "low" };
    expect(uses(build([stars, moons, log({ host }, added)]))).toEqual([
      "night-log → stars-api (runtime)",
    ]);
  });

  test("else counts for none of them", () => {
    expect(uses(build([stars, moons, log({ host })]))).toEqual([]);
    expect(uses(build([stars, moons, log({ host, path: "comets" })]))).toEqual([]);
  });

  test("may have a third that speaks of itself there", () => {
    const comets = app("comets-api", says("config.rb", { host, path: "comets" }));
    expect(uses(build([stars, moons, comets, log({ host, path: "comets" })]))).toEqual([
      "night-log → comets-api (runtime)",
    ]);
  });
});

test("a component does not use its own address, nor its repository's root", () => {
  const host = "dome.sky.example";
  const dome = withFiles(
    application("dome", file("roof/Gemfile", { dependencies: [needs("pkg:gem/rails")] })),
    says("helm/values-prod.yaml", answers(host)),
    says("lib/own.rb", { host }),
    says("roof/lib/own.rb", { host }),
  );
  const found = build([dome]);
  expect(uses(found)).toEqual([]);
  expect(found.serviceMentions).toEqual([]);
});

test("a name that a part of one's own repository has means that part", () => {
  const stars = application("stars");
  const log = (name: string) =>
    withFiles(
      application("log", file("stars/web/Gemfile", { dependencies: [needs("pkg:gem/rails")] })),
      says("config.js", { name }),
    );
  expect(uses(build([stars, log("stars")]))).toEqual([]);
  expect(uses(build([stars, log("stars-api")]))).toEqual(["log → stars (runtime)"]);
});

describe("a client library", () => {
  const stars = application("stars-api");
  const library = (...said: readonly Said[]) =>
    withFiles(
      repository("sky-clients", [
        file("sky-clients.gemspec", { packages: [offers("pkg:gem/sky-clients")] }),
      ]),
      says("lib/sky_clients.rb", ...said),
    );
  const log = (...files: readonly ReturnType<typeof says>[]) =>
    withFiles(
      application("night-log", file("gems.rb", { dependencies: [needs("pkg:gem/sky-clients")] })),
      ...files,
    );
  const lookup: Said = { name: "stars-api", how: "service-lookup", confidence: "high" };
  const construct: Said = { name: "stars", how: "client-constructor", confidence: "high" };

  test("that knows the address is no consumer; who calls its client is", () => {
    const found = build([stars, library(lookup, construct), log(says("app.rb", construct))]);
    expect(uses(found)).toEqual([
      "night-log → sky-clients (runtime)",
      "night-log → stars-api (runtime)",
    ]);
    expect(mentions(found)).toEqual([
      "sky-clients: stars-api, lib/sky_clients.rb:7 stars-api (its client, for whoever calls that)",
    ]);
  });

  test("that holds the class is none either", () => {
    const written: Said = { name: "stars", how: "client-class", confidence: "low" };
    expect(uses(build([stars, library(written, construct), log()]))).toEqual([
      "night-log → sky-clients (runtime)",
    ]);
  });

  test("who only depends on it does not use the service", () => {
    expect(uses(build([stars, library(lookup), log()]))).toEqual([
      "night-log → sky-clients (runtime)",
    ]);
  });

  test("that calls a client of others is a consumer", () => {
    const method: Said = { name: "stars-api", how: "client-method", confidence: "high" };
    expect(uses(build([stars, library(method), log()]))).toContain(
      "sky-clients → stars-api (runtime)",
    );
  });

  test("a client is not called after a server by half of its name", () => {
    const server = application("stars-server");
    expect(uses(build([server, app("log", says("a.rb", construct))]))).toEqual([]);
    expect(uses(build([stars, app("log", says("a.rb", construct))]))).toHaveLength(1);
  });

  test("that holds classes of clients is none, whether somebody takes it or not", () => {
    const written: Said = { name: "stars", how: "client-class", confidence: "low" };
    expect(uses(build([stars, library(written, construct)]))).toEqual([]);
  });

  test("a package that nobody takes is a program of its own", () => {
    expect(uses(build([stars, library(lookup)]))).toEqual(["sky-clients → stars-api (runtime)"]);
  });
});

describe("mentions", () => {
  const stars = application("stars-api");

  test.each([
    ["link", "a link that readers follow"],
    ["set-up", "set for development, tests or an example"],
    ["no-call", "nothing is called by it"],
    ["empty", "empty, or this machine"],
    ["pipeline", "a setting of a pipeline"],
  ] as const)("%s: not counted, and shown with its place", (mention, words) => {
    const found = build([stars, app("log", says(".env", { name: "stars-api", mention }))]);
    expect(uses(found)).toEqual([]);
    expect(mentions(found)).toEqual([`log: stars-api, .env:7 stars-api (${words})`]);
  });

  test("of a service that is called elsewhere are not told", () => {
    const log = app(
      "log",
      says(".env", { name: "stars-api", mention: "empty" }),
      says("lib/a.rb", { name: "stars-api" }),
    );
    expect(build([stars, log]).serviceMentions).toEqual([]);
  });

  test("a host that is called like a component, where none is known to answer, is one", () => {
    const log = app(
      "log",
      says("lib/a.rb", { host: "stars-api.elsewhere.example", name: "stars-api" }),
    );
    const found = build([stars, log]);
    expect(uses(found)).toEqual([]);
    expect(mentions(found)[0]).toContain("too little to tell a call");
  });
});

describe("a contract", () => {
  test("written as a test is a use for tests, and no more than that beside a call", () => {
    const contract: Said = { name: "stars-api", how: "contract-file", scope: "test" };
    const pact = says("spec/stars_spec.rb", contract);
    const stars = application("stars-api");
    expect(uses(build([stars, app("log", pact)]))).toEqual(["log → stars-api (test)"]);
    const called = says("lib/a.rb", { name: "stars-api" });
    expect(uses(build([stars, app("log", pact, called)]))).toEqual(["log → stars-api (runtime)"]);
  });
});

describe("infrastructure", () => {
  const stars = application("stars-api");
  const set = (path: string) => says(path, { name: "stars-api", text: "STARS_API_URL" });

  test("sets addresses for the service that it is named after", () => {
    const infra = withFiles(
      repository("infra", [file("night-log/main.tf")]),
      set("night-log/main.tf"),
    );
    expect(uses(build([stars, application("night-log"), infra]))).toEqual([
      "night-log → stars-api (runtime)",
    ]);
  });

  test("calls nobody itself", () => {
    const infra = withFiles(repository("infra", [file("gcp/main.tf")]), set("gcp/main.tf"));
    const found = build([stars, infra]);
    expect(uses(found)).toEqual([]);
    expect(mentions(found)).toHaveLength(1);
  });

  test("beside the program is the program's", () => {
    expect(uses(build([stars, app("night-log", set("terraform/main.tf"))]))).toEqual([
      "night-log → stars-api (runtime)",
    ]);
  });
});

describe("a call that moves from file to file", () => {
  const span = (from: number, to: number | null) => ({
    value: 7,
    from: { commit: "c", at: born + from * day },
    to: to === null ? null : { commit: "d", at: born + to * day },
  });
  const reference = (path: string, spans: readonly ReturnType<typeof span>[], more: Said = {}) => {
    const { head, history } = says(path, { name: "stars-api", ...more });
    const [said] = head.services;
    const references = said === undefined ? [] : [{ reference: said, spans }];
    return { ...history, references };
  };
  const spells = (...files: readonly FileHistory[]) =>
    build([application("stars-api"), application("log", ...files)]).organisation.consumptions.map(
      ({ from, to }) => [(from.at - born) / day, to === null ? null : (to.at - born) / day],
    );
  const early = reference("lib/a.rb", [span(10, 100)]);
  const late = reference("lib/b.rb", [span(400, 500)]);

  test("is one use where the component went on naming the service", () => {
    const set = reference("startup.sh", [span(0, null)], { mention: "set-up" });
    expect(spells(early, late, set)).toEqual([[0, 500]]);
  });

  test("is two where it named it no more, or only linked to it", () => {
    const link = reference("app/a.rb", [span(0, null)], { mention: "link" });
    const empty = reference(".env", [span(0, null)], { mention: "empty" });
    expect(spells(early, late)).toEqual([
      [10, 100],
      [400, 500],
    ]);
    expect(spells(early, late, link, empty)).toHaveLength(2);
  });
});

test("evidence shows what production is told before what other environments are", () => {
  const host = "dome.sky.example";
  const dome = app("dome", says("helm/values-prod.yaml", answers(host)));
  const log = app(
    "log",
    ...["dev", "preprod", "prod"].map((name) =>
      says(`helm/values-${name}.yaml`, { host, how: "helm-value" }),
    ),
  );
  const [use] = build([dome, log]).organisation.consumptions;
  expect(use?.evidence[0]?.path).toBe("helm/values-prod.yaml");
});
