// Runs in a thread of its own: working out an advice takes a while, and reminders must not wait for it.
import { workerData } from 'node:worker_threads';
import { type Answered, answer } from './answer.ts';
import { type Compiled, Knowledge } from './knowledge.ts';
import type { Question } from './question.ts';

const knowledge = new Knowledge(workerData as Compiled);

export function answerQuestion(question: Question): Answered {
  return answer(knowledge, question, Date.now());
}
