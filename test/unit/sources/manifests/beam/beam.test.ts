import { expect, it } from "vitest";
import { mixExs } from "#sources/manifests/beam/mix-exs.ts";
import { appSrc, rebarConfig } from "#sources/manifests/beam/rebar-config.ts";
import { offered, shown } from "../facts-shown.ts";

const text = `defmodule Booth.MixProject do
  use Mix.Project
  @version "2.3.0"

  def project do
    [app: :ticket_booth, version: @version, deps: deps(), package: package()]
  end

  def application, do: [extra_applications: [:logger], mod: {Booth, []}]

  defp deps do
    [
      {:reel, "~> 1.0"}, # {:old, "~> 0.1"},
      {:curtain, git: "https://github.com/cinema/curtain.git", tag: "v3"},
      {:lamp, github: "cinema/lamp", ref: "0ff1ce"},
      {:seat, path: "../seat", only: [:dev, :test], runtime: false},
      {:foyer, in_umbrella: true},
      {:popcorn_ex, "~> 2.0", hex: :popcorn, organization: "cinema"},
      {:credits, "~> 1.7", only: :test},
      {:projector, ">= 0.0.0", runtime: false}
    ]
  end
  def other, do: {:ok, :fine}
end
`;

it("reads dependencies of mix", () => {
  expect(shown(mixExs, "apps/booth/mix.exs", text)).toEqual([
    "hex/reel ~> 1.0 runtime 13",
    "hex/curtain v3 runtime 14 from https://github.com/cinema/curtain",
    "hex/lamp 0ff1ce runtime 15 from https://github.com/cinema/lamp",
    "hex/seat - development 16 in apps/seat",
    "hex/foyer - runtime 17 in apps/foyer",
    "hex/popcorn ~> 2.0 runtime 18",
    "hex/credits ~> 1.7 test 19",
    "hex/projector >= 0.0.0 build 20",
  ]);
});

it("offers the application; without a package it is not for Hex", () => {
  expect(offered(mixExs, "mix.exs", text)).toEqual(["hex/ticket_booth 2.3.0 public"]);
  const app = `def project, do: [app: :booth, version: "0.1.0"]`;
  expect(offered(mixExs, "mix.exs", app)).toEqual(["hex/booth 0.1.0 private"]);
});

it("reads dependencies of rebar", () => {
  const config = `{erl_opts, [debug_info]}.
{deps, [
  lamp, % a comment
  {reel, "1.2.0"},
  {curtain, {git, "https://github.com/cinema/curtain.git", {tag, "v3"}}}
]}.
{project_plugins, [projector]}.
`;
  expect(shown(rebarConfig, "rebar.config", config)).toEqual([
    "hex/lamp - runtime 3",
    "hex/reel 1.2.0 runtime 4",
    "hex/curtain v3 runtime 5 from https://github.com/cinema/curtain",
    "hex/projector - build 7",
  ]);
  const app = `{application, booth, [{vsn, "1.0.0"}, {applications, [kernel]}]}.`;
  expect(offered(appSrc, "src/booth.app.src", app)).toEqual(["hex/booth 1.0.0 public"]);
});
