// In: a question that goes through the whole study. Out: the same question, answered once for each study and then remembered.
// Pages ask it as often as they like; the answer goes when the study goes.

import type { Study } from '../model/study.ts';

export function oncePerStudy<Answer>(question: (study: Study) => Answer): (study: Study) => Answer {
  const answers = new WeakMap<Study, { readonly answer: Answer }>();
  return (study) => {
    const known = answers.get(study);
    if (known) return known.answer;
    const answer = question(study);
    answers.set(study, { answer });
    return answer;
  };
}
