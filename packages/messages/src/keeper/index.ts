// Apart from the other texts, so that a page that speaks of no card held does not load the keeper.
export * from './foreseen-wording.ts';
export * from './keeper-answer.ts';
export * from './keeper-wording.ts';
