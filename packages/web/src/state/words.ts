import type { Messages } from '@simwise/messages';
import { messages } from './session.ts';

/** The texts in use. Pages are shown only once there are some. */
export function words(): Messages {
  const loaded = messages.value;
  if (!loaded) throw new Error('no texts are loaded yet');
  return loaded;
}
