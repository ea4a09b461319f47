// Comes before the app, and is small: begins to fetch what the page of the address will need, all at once, where the app
// would ask for one file after another.
import { firstLanguage } from './state/first-language.ts';
import { filesNamed } from './state/site-files.ts';

/** Pages that are worked out, by the part of the address after `#`. */
const ASKING = /^#[^/]*\/(?:answer|explain|formalities|counter|map|places|ask)\b/;

for (const file of filesNamed(`text-${firstLanguage()}`)) loadModule(file);
if (ASKING.test(location.hash)) {
  for (const file of filesNamed('answer')) loadModule(file);
  for (const file of [...filesNamed('worker'), ...filesNamed('catalog')]) keepInCache(file);
}

function loadModule(href: string): void {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
}

/** For the worker, which has what it fetches from there. Where it fails, the worker says so. */
function keepInCache(file: string): void {
  fetch(file)
    .then((response) => response.blob())
    .catch(() => undefined);
}
