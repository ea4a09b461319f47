/** What the server sends: the sentence, how to name the notice so that the same one is shown once, and how to stop. */
type Pushed = {
  readonly text: string;
  readonly lang: string;
  readonly tag: string;
  readonly stop: string;
  readonly stopText: string;
};

type Notice = { readonly close: () => void; readonly data: { readonly stop: string } };
type Waiting = { readonly waitUntil: (work: Promise<unknown>) => void };
type PushEvent = Waiting & { readonly data: { readonly json: () => Pushed } | null };
type ClickEvent = Waiting & { readonly action: string; readonly notification: Notice };
type Page = { readonly url: string; readonly focus: () => Promise<unknown> };

/** The part of a service worker that notices need. */
export type PushScope = {
  addEventListener(type: 'push', listen: (event: PushEvent) => void): void;
  addEventListener(type: 'notificationclick', listen: (event: ClickEvent) => void): void;
  readonly registration: {
    readonly scope: string;
    readonly showNotification: (title: string, options: object) => Promise<void>;
  };
  readonly clients: {
    readonly matchAll: (options: object) => Promise<readonly Page[]>;
    readonly openWindow: (url: string) => Promise<unknown>;
  };
};

/** Shows what the server pushes. A click opens the cards held; the button of the notice stops all further ones. */
export function followPush(scope: PushScope): void {
  scope.addEventListener('push', (event) => {
    if (event.data) event.waitUntil(show(scope, event.data.json()));
  });
  scope.addEventListener('notificationclick', (event) => {
    const { action, notification } = event;
    notification.close();
    event.waitUntil(action === 'stop' ? stop(scope, notification.data.stop) : openKeeper(scope));
  });
}

function show({ registration }: PushScope, { text, lang, tag, stop, stopText }: Pushed): Promise<void> {
  const actions = [{ action: 'stop', title: stopText }];
  return registration.showNotification('simwise', { body: text, lang, tag, actions, data: { stop } });
}

/** Where the server cannot be reached now, the page is opened: it says how it stands and can try again. */
async function stop(scope: PushScope, link: string): Promise<void> {
  const isDone = await fetch(new URL(link, scope.registration.scope), { method: 'POST' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isDone) await openKeeper(scope);
}

async function openKeeper({ clients, registration }: PushScope): Promise<void> {
  const address = `${registration.scope}#1/keeper`;
  const open = (await clients.matchAll({ type: 'window' })).find(({ url }) => url === address);
  await (open ? open.focus() : clients.openWindow(address));
}
