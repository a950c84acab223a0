import type { Job } from "../job.ts";

export const deployAction: Job = {
  id: "deploy-action",
  title: "Deployment action",
  definition: "Puts a build into service from a pipeline.",
  countsIn: "any",
  solutions: [
    {
      packages: [
        "pkg:githubactions/aws-actions/amazon-ecs-deploy-task-definition",
        "pkg:githubactions/aws-actions/amazon-ecs-render-task-definition",
      ],
      reason: "Amazon ECS",
    },
    { packages: ["pkg:githubactions/google-github-actions/deploy-cloudrun"], reason: "Cloud Run" },
    {
      packages: ["pkg:githubactions/google-github-actions/deploy-appengine"],
      reason: "App Engine",
    },
    { packages: ["pkg:githubactions/azure/webapps-deploy"], reason: "Azure Web Apps" },
    {
      packages: ["pkg:githubactions/azure/k8s-deploy", "pkg:githubactions/azure/k8s-bake"],
      reason: "Kubernetes",
    },
    { packages: ["pkg:githubactions/azure/functions-action"], reason: "Azure Functions" },
    { packages: ["pkg:githubactions/akhileshns/heroku-deploy"], reason: "Heroku" },
    {
      packages: [
        "pkg:githubactions/superfly/flyctl-actions",
        "pkg:githubactions/superfly/flyctl-actions#setup-flyctl",
      ],
      reason: "Fly",
    },
    {
      packages: ["pkg:githubactions/appleboy/ssh-action", "pkg:githubactions/appleboy/scp-action"],
      reason: "a machine over SSH",
    },
    {
      packages: [
        "pkg:githubactions/cloudflare/wrangler-action",
        "pkg:githubactions/cloudflare/pages-action",
      ],
      reason: "Cloudflare",
    },
    { packages: ["pkg:githubactions/amondnet/vercel-action"], reason: "Vercel" },
    { packages: ["pkg:githubactions/nwtgck/actions-netlify"], reason: "Netlify" },
    { packages: ["pkg:githubactions/serverless/github-action"], reason: "Serverless Framework" },
    { packages: ["pkg:githubactions/einaregilsson/beanstalk-deploy"], reason: "Elastic Beanstalk" },
  ],
  absent: {
    npm: "pipelines are not packages of a language",
    gem: "pipelines are not packages of a language",
    pypi: "pipelines are not packages of a language",
    maven: "pipelines are not packages of a language",
    golang: "pipelines are not packages of a language",
  },
};
