// The entry of the web app.
import { render } from 'preact';
import { App } from './app.tsx';
import { followDevice } from './state/device.ts';
import { followSession, language, speak } from './state/session.ts';
import { followAddress } from './state/store.ts';

followAddress();
followSession();
await speak(language.value);
const root = document.getElementById('app');
if (root) render(<App />, root);
followDevice();
