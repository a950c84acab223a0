/**
 * The path of a file from which an image is built: `Dockerfile`, `Dockerfile.agent`, `Dockerfile-fips`, `till.Dockerfile`; not
 * what is read by something else, or a Dockerfile only once it is filled in.
 */
export const dockerfilePath =
  /(?:^|\/)(?:[^/]{1,80}\.)?(?:Dockerfile|Containerfile)(?:[.-][^/]{1,100})?(?<!\.(?:dockerignore|md|sh|rb|py|js|ts|ya?ml|json|erb|j2|tmpl|tpl|bak|orig))$/i;
