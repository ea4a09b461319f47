// Keeps one version of the app on the device and serves it from there, whole: files of two versions never mix. A newer
// version waits until the person lets it take over.
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { followPush, type PushScope } from './push.ts';

type Scope = PushScope & {
  addEventListener: (type: 'message', listen: (event: { data?: { type?: string } }) => void) => void;
  skipWaiting: () => Promise<void>;
};

/** Put in by the build: every file of this version with its fingerprint. */
declare const SITE_FILES: { url: string; revision: string | null }[];

const scope = globalThis as unknown as Scope;

precacheAndRoute(SITE_FILES);
cleanupOutdatedCaches();
// Pages that the server makes itself, such as those behind the links in its mails, are no pages of the app.
const ofTheServer = [/\/(?:confirm|stop|v1)\/|\/(?:health|ready|metrics)$/];
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: ofTheServer }));
clientsClaim();
followPush(scope);

scope.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void scope.skipWaiting();
});
