/** reasoning: differential, clues, next steps, options. Pure functions of findings, knowledge and a prior. */
export { type Clue, cluesOf } from './clues.ts';
export { differentialOf } from './differential.ts';
export type { Contribution, Hypothesis } from './hypothesis.ts';
export { conditionOfOutcome, type PriorShift, priorByModel, priorShiftsOf } from './model-prior.ts';
export { type Answered, type NextStep, nextStepsOf, strongestEvidence } from './next-steps.ts';
export { type Option, optionsOf } from './options.ts';
export { byExplanation, raisedByCase } from './presenting.ts';
export { type Query, queryOf } from './profiles/case.ts';
export { visitMatches } from './profiles/match.ts';
export { logSum } from './profiles/posterior.ts';
export { askableOf, questionsOf } from './profiles/questions.ts';
export { rank, rankedPlaces } from './profiles/rank.ts';
export { type CaseResult, type ResultOptions, resultOf } from './profiles/result.ts';
export { breadthOf, countOf, logRatioOf, priorLogOdds, scoresOf, shareOf } from './profiles/score.ts';
export { hpoOf, type Setting, withShelf } from './profiles/shelf.ts';
export { best } from './profiles/together.ts';
export { type Weights, weightsOf } from './profiles/weights.ts';
export { inTerms } from './profiles/words.ts';
export { shelfQuestionsOf } from './questions.ts';
export { overlookedOf } from './raised.ts';
export { tellingOf } from './telling.ts';
export { UNREPEATED } from './unrepeated.ts';
export {
  analyteName,
  dayOf,
  inSentence,
  listed,
  lowerFirst,
  monthOf,
  shortResult,
} from './wording.ts';
export { changesSomething, effortOf } from './work-up.ts';
