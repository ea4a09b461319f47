import { signal } from '@preact/signals';
import { Workbox } from 'workbox-window';

export const isOffline = signal(!navigator.onLine);

/** Set when a newer version waits to take over. */
export const newVersion = signal(false);

/** Set when everything the app needs is on the device. */
export const isKept = signal(false);

let workbox: Workbox | undefined;

/** Keeps the app on the device and watches for newer versions. An open page stays with its version until it reloads. */
export function followDevice(): void {
  addEventListener('online', () => (isOffline.value = false));
  addEventListener('offline', () => (isOffline.value = true));
  if (!('serviceWorker' in navigator)) return;
  reloadAtChange();
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
  workbox?.messageSkipWaiting();
}
