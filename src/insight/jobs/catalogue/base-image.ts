import type { Job } from "../job.ts";

/** Mirrored into a registry of one's own, an image keeps the end of its name. */
const anywhere = (name: string): string => `pkg:docker/**/${name}`;

/** https://catalog.redhat.com/software/base-images */
const universal = ["ubi8", "ubi9", "ubi10"].flatMap((ubi) => [
  anywhere(ubi),
  anywhere(`${ubi}/ubi`),
  ...["minimal", "micro", "init"].flatMap((size) => [
    anywhere(`${ubi}-${size}`),
    anywhere(`${ubi}/ubi-${size}`),
  ]),
]);

/** Without those of a language: https://github.com/GoogleContainerTools/distroless */
const distroless = ["static", "base", "base-nossl", "cc"].flatMap((kind) =>
  ["", "-debian11", "-debian12", "-debian13"].map((debian) =>
    anywhere(`distroless/${kind}${debian}`),
  ),
);

export const baseImage: Job = {
  id: "base-image",
  title: "Operating system image",
  definition: "Gives a container its operating system, where it is chosen apart from the language.",
  countsIn: "shipped",
  solutions: [
    {
      packages: [
        "pkg:docker/ubuntu",
        "pkg:docker/lts/ubuntu?repository_url=public.ecr.aws",
        "pkg:docker/ubuntu/ubuntu?repository_url=public.ecr.aws",
      ],
      reason: "Ubuntu",
    },
    { packages: ["pkg:docker/debian"], reason: "Debian" },
    { packages: ["pkg:docker/alpine"], reason: "Alpine" },
    {
      packages: [
        "pkg:docker/amazonlinux",
        "pkg:docker/amazonlinux/amazonlinux?repository_url=public.ecr.aws",
      ],
      reason: "Amazon Linux",
    },
    {
      packages: [
        "pkg:docker/redhat/ubi8",
        "pkg:docker/redhat/ubi9",
        "pkg:docker/ubi8/ubi?repository_url=registry.access.redhat.com",
        "pkg:docker/ubi9/ubi?repository_url=registry.access.redhat.com",
        "pkg:docker/ubi8/ubi-minimal?repository_url=registry.access.redhat.com",
        "pkg:docker/ubi9/ubi-minimal?repository_url=registry.access.redhat.com",
        ...universal,
      ],
      reason: "Red Hat Universal Base Image",
    },
    { packages: ["pkg:docker/fedora"], reason: "Fedora" },
    { packages: ["pkg:docker/centos"], reason: "CentOS, discontinued" },
    {
      packages: [
        "pkg:docker/rockylinux",
        "pkg:docker/rockylinux/rockylinux",
        "pkg:docker/almalinux",
      ],
      reason: "rebuilds of Red Hat Enterprise Linux",
    },
    { packages: ["pkg:docker/busybox"], reason: "BusyBox" },
    {
      packages: [
        "pkg:docker/distroless/static?repository_url=gcr.io",
        "pkg:docker/distroless/base?repository_url=gcr.io",
        "pkg:docker/distroless/static-debian11?repository_url=gcr.io",
        "pkg:docker/distroless/static-debian12?repository_url=gcr.io",
        "pkg:docker/distroless/base-debian12?repository_url=gcr.io",
        ...distroless,
      ],
      reason: "Distroless",
    },
    {
      packages: [
        "pkg:docker/chainguard/wolfi-base?repository_url=cgr.dev",
        "pkg:docker/chainguard/static?repository_url=cgr.dev",
        ...["wolfi-base", "chainguard-base", "chainguard-base-fips"].map(anywhere),
        ...["chainguard/static", "chainguard/glibc-dynamic", "wolfi/static"].map(anywhere),
      ],
      reason: "Wolfi",
    },
    { packages: ["pkg:docker/archlinux"], reason: "Arch" },
  ],
  absent: {
    npm: "images are not packages of a language",
    gem: "images are not packages of a language",
    pypi: "images are not packages of a language",
    maven: "images are not packages of a language",
    golang: "images are not packages of a language",
  },
};
