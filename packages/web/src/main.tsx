// The entry of the web app.
import { render } from 'preact';
import { App, fetchAhead } from './app.tsx';
import { followDevice } from './state/device.ts';
import { followSession, language, speak } from './state/session.ts';
import { app, followAddress } from './state/store.ts';

followAddress();
followSession();
fetchAhead(app.value.page);
await speak(language.value);
const root = document.getElementById('app');
if (root) render(<App />, root);
followDevice();
