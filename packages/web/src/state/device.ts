import { signal } from '@preact/signals';
import { Workbox } from 'workbox-window';
import { endWorkers } from './site-files.ts';

export const isOffline = signal(!navigator.onLine);

/** Set when a newer version waits to take over. */
export const newVersion = signal(false);

/** Set when everything the app needs is on the device. */
export const isKept = signal(false);

let workbox: Workbox | undefined;

/** Tells the other open pages of the app that a newer version takes over. */
let takeover: BroadcastChannel | undefined;

/** So long a version is asked for nothing before another takes over. */
const QUIET_MS = 300;

/** A page that nothing has taken over by then goes on with the version it has. */
const PATIENCE_MS = 10_000;

/** Keeps the app on the device and watches for newer versions. An open page stays with its version until it reloads. */
export function followDevice(): void {
  addEventListener('online', () => (isOffline.value = false));
  addEventListener('offline', () => (isOffline.value = true));
  if (!('serviceWorker' in navigator)) return;
  try {
    followVersions();
  } catch {
    // Where this page may keep nothing some browsers refuse all of it; the app goes on without.
  }
}

function followVersions(): void {
  reloadAtChange();
  takeover = new BroadcastChannel(`simwise ${new URL('./', document.baseURI).pathname}`);
  takeover.addEventListener('message', makeWay);
  workbox = new Workbox('./sw.js');
  workbox.addEventListener('waiting', () => (newVersion.value = true));
  workbox.addEventListener('activated', () => (isKept.value = true));
  workbox.register().catch(() => undefined);
}

/** A page whose version was taken over reloads with the new one. The first to take over a page is of its own version. */
function reloadAtChange(): void {
  let hadVersion = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadVersion) location.reload();
    hadVersion = true;
  });
}

/** Lets the waiting version take over; every open page then reloads, with what it says in its address. */
export function reloadWithNewVersion(): void {
  takeover?.postMessage('');
  makeWay();
  setTimeout(() => workbox?.messageSkipWaiting(), QUIET_MS);
}

/**
 * Ends what this page fetches through the version that it has: were that asked for a file while it gives way, the browser would
 * start it anew, and the newer one would wait for it.
 */
function makeWay(): void {
  endWorkers();
  setTimeout(() => location.reload(), PATIENCE_MS);
}
