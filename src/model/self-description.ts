/** What a README calls its project: what is said *of* it, never a word about what it does or what it is used for. */
const experimentTitle =
  /\b(?:prototypes?|experiments?|proof[ -]of[ -]concept|poc|spikes?|playground|hackathons?|hack[ -]?days?|toy|kata)\b|(?:^|\W)(?:demo|tutorial|workshop)s?$|^(?:demo|tutorial|workshop):? (?:of|for|on|apps?|applications?|projects?|repo|repository)\b/i;
const experimentNouns =
  "prototypes?|experiments?|proofs?[ -]of[ -]concepts?|poc|playground|sketch(?:es)?|spikes?|hackathon|hack[ -]?day|toy|demo|demonstration|tutorial|workshop|kata|sandbox|coding (?:challenge|test|exercise)";
const experimentOf = new RegExp(
  `(?:^|[.!?] )(?:${experimentNouns})\\b(?! (?:is|are|that)\\b)|${said()}(?:${experimentNouns})\\b|\\b(?:th(?:is|ese) (?:[\\w-]{1,30} ){0,2}?(?:is|are)|it is) (?:highly |still |very |purely |currently )?experimental\\b(?! support)|^experimental\\b|${said()}experimental (?:project|repo|repository|code|implementation|playground)\\b`,
  "i",
);
const nouns = new RegExp(`\\b(?:${experimentNouns}|experimental)\\b`, "i");
const personalOf = new RegExp(
  `${said()}(?:personal (?:[\\w-]{1,30} ){0,2}?(?:repo|repository|project|website|site|homepage|blog|notes?|scripts?|config(?:uration)?s?|settings|dotfiles|collection|page|fork|tools?))\\b|\\b(?:my|his|her) (?:own|personal|dotfiles)\\b|\\bdotfiles\\b`,
  "i",
);

/** "a", "an early", "this is our", "contains some quick": what stands between the beginning or a verb of being and the noun. */
function said(): string {
  return "(?:^|[.!?:] |\\b(?:is|are|was|were|contains?|holds?|hosts?|just|only|merely|for) )(?:an?|the|some|our|my|your|this|these|simple|small) (?:[\\w-]{1,30} ){0,3}?";
}

/** The words with which it calls itself an experiment, a demonstration or a prototype; null where it does not. */
export function experimentWords(title: string, summary: string): string | null {
  return wordIn(experimentTitle.exec(title)?.[0] ?? experimentOf.exec(summary)?.[0], nouns);
}

/** The words with which it calls itself somebody's own; null where it does not. */
export function personalWords(title: string, summary: string): string | null {
  const found = /\bdotfiles\b/i.exec(title)?.[0] ?? personalOf.exec(summary)?.[0];
  return wordIn(found, /\b(?:personal|my own|dotfiles)\b/i);
}

function wordIn(sentence: string | undefined, word: RegExp): string | null {
  if (sentence === undefined) return null;
  return (word.exec(sentence)?.[0] ?? sentence).trim();
}
