/** The browser cannot be reached by push: the person forbade it, the browser has none, or its push service is away. */
export class NoPush extends Error {
  readonly code: 'denied' | 'no-push' | 'push-service';

  constructor(code: NoPush['code']) {
    super(code);
    this.code = code;
  }
}

type Subscribed = { readonly endpoint: string; readonly keys: Readonly<Record<string, string>> };

/** Asks the person, then the browser. @param publicKey the server's, base64url. @throws NoPush; nothing has changed then */
export async function subscribeToPush(publicKey: string): Promise<Subscribed> {
  if (!('PushManager' in window) || !('Notification' in window)) throw new NoPush('no-push');
  if ((await Notification.requestPermission()) !== 'granted') throw new NoPush('denied');
  // Where the browser keeps no program for this page, there is nobody to wake up.
  if (!(await navigator.serviceWorker.getRegistration())) throw new NoPush('no-push');
  const { pushManager } = await navigator.serviceWorker.ready;
  try {
    // One made with another key, by another server at this address, cannot be used.
    await (await pushManager.getSubscription())?.unsubscribe();
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
    const { endpoint, keys } = subscription.toJSON();
    if (!endpoint || !keys) throw new NoPush('push-service');
    return { endpoint, keys };
  } catch {
    throw new NoPush('push-service');
  }
}

export async function unsubscribeFromPush(): Promise<void> {
  if (!('PushManager' in window)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.pushManager.getSubscription().then(
    (subscription) => subscription?.unsubscribe(),
    () => undefined,
  );
}
