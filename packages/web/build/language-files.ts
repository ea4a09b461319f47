import { basename, join } from 'node:path';
import { LANGUAGES } from '@simwise/catalog';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/** A language in an import: by its package, or beside the index of the texts. */
const LANGUAGE = new RegExp(`^(?:@simwise/messages/|\\./)(${LANGUAGES.join('|')})(?:\\.ts)?$`);

type Texts = { readonly messages: string; readonly assets: string; readonly shared: BuildOptions };

/**
 * Builds the texts of each language into a file of its own, which page and worker share.
 * @returns a plugin that leads every import of a language to its file.
 */
export async function buildLanguages({ messages, assets, shared }: Texts): Promise<Plugin> {
  const { metafile } = await build({
    ...shared,
    entryPoints: LANGUAGES.map((language) => join(messages, `${language}.ts`)),
    outdir: assets,
    entryNames: 'text-[name]-[hash]',
    chunkNames: 'part-[hash]',
    splitting: true,
    metafile: true,
  });
  const files = Object.entries(metafile?.outputs ?? {}).flatMap(([file, { entryPoint }]) =>
    entryPoint ? [[basename(entryPoint, '.ts'), `./${basename(file)}`] as const] : [],
  );
  return leadTo(new Map(files), messages);
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
