import { signal } from '@preact/signals';
import { isOffline, newVersion, reloadWithNewVersion } from '../state/device.ts';
import { keepsNothing } from '../state/kept.ts';
import { languageTrouble } from '../state/session.ts';
import { problems } from '../state/store.ts';
import { words } from '../state/words.ts';
import { Button } from './fields.tsx';

const updateLater = signal(false);

/** What the person should know about the link, the device and the version; nothing most of the time. */
export function Notices() {
  const { web, signs } = words();
  const { shell, trouble } = web;
  return (
    <div class="notices" role="status">
      {isOffline.value && <p class="notice">{shell.online}</p>}
      {keepsNothing.value && <p class="notice">{trouble.notKept}</p>}
      {languageTrouble.value && <p class="notice">{trouble.part}</p>}
      {problems.value.map((problem) => (
        <p class="notice" key={problem.code}>
          {problem.code === 'foreign'
            ? trouble.foreign
            : trouble.unreadable({ fields: problem.fields.join(signs.comma) })}
        </p>
      ))}
      {newVersion.value && !updateLater.value && (
        <div class="notice">
          <p>{shell.update}</p>
          <div class="actions">
            <Button kind="primary" onClick={reloadWithNewVersion}>
              {shell.updateNow}
            </Button>
            <Button onClick={() => (updateLater.value = true)}>{shell.updateLater}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
