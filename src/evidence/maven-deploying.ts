/** Names under which a pom says that it, or an artefact, is not deployed; nothing that a pom itself can define is called so. */
export const deploySkipConfigured = "maven.deploy.skip configured";
export const ownDeploySkip = "maven.deploy.skip own";
/** Before the name of the artefact. */
export const notDeployed = "maven.deploy.excluded:";
/** The property by which a build or a pom turns deploying off. */
export const deploySkip = "maven.deploy.skip";
