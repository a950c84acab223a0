import type { SurveyTopic } from "#vocabulary/declared.ts";

export interface SurveyItem {
  readonly id: string;
  readonly topic: SurveyTopic;
  readonly text: string;
  readonly low: number;
  readonly high: number;
  readonly kind: "agreement" | "nps" | "csat" | "ces";
  /** Where the item is from. */
  readonly origin: string;
}

const own = "written for Fulcrum";

const agreement = (id: string, topic: SurveyTopic, text: string): SurveyItem => ({
  id,
  topic,
  text,
  low: 1,
  high: 5,
  kind: "agreement",
  origin: own,
});

/** The survey: a column named by an item's id holds its answers. 1 is "strongly disagree", 5 "strongly agree". */
export const instrument: readonly SurveyItem[] = [
  {
    id: "nps",
    topic: "overall",
    text: "How likely are you to recommend the platform to a colleague in another team?",
    low: 0,
    high: 10,
    kind: "nps",
    origin: "Reichheld 2003: 0 to 10",
  },
  {
    id: "csat",
    topic: "overall",
    text: "How satisfied are you with the platform?",
    low: 1,
    high: 5,
    kind: "csat",
    origin: "customer satisfaction score: 1 to 5",
  },
  {
    id: "ces",
    topic: "overall",
    text: "The platform makes it easy to get done what I set out to do.",
    low: 1,
    high: 7,
    kind: "ces",
    origin: "customer effort score, version 2: agreement from 1 to 7",
  },
  agreement("tools-keep-up", "tooling", "Our tools and pipelines seldom hold me up."),
  agreement("builds-quick", "tooling", "Builds and tests answer quickly enough for me to go on."),
  agreement("release-easy", "tooling", "Bringing a change to production is simple."),
  agreement("docs-findable", "documentation", "I find the documentation that I need."),
  agreement("apis-easy", "interfaces", "Internal libraries and APIs are easy to use."),
  agreement("apis-stable", "interfaces", "Internal libraries and APIs seldom break what I built."),
  agreement("self-service", "self-service", "I get what I need without asking another team."),
  agreement("answers-in-time", "support", "Questions to the platform team are answered in time."),
  agreement(
    "load-manageable",
    "load",
    "The number of tools and technologies I must know is manageable.",
  ),
];
