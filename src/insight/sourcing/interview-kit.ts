import type { InterviewKit, Trait } from "./result.ts";
import { type SourcingKind, sourcingKinds } from "#vocabulary/decision.ts";

function trait(
  id: string,
  name: string,
  why: string,
  kinds: readonly SourcingKind[],
  ...questions: readonly (readonly [
    question: string,
    listenFor: readonly string[],
    weak: string,
    strong: string,
  ])[]
): Trait {
  return {
    id,
    trait: name,
    why,
    kinds,
    questions: questions.map(([question, listenFor, weak, strong]) => ({
      question,
      listenFor,
      scale: [
        { score: 1, means: weak },
        { score: 2, means: "Some of it, in general words and without an example of their own." },
        { score: 3, means: "An example of their own, with what followed from it." },
        { score: 4, means: strong },
      ],
    })),
  };
}

const traits: readonly Trait[] = [
  trait(
    "shipped-at-scale",
    "Has shipped and operated platforms at scale",
    "The mistakes of the first years are dear, and can be made elsewhere.",
    ["external"],
    [
      "Which platform did you run, for how many teams, and what did you get wrong first?",
      ["numbers of teams and of incidents", "what they would not build again"],
      "Was there when somebody else did.",
      "Names what was retired, who was hit, and how adoption went before and after.",
    ],
  ),
  trait(
    "credibility",
    "Is believed by engineers",
    "Nobody has to use what is offered.",
    ["internal"],
    [
      "When did engineers here follow you although they did not have to?",
      ["names teams that can be asked", "was wrong once and said so"],
      "Rests on rank.",
      "Teams outside their own took up what they proposed, and say so when asked.",
    ],
  ),
  trait(
    "long-view",
    "Takes the long view",
    "What is put off shows after years.",
    ["internal"],
    [
      "What did you do two years ago that pays only now?",
      ["held to it while other things pressed", "knew how it would be seen to pay"],
      "Talks of the next quarter.",
      "Shows the measure that they followed, and what they gave up for it.",
    ],
  ),
  trait(
    "knows-the-house",
    "Knows the architecture, its constraints and the dynamics between teams",
    "What cannot be changed decides what can.",
    ["internal"],
    [
      "What here cannot be changed this year, and who would have to agree to change it next year?",
      ["technical and human reasons apart", "who loses by it"],
      "Names a technology that they dislike.",
      "Draws who depends on whom, and begins where two of them gain at once.",
    ],
  ),
  trait(
    "systems-thinking",
    "Thinks in systems",
    "A platform's effects show two teams further on.",
    sourcingKinds,
    [
      "Tell us of a change to something shared that had an effect nobody expected. What did you do?",
      ["names who was hit, and how it was noticed", "changed a process and not only the code"],
      "Blames a team or a person.",
      "Describes the loop that caused it, what they measured, and what they changed so that it shows earlier.",
    ],
  ),
  trait(
    "developer-experience",
    "Understands developer experience",
    "The customers are engineers who can go around the platform.",
    ["external", "internal"],
    [
      "How did you find out what slows the developers down who use what you offer?",
      ["watched people work", "asked those who left or never came", "figures beside opinions"],
      "Waits for tickets.",
      "Combined interviews, usage and waiting times; dropped something of their own because of what they heard.",
    ],
  ),
  trait(
    "strategy",
    "Sets strategy rather than a backlog",
    "What is not built decides more than the order of what is.",
    ["external", "interim"],
    [
      "What did your platform deliberately not do, and how did you decide that?",
      ["a goal behind it", "who was disappointed", "how it was told"],
      "Lists features in order of requests.",
      "States the outcome, the choice that it forced, what it cost, and when it was looked at again.",
    ],
  ),
  trait(
    "influence",
    "Influences without authority",
    "No team has to use the platform because its product manager says so.",
    sourcingKinds,
    [
      "Tell us of a team that did not want what you offered. What happened?",
      ["went to see them", "took a reason seriously", "adoption that was chosen and not ordered"],
      "Had it mandated.",
      "Changed the offer because of them, shows who followed, and says who never did and why that was right.",
    ],
  ),
  trait(
    "evidence",
    "Fluent in DORA metrics, objectives and adoption curves",
    "The value is indirect: without measures it is defended by stories.",
    ["external", "interim"],
    [
      "Here is an adoption curve that is flat after a steep wave. What might it say, and what would you look at?",
      ["a mandate or a template", "who is eligible", "who left, and what they use now"],
      "Reads it as success.",
      "Names three explanations, the evidence that would tell them apart, and what it could not tell.",
    ],
  ),
  trait(
    "says-no",
    "Says no with clarity and empathy",
    "Most requests of single teams are not the platform's.",
    sourcingKinds,
    [
      "Tell us of a no to a team with a good reason. How did you say it, and what did they do next?",
      ["a reason that the team could repeat", "another way", "stayed in touch"],
      "Said later, or let it lie.",
      "The team understood the trade-off, got a way forward, and came again with the next problem.",
    ],
  ),
  trait(
    "abstract-value",
    "Comfortable with abstract value",
    "Speed, quality and less risk are what is delivered.",
    sourcingKinds,
    [
      "How did you tell a sceptical leader what your platform was worth?",
      ["ranges and assumptions", "costs counted as well", "no double counting"],
      "Counts features or users.",
      "Gave a range with its assumptions, said what it does not show, and what would change it.",
    ],
  ),
  trait(
    "writing",
    "Writes well",
    "Most of the work is read by people who were not in the room.",
    sourcingKinds,
    [
      "Before the talk: one page to all teams that something they use will go away. How did you go about it?",
      ["who is hit, from when, what to do", "reasons before rules", "short"],
      "Unclear who must do what.",
      "Every reader knows within a minute whether it concerns them, until when, and whom to ask.",
    ],
  ),
  trait(
    "facilitation",
    "Facilitates as a neutral",
    "Boundaries between teams are drawn by those teams.",
    ["interim"],
    [
      "Tell us of two teams that both, or neither, wanted to own something. How was it settled?",
      ["a decision that is written down", "who decided", "how long it held"],
      "Decided it alone.",
      "Made the options and their costs visible, got the decision from who had to make it, and it still holds.",
    ],
  ),
];

const mostForOne = 4;

export const interviewKit: InterviewKit = {
  instructions:
    "Two interviewers score each answer alone before they speak, on the scale given, with the words that made them choose it. Ask everybody the same questions. A total says less than a 1 in a trait that the option needs.",
  traits,
  maximumScore: traits.reduce((sum, one) => sum + one.questions.length * mostForOne, 0),
};
