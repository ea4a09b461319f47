import { basename, join } from 'node:path';
import { LANGUAGES, type Language } from '@simwise/catalog';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/** A language in an import: by its package, or beside the index of the texts. */
const LANGUAGE = new RegExp(`^(?:@simwise/messages/|\\./)(${LANGUAGES.join('|')})(?:\\.ts)?$`);

type Texts = { readonly messages: string; readonly assets: string; readonly shared: BuildOptions };

/** The files by their names in `assets`; `common` is what all texts need. `lead` leads every import of a language to its file. */
export type LanguageFiles = {
  readonly texts: Readonly<Record<Language, string>>;
  readonly common: readonly string[];
  readonly lead: Plugin;
};

/** Builds the texts of each language into a file of its own, which page and worker share. */
export async function buildLanguages({ messages, assets, shared }: Texts): Promise<LanguageFiles> {
  const { metafile } = await build({
    ...shared,
    entryPoints: LANGUAGES.map((language) => join(messages, `${language}.ts`)),
    outdir: assets,
    entryNames: 'text-[name]-[hash]',
    chunkNames: 'part-[hash]',
    splitting: true,
    metafile: true,
  });
  const outputs = Object.entries(metafile?.outputs ?? {});
  const files = outputs.flatMap(([file, { entryPoint }]) =>
    entryPoint ? [[basename(entryPoint, '.ts'), basename(file)] as const] : [],
  );
  return {
    texts: Object.fromEntries(files) as Record<Language, string>,
    common: outputs.filter(([, { entryPoint }]) => !entryPoint).map(([file]) => basename(file)),
    lead: leadTo(new Map(files.map(([language, file]) => [language, `./${file}`])), messages),
  };
}

function leadTo(files: ReadonlyMap<string, string>, messages: string): Plugin {
  return {
    name: 'languages',
    setup: (bundle) => {
      bundle.onResolve({ filter: LANGUAGE }, ({ path, resolveDir }) => {
        const file = files.get(LANGUAGE.exec(path)?.[1] ?? '');
        const isBeside = path.startsWith('./') && resolveDir !== messages;
        return file === undefined || isBeside ? undefined : { path: file, external: true, sideEffects: false };
      });
    },
  };
}
