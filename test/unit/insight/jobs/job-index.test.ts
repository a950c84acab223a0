import { describe, expect, test } from "vitest";
import type { Job } from "#insight/jobs/job.ts";
import { jobIndex, nameJobs, packageJobs } from "#insight/jobs/job-index.ts";
import { bakery, kit } from "../adoption/bakery.ts";

const catalogue: readonly Job[] = [
  {
    id: "kneading",
    title: "Kneading",
    definition: "Works the dough.",
    countsIn: "production",
    solutions: [
      { packages: ["pkg:gem/hook", "pkg:gem/hook-*"], reason: "spiral" },
      { packages: ["pkg:gem/hook-dough-fork"], reason: "fork" },
      { packages: ["pkg:golang/example.org/paddle"], reason: "paddle" },
      { packages: ["pkg:npm/%40crumb/*"], reason: "family" },
    ],
    absent: {},
  },
];

describe("the job of a package", () => {
  const index = jobIndex([], catalogue);

  test("is that of its solution, by name or by family, the name first", () => {
    expect(index.place("pkg:gem/hook-rails")).toEqual({
      jobId: "kneading",
      solution: "pkg:gem/hook",
      reason: "spiral",
      isNamed: false,
    });
    expect(index.place("pkg:gem/hook-dough-fork")?.solution).toBe("pkg:gem/hook-dough-fork");
    expect(index.place("pkg:npm/%40crumb/ui")?.solution).toBe("pkg:npm/%40crumb");
    expect(index.place("pkg:gem/hooked")).toBeNull();
    expect(index.place("pkg:npm/hook")).toBeNull();
  });

  test("of an operating system is told wherever its image lies, a language's is none", () => {
    const system = (purl: string) => jobIndex().place(purl)?.reason ?? null;
    const mirror = "?repository_url=mirror.example";
    expect(
      [
        "pkg:docker/ubi10-micro?repository_url=registry.access.redhat.com",
        `pkg:docker/redhat/ubi/ubi9-minimal${mirror}`,
        `pkg:docker/ubi8/ubi-micro${mirror}`,
        `pkg:docker/wolfi/chainguard-base-fips${mirror}`,
        `pkg:docker/gcr/distroless/static-debian12${mirror}`,
        `pkg:docker/distroless/nodejs22-debian12${mirror}`,
        `pkg:docker/wolfi/python${mirror}`,
      ].map(system),
    ).toEqual([
      ...Array.from({ length: 3 }, () => "Red Hat Universal Base Image"),
      "Wolfi",
      "Distroless",
      null,
      null,
    ]);
  });

  test("does not change with the major version in a Go module's path", () => {
    expect(index.place("pkg:golang/example.org/paddle/v7")?.solution).toBe(
      "pkg:golang/example.org/paddle",
    );
    expect(index.place("pkg:golang/example.org/paddle/vat")).toBeNull();
  });

  test("is what the configuration says before what the catalogue says", () => {
    const own = jobIndex(
      [
        { job: "proofing", packages: ["pkg:gem/hook", "Basket"] },
        { job: "kneading", packages: ["pkg:gem/hook-rails"] },
      ],
      catalogue,
    );
    expect(own.place("pkg:gem/hook")).toMatchObject({
      jobId: "proofing",
      solution: "pkg:gem/hook",
    });
    expect(own.place("pkg:npm/basket")?.jobId).toBe("proofing");
    expect(own.place("pkg:gem/hook-rails")).toMatchObject({
      jobId: "kneading",
      solution: "pkg:gem/hook",
    });
    expect(own.jobs.get("proofing")).toMatchObject({ source: "configuration", countsIn: "any" });
    expect(own.jobs.get("kneading")?.source).toBe("catalogue");
  });

  test("survives names that are no text, and names of prototypes", () => {
    for (const name of ["pkg:gem/%", "pkg:npm/__proto__", "constructor", "", "pkg:"]) {
      expect(index.place(name)).toBeNull();
    }
    expect(
      jobIndex([{ job: "x", packages: ["__proto__"] }], []).place("pkg:npm/__proto__")?.jobId,
    ).toBe("x");
  });

  test("goes to adoption for packages that have one", () => {
    expect(packageJobs(index, ["pkg:gem/hook", "pkg:gem/salt", "pkg:gem/hook-x"])).toEqual(
      new Map([
        ["pkg:gem/hook", "kneading"],
        ["pkg:gem/hook-x", "kneading"],
      ]),
    );
  });

  test("is given to own capabilities that are named, not to those that only bear a family's name", () => {
    const organisation = bakery({
      capabilities: [
        kit("hook"),
        kit("hook-oven"),
        kit("paddle", { packages: ["pkg:golang/example.org/paddle"], job: "stirring" }),
      ],
    });
    expect(nameJobs(organisation, index).capabilities.map(({ job }) => job)).toEqual([
      "kneading",
      null,
      "stirring",
    ]);
  });
});
