/** The files of this version of the app, named in the page by the build: they belong together. */
export type SiteFiles = { readonly worker: string; readonly catalog: string; readonly version: string };

/** @throws Error where the page was not made by the build */
export function siteFiles(): SiteFiles {
  return { worker: addressOf('worker'), catalog: addressOf('catalog'), version: contentOf('version') };
}

function addressOf(name: string): string {
  return new URL(contentOf(name), document.baseURI).href;
}

function contentOf(name: string): string {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="simwise-${name}"]`)?.content;
  if (content === undefined) throw new Error(`the page does not name its ${name}`);
  return content;
}
