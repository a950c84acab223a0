import { expect, it } from "vitest";
import { erlangMk } from "#sources/manifests/beam/erlang-mk.ts";
import { offered, shown } from "../facts-shown.ts";

const text = `PROJECT = ticket_booth
PROJECT_VERSION = 1.2.0

DEPS = rail track \\
       signal # and no whistle
DEPS += lamp points
LOCAL_DEPS = crypto
TEST_DEPS = proper
BUILD_DEPS = elvis_mk

dep_rail = git https://github.com/acme/rail.git v2.1
dep_track = hex 3.0.1 acme_track
dep_signal_commit = 2.8.0
dep_lamp = cp $(CURDIR)/../lamp
dep_points = git $(FORGE)/points main
dep_proper = git-subfolder git@git.example.org:acme/tools.git 0ff1ce proper

include erlang.mk
`;

it("reads dependencies of erlang.mk with the places that the Makefile names", () => {
  expect(shown(erlangMk, "Makefile", text)).toEqual([
    "hex/rail v2.1 runtime 4 from https://github.com/acme/rail",
    "hex/acme_track 3.0.1 runtime 4",
    "hex/signal 2.8.0 runtime 4",
    "hex/lamp - runtime 6 from file:../lamp",
    "hex/points - runtime 6",
    "hex/proper 0ff1ce test 8 from https://git.example.org/acme/tools",
    "hex/elvis_mk - build 9",
  ]);
  expect(offered(erlangMk, "Makefile", text)).toEqual(["hex/ticket_booth 1.2.0 public"]);
});

it("takes a neighbouring folder for its own repository, and other Makefiles for none of its own", () => {
  const beside = "PROJECT = till\nDEPS = oven\ndep_oven = ln ../oven\ninclude ../erlang.mk\n";
  expect(shown(erlangMk, "apps/till/Makefile", beside)).toEqual([
    "hex/oven - runtime 2 in apps/oven",
  ]);
  expect(erlangMk.read({ path: "Makefile", text: "DEPS = main.o\nall: $(DEPS)\n" })).toEqual({});
});
