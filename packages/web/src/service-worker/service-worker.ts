// Keeps one version of the app on the device and serves it from there, whole: files of two versions never mix. A newer
// version waits until the person lets it take over.
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

type Scope = {
  addEventListener: (type: 'message', listen: (event: { data?: { type?: string } }) => void) => void;
  skipWaiting: () => Promise<void>;
};

/** Put in by the build: every file of this version with its fingerprint. */
declare const SITE_FILES: { url: string; revision: string | null }[];

const scope = globalThis as unknown as Scope;

precacheAndRoute(SITE_FILES);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));
clientsClaim();

scope.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void scope.skipWaiting();
});
