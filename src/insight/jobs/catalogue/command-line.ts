import type { Job } from "../job.ts";

export const commandLine: Job = {
  id: "command-line",
  title: "Command line parsing",
  definition: "Reads the arguments of a command and writes its help.",
  countsIn: "production",
  solutions: [
    { packages: ["pkg:npm/commander"], reason: "Commander" },
    { packages: ["pkg:npm/yargs", "pkg:npm/yargs-parser"], reason: "Yargs" },
    { packages: ["pkg:npm/minimist"], reason: "plain arguments" },
    {
      packages: ["pkg:npm/%40oclif/core", "pkg:npm/%40oclif/command", "pkg:npm/oclif"],
      reason: "oclif",
    },
    { packages: ["pkg:npm/meow"], reason: "meow" },
    { packages: ["pkg:npm/cac"], reason: "CAC" },
    { packages: ["pkg:npm/clipanion"], reason: "Clipanion" },
    { packages: ["pkg:npm/command-line-args"], reason: "plain arguments" },
    { packages: ["pkg:npm/citty"], reason: "citty" },
    { packages: ["pkg:gem/thor"], reason: "Thor" },
    { packages: ["pkg:gem/optimist", "pkg:gem/trollop"], reason: "Optimist" },
    { packages: ["pkg:gem/slop"], reason: "Slop" },
    { packages: ["pkg:gem/gli"], reason: "GLI" },
    { packages: ["pkg:gem/dry-cli", "pkg:gem/hanami-cli"], reason: "dry-cli" },
    { packages: ["pkg:gem/commander"], reason: "Commander" },
    { packages: ["pkg:gem/clamp"], reason: "Clamp" },
    { packages: ["pkg:pypi/click", "pkg:pypi/click-log", "pkg:pypi/rich-click"], reason: "Click" },
    { packages: ["pkg:pypi/typer", "pkg:pypi/typer-cli"], reason: "Typer on Click" },
    { packages: ["pkg:pypi/docopt", "pkg:pypi/docopt-ng"], reason: "written help" },
    { packages: ["pkg:pypi/fire"], reason: "Fire" },
    { packages: ["pkg:pypi/cleo"], reason: "Cleo" },
    { packages: ["pkg:pypi/absl-py"], reason: "flags" },
    { packages: ["pkg:pypi/plac", "pkg:pypi/argh"], reason: "argparse, simpler" },
    {
      packages: [
        "pkg:maven/info.picocli/picocli",
        "pkg:maven/info.picocli/picocli-spring-boot-starter",
      ],
      reason: "picocli",
    },
    {
      packages: ["pkg:maven/com.beust/jcommander", "pkg:maven/org.jcommander/jcommander"],
      reason: "JCommander",
    },
    { packages: ["pkg:maven/commons-cli/commons-cli"], reason: "Commons CLI" },
    { packages: ["pkg:maven/args4j/args4j"], reason: "args4j" },
    { packages: ["pkg:maven/net.sourceforge.argparse4j/argparse4j"], reason: "argparse" },
    {
      packages: [
        "pkg:maven/com.github.ajalt.clikt/clikt",
        "pkg:maven/com.github.ajalt.clikt/clikt-jvm",
      ],
      reason: "Kotlin",
    },
    {
      packages: ["pkg:golang/github.com/spf13/cobra", "pkg:golang/github.com/spf13/pflag"],
      reason: "Cobra",
    },
    {
      packages: [
        "pkg:golang/github.com/urfave/cli",
        "pkg:golang/github.com/urfave/cli/v2",
        "pkg:golang/github.com/urfave/cli/v3",
        "pkg:golang/github.com/codegangsta/cli",
      ],
      reason: "cli",
    },
    {
      packages: [
        "pkg:golang/github.com/alecthomas/kong",
        "pkg:golang/github.com/alecthomas/kingpin",
        "pkg:golang/gopkg.in/alecthomas/kingpin.v2",
        "pkg:golang/github.com/alecthomas/kingpin/v2",
      ],
      reason: "Kong and its predecessor",
    },
    { packages: ["pkg:golang/github.com/jessevdk/go-flags"], reason: "go-flags" },
    {
      packages: [
        "pkg:golang/github.com/peterbourgon/ff/v3",
        "pkg:golang/github.com/peterbourgon/ff",
      ],
      reason: "ff",
    },
    { packages: ["pkg:golang/github.com/docopt/docopt-go"], reason: "written help" },
  ],
  absent: {},
};
