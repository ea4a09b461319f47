import { signal } from '@preact/signals';

/** Whether the screen is being kept on; undefined before it was asked for. */
export const isAwake = signal<boolean | undefined>(undefined);

/** Keeps the screen on until the returned function is called; after the page was hidden it asks again. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let isOver = false;
  const ask = async () => {
    if (document.visibilityState !== 'visible') return;
    const got = await requestLock();
    isAwake.value = got !== undefined;
    if (isOver) void got?.release();
    else lock = got;
  };
  document.addEventListener('visibilitychange', ask);
  void ask();
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
    isAwake.value = undefined;
  };
}

/** Devices without such a lock, or that save their battery, refuse. */
async function requestLock(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock.request('screen');
  } catch {
    return undefined;
  }
}
