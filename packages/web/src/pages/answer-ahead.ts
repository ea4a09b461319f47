import { useEffect } from 'preact/hooks';

/** So long a person must have rested on a page: who only passes through it wants no answer to it. */
const REST_MS = 1000;

/**
 * Has the answer worked out while the person still looks at what it is asked for, so that it is there when they want it.
 * What this takes comes with the first page that uses it, not with the first question.
 */
export function useAnswerAhead(): void {
  useEffect(() => {
    let end: (() => void) | undefined;
    let rest: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const begin = async () => {
      const [{ follow, openAdvice }] = await Promise.all([import('../state/advice.ts'), import('./answer-page.tsx')]);
      if (isOver) return;
      openAdvice();
      rest = setTimeout(() => {
        end = follow('advice');
      }, REST_MS);
    };
    // The answer page asks for what it lacks itself, and says so where it cannot be had.
    begin().catch(() => undefined);
    return () => {
      isOver = true;
      clearTimeout(rest);
      end?.();
    };
  }, []);
}
