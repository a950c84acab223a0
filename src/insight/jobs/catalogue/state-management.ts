import type { Job } from "../job.ts";

export const stateManagement: Job = {
  id: "state-management",
  title: "State management",
  definition: "Keeps the state of a browser application in one place.",
  countsIn: "any",
  solutions: [
    {
      packages: [
        "pkg:npm/redux",
        "pkg:npm/%40reduxjs/toolkit",
        "pkg:npm/react-redux",
        "pkg:npm/redux-thunk",
        "pkg:npm/redux-saga",
      ],
      reason: "one store",
    },
    {
      packages: [
        "pkg:npm/mobx",
        "pkg:npm/mobx-react",
        "pkg:npm/mobx-react-lite",
        "pkg:npm/mobx-state-tree",
      ],
      reason: "observed objects",
    },
    { packages: ["pkg:npm/zustand"], reason: "hooks on a store" },
    { packages: ["pkg:npm/recoil"], reason: "atoms, discontinued" },
    { packages: ["pkg:npm/jotai"], reason: "atoms" },
    { packages: ["pkg:npm/vuex"], reason: "store of Vue" },
    { packages: ["pkg:npm/pinia"], reason: "its successor" },
    { packages: ["pkg:npm/%40ngrx/store", "pkg:npm/%40ngrx/effects"], reason: "store of Angular" },
    { packages: ["pkg:npm/%40ngxs/store"], reason: "store of Angular" },
    { packages: ["pkg:npm/effector", "pkg:npm/effector-react"], reason: "events and stores" },
    { packages: ["pkg:npm/valtio"], reason: "proxies" },
    { packages: ["pkg:npm/nanostores", "pkg:npm/%40nanostores/react"], reason: "small stores" },
  ],
  absent: {
    gem: "browsers run JavaScript",
    pypi: "browsers run JavaScript",
    maven: "browsers run JavaScript",
    golang: "browsers run JavaScript",
  },
};
