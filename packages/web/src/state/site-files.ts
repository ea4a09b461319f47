import type { DataFiles } from '../worker/protocol.ts';

/** The data of this version of the app, named in the page by the build: files of one version belong together. */
export function dataFiles(): DataFiles {
  return {
    catalog: addressOf('catalog'),
    places: addressOf('places'),
    coverage: addressOf('coverage'),
    shape: addressOf('shape'),
    cells: filesNamed('cells'),
  };
}

const workers: Worker[] = [];

export function startWorker(): Worker {
  const worker = new Worker(addressOf('worker'), { type: 'module' });
  workers.push(worker);
  return worker;
}

/** Ends all that was started, with what it is fetching; only a page that is loaded anew has workers again. */
export function endWorkers(): void {
  for (const worker of workers) worker.terminate();
}

/** A short name of this version. */
export function siteVersion(): string {
  return contentOf('version');
}

/** The addresses of all files that go by a name. */
export function filesNamed(name: string): string[] {
  return contentOf(name)
    .split(' ')
    .filter((file) => file !== '')
    .map(absolute);
}

function addressOf(name: string): string {
  return absolute(contentOf(name));
}

function absolute(file: string): string {
  return new URL(file, document.baseURI).href;
}

/** @throws Error where the page was not made by the build */
function contentOf(name: string): string {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="simwise-${name}"]`)?.content;
  if (content === undefined) throw new Error(`the page does not name its ${name}`);
  return content;
}
