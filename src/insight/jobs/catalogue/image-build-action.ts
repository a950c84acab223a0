import type { Job } from "../job.ts";

export const imageBuildAction: Job = {
  id: "image-build-action",
  title: "Image build action",
  definition: "Builds container images in a pipeline.",
  countsIn: "any",
  solutions: [
    {
      packages: [
        "pkg:githubactions/docker/build-push-action",
        "pkg:githubactions/docker/setup-buildx-action",
        "pkg:githubactions/docker/bake-action",
      ],
      reason: "BuildKit",
    },
    { packages: ["pkg:githubactions/redhat-actions/buildah-build"], reason: "Buildah" },
    { packages: ["pkg:githubactions/elgohr/publish-docker-github-action"], reason: "one step" },
    { packages: ["pkg:githubactions/mr-smithers-excellent/docker-build-push"], reason: "one step" },
    { packages: ["pkg:githubactions/aevea/action-kaniko"], reason: "Kaniko" },
    { packages: ["pkg:githubactions/depot/build-push-action"], reason: "Depot" },
    {
      packages: ["pkg:githubactions/whoan/docker-build-with-cache-action"],
      reason: "layers from a registry",
    },
    {
      packages: ["pkg:githubactions/ko-build/setup-ko", "pkg:githubactions/imjasonh/setup-ko"],
      reason: "ko",
    },
  ],
  absent: {
    npm: "pipelines are not packages of a language",
    gem: "pipelines are not packages of a language",
    pypi: "pipelines are not packages of a language",
    maven: "pipelines are not packages of a language",
    golang: "pipelines are not packages of a language",
  },
};
