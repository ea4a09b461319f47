import { readPoster } from '@simwise/advisor';
import { formatDay } from '@simwise/engine';
import { Button } from '../parts/fields.tsx';
import { catalog, needCatalog, todayIn } from '../state/catalog.ts';
import { app } from '../state/store.ts';
import { words } from '../state/words.ts';

/** Hands the prices typed to the person as a file; where it goes is up to them. */
export function ExportButton() {
  return <Button onClick={() => void save()}>{words().web.poster.export}</Button>;
}

async function save(): Promise<void> {
  await needCatalog();
  if (!catalog.value) return;
  const today = todayIn(catalog.value);
  const corrections = app.value.posters.map((line, index) => ({ line, offer: readPoster(line, index + 1, today) }));
  const file = { format: 'simwise-correction-1', seen: formatDay(today), corrections };
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `simwise-correction-${formatDay(today)}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
