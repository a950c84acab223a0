/** The answer is computed once for each `subject`, and kept for as long as that lives: look-ups over the rows of a section. */
export function oncePer<Subject extends object, Answer>(
  compute: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const answers = new WeakMap<Subject, { readonly answer: Answer }>();
  return (subject) => {
    const known = answers.get(subject);
    if (known !== undefined) return known.answer;
    const answer = compute(subject);
    answers.set(subject, { answer });
    return answer;
  };
}
