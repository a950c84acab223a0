import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { DockerfileParser } from "dockerfile-ast";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { accessSettings } from "#contract/service-settings.ts";
import { serviceConfiguration } from "#contract/service-configuration.ts";
import { createProgram } from "#surfaces/cli/program.ts";
import { routeGroups } from "#surfaces/http/routes/index.ts";
import { projectRoot } from "../architecture/project-files.ts";
import { recordedSession } from "../unit/surfaces/cli/recorded-session.ts";

const read = (...path: string[]): string => readFileSync(join(projectRoot, ...path), "utf8");
const chart = ["deploy", "helm", "fulcrum"] as const;
const routes = new Set(routeGroups.flatMap((group) => group.routes.map(({ path }) => path)));
const variables = new Set([
  ...Object.keys(accessSettings.shape),
  "FULCRUM_OIDC_CLIENT_SECRET_FILE",
  "DATABASE_URL",
  "PGPASSWORD",
]);

const { commands } = createProgram(recordedSession({ workingFolder: projectRoot }).session);

/** What of `serve --host 0.0.0.0` is no command and no option of it. */
function unknownIn([name = "", ...rest]: readonly string[]): string[] {
  const command = commands.find((one) => one.name() === name);
  if (command === undefined) return [name];
  const known = new Set(command.options.flatMap(({ long }) => (long === undefined ? [] : [long])));
  return rest.filter((word) => word.startsWith("--") && !known.has(word));
}

const usualPort = (): string => {
  const serve = commands.find((one) => one.name() === "serve");
  return String(serve?.options.find(({ long }) => long === "--port")?.defaultValue);
};

const words = (json: string): string[] => JSON.parse(json) as string[];

interface ComposeService {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly read_only?: boolean;
  readonly ports?: readonly string[];
}

describe("the image", () => {
  const dockerfile = DockerfileParser.parse(read("Dockerfile"));
  const instructions = dockerfile.getInstructions();
  const last = (keyword: string): string =>
    instructions.findLast((one) => one.getKeyword() === keyword)?.getArgumentsContent() ?? "";

  it("ends as somebody who is not root, and takes nothing of the machine that builds it but sources", () => {
    expect(last("USER")).toMatch(/^[1-9]\d{3,}:[1-9]\d{3,}$/);
    const ignored = read(".dockerignore").split("\n");
    for (const own of [".git", ".fulcrum", "**/node_modules", "dist"])
      expect(ignored).toContain(own);
  });

  it("starts what there is, where it listens", () => {
    expect(unknownIn(words(last("CMD")))).toEqual([]);
    expect(last("EXPOSE")).toBe(usualPort());
    const entry = words(last("ENTRYPOINT")).at(-1) ?? "";
    const { bin } = JSON.parse(read("package.json")) as { bin: { fulcrum: string } };
    expect(entry).toBe(`/opt/fulcrum/${bin.fulcrum.replace("./", "")}`);
    const health = /127\.0\.0\.1:(\d+)(\/\w+)/.exec(last("HEALTHCHECK")) ?? [];
    expect(health[1]).toBe(usualPort());
    expect(routes.has(health[2] as `/${string}`)).toBe(true);
  });
});

describe("compose", () => {
  const { services } = parse(read("compose.yaml"), { merge: true }) as {
    services: Record<string, ComposeService>;
  };
  const own = ["server", "worker"].map((name) => services[name] ?? {});

  it("runs commands with options and variables that there are", () => {
    for (const { command = [], environment = {} } of own) {
      expect(unknownIn(command)).toEqual([]);
      expect(Object.keys(environment).filter((name) => !variables.has(name))).toEqual([]);
      expect(environment).toHaveProperty("DATABASE_URL");
    }
  });

  it("writes nothing beside its volumes, and is reached from this machine alone", () => {
    expect(own.map((one) => one.read_only)).toEqual([true, true]);
    expect(own[0]?.ports).toEqual([`127.0.0.1:${usualPort()}:${usualPort()}`]);
    expect(services["postgres"]?.ports).toBeUndefined();
  });
});

it("the unit of systemd runs a command with options that there are", () => {
  const line = /^ExecStart=\S+ \S+\/dist\/bundle\/main\.js (.+)$/m.exec(
    read("deploy", "fulcrum.service"),
  )?.[1];
  expect(unknownIn(line?.split(" ") ?? [])).toEqual([]);
});

describe("the chart", () => {
  const values = parse(read(...chart, "values.yaml")) as Record<string, unknown>;
  const schema = JSON.parse(read(...chart, "values.schema.json")) as { $schema?: string };
  const templates = readdirSync(join(projectRoot, ...chart, "templates")).map((file) => ({
    file,
    text: read(...chart, "templates", file),
  }));

  it("has values that fit its schema, which refuses others", () => {
    delete schema.$schema;
    const fits = new Ajv({ strict: false }).compile(schema);
    expect(fits(values), JSON.stringify(fits.errors)).toBe(true);
    expect(fits({ ...values, publicUrl: "ftp://somewhere" })).toBe(false);
    expect(fits({ ...values, databaseSecret: "" })).toBe(false);
  });

  it("allows reading what service.yaml can say", () => {
    expect(serviceConfiguration.safeParse(values["configuration"]).success).toBe(true);
  });

  it.each(templates)("$file asks for values and templates that there are", ({ text }) => {
    const named = [...text.matchAll(/\.Values((?:\.\w+)+)/g)].map(([, path = ""]) => path.slice(1));
    const missing = named.filter((path) => {
      let at: unknown = values;
      for (const name of path.split(".")) at = (at as Record<string, unknown> | undefined)?.[name];
      return at === undefined;
    });
    expect(missing).toEqual([]);
    const defined = new Set(
      templates.flatMap((one) =>
        [...one.text.matchAll(/define "([^"]+)"/g)].map(([, name = ""]) => name),
      ),
    );
    const included = [...text.matchAll(/include "([^"]+)"/g)].map(([, name = ""]) => name);
    expect(included.filter((name) => !defined.has(name))).toEqual([]);
    const opened = [...text.matchAll(/\{\{-? (?:if|with|range|define) /g)].length;
    expect([...text.matchAll(/\{\{-? end -?\}\}/g)]).toHaveLength(opened);
  });

  it("runs commands with options, ports and addresses that there are", () => {
    const all = templates.map(({ text }) => text).join("\n");
    const args = [...all.matchAll(/^\s+args: \[(.+)\]$/gm)].map(([, list = ""]) =>
      list.split(", ").map((word) => word.replaceAll('"', "")),
    );
    expect(args.map(([name = ""]) => name).toSorted()).toEqual(["serve", "worker"]);
    for (const one of args) expect(unknownIn(one)).toEqual([]);
    expect(/containerPort: (\d+)/.exec(all)?.[1]).toBe(usualPort());
    const probes = [...all.matchAll(/httpGet: \{ path: ([^,]+),/g)].map(([, path = ""]) => path);
    expect(probes.length).toBeGreaterThan(2);
    expect(probes.filter((path) => !routes.has(path as `/${string}`))).toEqual([]);
    const named = [...all.matchAll(/name: ((?:FULCRUM_|DATABASE_)\w+)/g)].map(
      ([, name = ""]) => name,
    );
    expect(named.filter((name) => !variables.has(name))).toEqual([]);
  });
});
