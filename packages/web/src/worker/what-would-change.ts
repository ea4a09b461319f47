// A file of its own, loaded when somebody asks what would change an answer.
export { pointBook, whatIfInSteps } from '@simwise/advisor';
export { changeTexts, decidingText } from '@simwise/messages';
