// Runs in a thread of its own: working out an advice takes a while, and reminders must not wait for it.
import { workerData } from 'node:worker_threads';
import type { CompiledCatalog } from '@simwise/catalog';
import { type Answered, answer } from './answer.ts';
import type { Question } from './question.ts';

const catalog = workerData as CompiledCatalog;

export function answerQuestion(question: Question): Answered {
  return answer(catalog, question, Date.now());
}
