import { setTimeout as pause } from 'node:timers/promises';

const PAUSES_MS = [50, 200, 1_000, 5_000];

/** Does something until it works, with pauses between; stops trying only with the program. */
export async function insist<T>(work: () => Promise<T>, stopping: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (stopping.aborted) throw error;
      await pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)]);
    }
  }
}
