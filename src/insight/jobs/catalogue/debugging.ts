import type { Job } from "../job.ts";

export const debugging: Job = {
  id: "debugging",
  title: "Debugger",
  definition: "Stops a running program so that a developer can look inside.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/ndb"], reason: "Chrome's tools, discontinued" },
    { packages: ["pkg:npm/node-inspector"], reason: "Chrome's tools, discontinued" },
    { packages: ["pkg:npm/iron-node"], reason: "Chrome's tools, discontinued" },
    { packages: ["pkg:gem/byebug"], reason: "debugger of Ruby 2" },
    {
      packages: [
        "pkg:gem/pry",
        "pkg:gem/pry-byebug",
        "pkg:gem/pry-rails",
        "pkg:gem/pry-doc",
        "pkg:gem/pry-remote",
        "pkg:gem/pry-nav",
      ],
      reason: "console with stops",
    },
    { packages: ["pkg:gem/debug"], reason: "debugger of Ruby 3" },
    { packages: ["pkg:gem/ruby-debug-ide", "pkg:gem/debase"], reason: "debugger of editors" },
    { packages: ["pkg:pypi/ipdb"], reason: "pdb with IPython" },
    { packages: ["pkg:pypi/pudb"], reason: "full screen" },
    { packages: ["pkg:pypi/debugpy", "pkg:pypi/ptvsd"], reason: "debugger of editors" },
    { packages: ["pkg:pypi/pdbpp"], reason: "pdb with colours" },
    {
      packages: ["pkg:golang/github.com/go-delve/delve", "pkg:golang/github.com/derekparker/delve"],
      reason: "Delve",
    },
  ],
  absent: { maven: "the runtime's own debug interface is used from the editor" },
};
