const group =
  /^apiVersion:[ \t]{1,9}["']?(?:v1|apps|batch|argoproj\.io|serving\.knative\.dev|helm\.toolkit\.fluxcd\.io)\b/m;
const kind =
  /^kind:[ \t]{1,9}["']?(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob|Pod|Rollout|Service|Application|HelmRelease|List)\b/m;

/** Whether a YAML text holds something of Kubernetes that runs images, by the group and kind that its documents name. */
export function holdsWorkload(text: string): boolean {
  return group.test(text) && kind.test(text);
}
