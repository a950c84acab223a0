/** Service accounts that commit: nobody's work. Word boundaries are punctuation, so "robot" or "abbot" stay people. */
const knownBot =
  /(?:\[bot\]@|(?:^|[+._-])(?:bots?|renovate(?:-?bot)?|dependabot(?:-preview)?|greenkeeper|snyk(?:-bot)?|pyup-bot|mergify|jenkins|travis|circleci|gitlab-runner|github-actions?|semantic-release(?:-bot)?|release-please|weblate|transifex|imgbot|allcontributors|service-?account|automation|ci|[a-z]{2,20}machine)(?:[+._-][^@]{0,60})?@|@(?:dependabot|renovateapp|whitesourcesoftware|pyup|greenkeeper|snyk)\.(?:com|io)$)/;

/** Coding agents that commit under an account without "[bot]": what they wrote is no person's work either. */
const knownAgent =
  /^(?:(?:\d+\+)?(?:copilot(?:-swe-agent)?|devin-ai-integration|google-labs-jules|openhands-agent|sweep-ai)@users\.noreply\.github\.[a-z.]{2,20}|cursoragent@cursor\.com|openhands@all-hands\.dev|noreply@anthropic\.com)$/;

/** Programs that sign with an address of people's, as pipelines are set up to: "Buildkite on behalf of Acme". */
const programName =
  /^(?:travis[ -]?ci|(?:travis|github|gitlab)(?= on behalf)|circle[ -]?ci|build ?kite|jenkins(?:[ -](?:ci|bot|server))?|github[ -]actions?|gitlab[ -](?:ci|runner|bot)|drone[ -]ci|azure (?:pipelines|devops)|team ?city|bamboo(?: server)?|concourse(?:[ -](?:ci|bot))?|semaphore[ -]?ci|app ?veyor|dependabot|renovate(?:[ -]bot)?|snyk(?:[ -]bot)?|greenkeeper|scala steward|release[ -]please|semantic[ -]release(?:[ -]bot)?|weblate|crowdin(?:[ -]bot)?|transifex(?:[ -]bot)?|(?:ci|build|release|deploy|deployment|automation)[ -](?:bot|user|server))(?: (?:on behalf of|for) .{1,100})?$|\[bot\]$/i;

/** Says whether a commit is signed with the name of a program, whoever's the address is. */
export function isProgramName(name: string): boolean {
  return name.length <= 200 && programName.test(name.trim());
}

/** Says whether an author's address belongs to a program. `configured` are further addresses or names, lower case. */
export function isBotAddress(address: string, configured: readonly string[]): boolean {
  return (
    knownBot.test(address) ||
    knownAgent.test(address) ||
    configured.some(
      (bot) => address === bot || address.split("@", 1)[0]?.replace(/^\d+\+/, "") === bot,
    )
  );
}
