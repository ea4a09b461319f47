/** A newer question has come, or the person has stopped this one. */
export class Superseded extends Error {}

/** The turn of one question at the worker. Long work rests from time to time, so that newer questions are heard. */
export type Turn<Progress> = {
  readonly isOver: () => boolean;
  readonly tell: (progress: Progress) => void;
};

/** `isNews`: what is to be told at once, not only when there is a rest. */
type Walk<Progress> = Turn<Progress> & { readonly isNews?: (progress: Progress) => boolean };

const SLICE_MS = 30;

/** Takes all steps of a generator, telling how far it is after each slice of time. @throws Superseded */
export async function takeSteps<Progress, Result>(
  steps: Iterator<Progress, Result>,
  { isOver, tell, isNews = () => false }: Walk<Progress>,
): Promise<Result> {
  let end = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < end && !isNews(step.value)) continue;
    tell(step.value);
    await nextTask();
    if (isOver()) throw new Superseded('a newer question has come');
    end = performance.now() + SLICE_MS;
  }
}

/** A message of the worker to itself; a browser holds up a timer that is set by a timer for some milliseconds. */
const { port1: heard, port2: sent } = new MessageChannel();
const waiting: (() => void)[] = [];
heard.onmessage = () => waiting.shift()?.();

/** Lets messages in that have come meanwhile. */
function nextTask(): Promise<void> {
  return new Promise((done) => {
    waiting.push(done);
    sent.postMessage(null);
  });
}
