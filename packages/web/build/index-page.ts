import type { Language } from '@simwise/catalog';

/** What the page needs to know of the files of its version, relative to itself. */
export type PageFiles = {
  readonly main: string;
  /** Runs before it. */
  readonly first: string;
  readonly style: string;
  readonly worker: string;
  readonly catalog: string;
  readonly places: string;
  readonly coverage: string;
  readonly shape: string;
  /** Cells of every licence are a file of their own. */
  readonly cells: readonly string[];
  readonly version: string;
  /** Scripts that the main one and the texts need at once. */
  readonly preload: readonly string[];
  /** The scripts of the page of an answer. */
  readonly answer: readonly string[];
  readonly texts: Readonly<Record<Language, string>>;
};

/** Nothing but the app's own files; no inline script or style, no other origin. A server sends the same as a header. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The one page of the app. Its texts before the script has come are in all languages of the app. */
export function indexPage(files: PageFiles): string {
  const { main, first, style, preload } = files;
  return `<!doctype html>
<html lang="en" data-theme="auto">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b5c56">
<meta name="mobile-web-app-capable" content="yes">
<meta name="apple-mobile-web-app-title" content="simwise">
<meta name="referrer" content="no-referrer">
<meta name="description" content="Which SIM card or eSIM to take in Kazakhstan, and what it will really cost.">
${namedFiles(files)}
<title>simwise</title>
<link rel="icon" href="./icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="./apple-touch-icon.png">
<link rel="manifest" href="./manifest.webmanifest">
<script type="module" async src="${first}"></script>
<link rel="stylesheet" href="${style}">
${preload.map((file) => `<link rel="modulepreload" href="${file}">`).join('\n')}
<script type="module" src="${main}"></script>
</head>
<body>
<div id="app">
<main class="before">
<h1>simwise…</h1>
<p class="late" lang="en">Not there yet? Check connection and JavaScript, then reload.</p>
<p class="late" lang="zh">还没有载入？请检查网络和 JavaScript，再重新载入。</p>
<p class="late" lang="ru">Всё ещё нет? Проверьте связь и JavaScript, обновите страницу.</p>
<p class="late" lang="kk">Әлі ашылмады ма? Байланыс пен JavaScript-ті тексеріп, бетті қайта ашыңыз.</p>
<noscript>
<p lang="en">The answer is computed on your device, which needs JavaScript.</p>
<p lang="zh">答案在您的设备上计算，因此需要启用 JavaScript。</p>
<p lang="ru">Ответ считается на вашем устройстве, для этого нужен JavaScript.</p>
<p lang="kk">Жауап құрылғыңызда есептеледі, ол үшін JavaScript керек.</p>
</noscript>
</main>
</div>
</body>
</html>
`;
}

/** Files that the app asks for by itself. */
const NAMED = ['worker', 'catalog', 'places', 'coverage', 'shape', 'version'] as const;

function namedFiles(files: PageFiles): string {
  const texts = Object.entries(files.texts).map(([language, file]) => [`text-${language}`, file]);
  const lists = (['cells', 'answer'] as const).map((name) => [name, files[name].join(' ')]);
  const pairs = [...NAMED.map((name) => [name, files[name]]), ...lists, ...texts];
  return pairs.map(([name, value]) => `<meta name="simwise-${name}" content="${value}">`).join('\n');
}
