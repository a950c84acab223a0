/** Words of Groovy and of pipelines, and steps of common plugins: nobody's library. */
export const builtInSteps: ReadonlySet<string> = new Set(
  (
    "if else for while switch case try catch finally return throw new def assert import class static void " +
    "pipeline agent stages stage steps parallel matrix axes axis exclude excludes when environment options parameters triggers tools post input libraries " +
    "always changed fixed regression aborted failure success unstable unsuccessful cleanup label node docker dockerfile kubernetes image args any none " +
    "branch expression not allOf anyOf changeRequest changelog changeset equals tag buildingTag triggeredBy beforeAgent " +
    "string choice booleanParam text password file cron pollSCM upstream githubPush " +
    "sh bat powershell pwsh echo error dir deleteDir withEnv withCredentials credentials checkout scm git archiveArtifacts archive unarchive stash unstash junit " +
    "timeout retry sleep waitUntil catchError warnError unstable script build milestone lock mail emailext slackSend properties parameters buildDiscarder logRotator " +
    "disableConcurrentBuilds skipDefaultCheckout timestamps ansiColor disableResume durabilityHint quietPeriod retry rateLimitBuilds skipStagesAfterUnstable " +
    "usernamePassword usernameColonPassword sshUserPrivateKey certificate sshagent readFile writeFile fileExists readJSON writeJSON readYaml writeYaml readProperties " +
    "readMavenPom writeMavenPom findFiles touch zip unzip tar untar sha1 sha256 nodesByLabel isUnix pwd tool load evaluate library fingerprint publishHTML " +
    "recordIssues withMaven withGradle withSonarQubeEnv waitForQualityGate podTemplate containerTemplate container containerTemplates volumes yaml yamlFile defaultContainer " +
    "inheritFrom httpRequest sshPublisher step wrap configFileProvider configFile githubNotify publishChecks withChecks cleanWs copyArtifacts nodejs rtServer rtUpload " +
    "withAWS s3Upload s3Download ecrLogin withDockerRegistry withDockerContainer withKubeConfig kubernetesDeploy buildName buildDescription currentBuild " +
    "env params println print printf each collect find findAll join split trim put add get call echo jobDsl discoverGitReferenceBuild recordCoverage jacoco cobertura " +
    "githubStatus setGitHubPullRequestStatus mavenJob pipelineJob freeStyleJob multibranchPipelineJob folder values name value"
  ).split(" "),
);
