import type { CompiledCatalog, Language, Names } from '@simwise/catalog';

/** Names by their language. */
export type NameLanguages = Readonly<Record<string, Language>>;

/** Languages that share a script, so that the letters of a name do not tell its language. */
const ALIKE = ['ru', 'kk'] as const satisfies readonly Language[];

/** The names on record whose language cannot be told from their letters; one that is the same in both is nobody's. */
export function nameLanguages({ offers, brands, operators, networks }: CompiledCatalog): NameLanguages {
  const named = [...offers, ...brands, ...operators, ...networks].map(({ names }) => names);
  return Object.fromEntries(named.flatMap(namesAlike));
}

function namesAlike(names: Names): [name: string, language: Language][] {
  if (names.ru === names.kk) return [];
  return ALIKE.flatMap((language): [string, Language][] => {
    const name = names[language];
    return name !== undefined && /\p{Script=Cyrillic}/u.test(name) ? [[name, language]] : [];
  });
}
