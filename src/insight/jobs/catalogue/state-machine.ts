import type { Job } from "../job.ts";

export const stateMachine: Job = {
  id: "state-machine",
  title: "State machine",
  definition: "Says which states a thing can be in and how it gets from one to another.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/xstate", "pkg:npm/%40xstate/react"], reason: "statecharts" },
    { packages: ["pkg:npm/javascript-state-machine"], reason: "finite states" },
    { packages: ["pkg:npm/robot3"], reason: "finite states" },
    { packages: ["pkg:npm/machina"], reason: "finite states" },
    { packages: ["pkg:gem/aasm"], reason: "events in the model" },
    {
      packages: [
        "pkg:gem/state_machines",
        "pkg:gem/state_machines-activerecord",
        "pkg:gem/state_machines-mongoid",
        "pkg:gem/state_machines-graphviz",
        "pkg:gem/state_machine",
      ],
      reason: "events in the model",
    },
    { packages: ["pkg:gem/statesman"], reason: "transitions as records" },
    {
      packages: ["pkg:gem/workflow", "pkg:gem/workflow-activerecord"],
      reason: "states in the model",
    },
    { packages: ["pkg:gem/transitions"], reason: "events in the model" },
    { packages: ["pkg:gem/finite_machine"], reason: "stand-alone" },
    { packages: ["pkg:gem/micromachine"], reason: "stand-alone" },
    { packages: ["pkg:pypi/transitions"], reason: "stand-alone" },
    { packages: ["pkg:pypi/python-statemachine"], reason: "stand-alone" },
    { packages: ["pkg:pypi/django-fsm", "pkg:pypi/django-fsm-2"], reason: "fields of models" },
    { packages: ["pkg:pypi/viewflow"], reason: "flows of Django" },
    { packages: ["pkg:pypi/automat"], reason: "stand-alone" },
    {
      packages: [
        "pkg:maven/org.springframework.statemachine/spring-statemachine-core",
        "pkg:maven/org.springframework.statemachine/spring-statemachine-starter",
      ],
      reason: "Spring",
    },
    { packages: ["pkg:maven/org.squirrelframework/squirrel-foundation"], reason: "Squirrel" },
    { packages: ["pkg:maven/com.github.oxo42/stateless4j"], reason: "Stateless" },
    { packages: ["pkg:maven/org.jeasy/easy-states"], reason: "Easy States" },
    { packages: ["pkg:golang/github.com/looplab/fsm"], reason: "finite states" },
    { packages: ["pkg:golang/github.com/qmuntal/stateless"], reason: "Stateless" },
  ],
  absent: {},
};
