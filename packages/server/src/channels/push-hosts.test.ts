import { expect, test } from 'vitest';
import { post } from './http-post.ts';
import { publicPushHosts } from './push-hosts.ts';

test.each([
  ['', 'https://fcm.googleapis.com/fcm/send/x', true],
  ['', 'https://updates.push.services.mozilla.com/wpush/v2/x', true],
  ['', 'https://web.push.apple.com/x', true],
  ['', 'https://db5p.notify.windows.com/w/?token=x', true],
  ['', 'https://notify.windows.com/x', false],
  ['', 'https://push.example.org/x', false],
  ['push.example.org', 'https://push.example.org/x', true],
  ['*.example.org, other.example.com', 'https://a.b.example.org/x', true],
  ['*', 'https://push.example.net/x', true],
  ['*', 'https://printer.local/x', false],
  ['*', 'https://intranet/x', false],
  ['*', 'https://10.0.0.1/x', false],
  ['*', 'http://push.example.net/x', false],
])('with "%s" added, %s: %s', (added, endpoint, isAllowed) => {
  const { allows, agent } = publicPushHosts(added);
  expect(allows(new URL(endpoint))).toBe(isAllowed);
  agent.destroy();
});

test('a name that is allowed and leads inside is not connected to', async () => {
  const { agent } = publicPushHosts('*');
  const sent = post({
    url: new URL('https://localhost/x'),
    headers: {},
    body: '',
    agent,
    signal: AbortSignal.timeout(5_000),
  });
  await expect(sent).rejects.toMatchObject({ code: 'ENOTPUBLIC', mayHaveArrived: false });
  agent.destroy();
});
