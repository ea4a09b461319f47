import { CONTACT_SECTIONS, findBrands } from '@simwise/catalog';
import {
  type BrandAnswer,
  brandAnswer,
  type ContactAnswer,
  hasContacts,
  PACK_ACTIONS,
  type PackCodes,
  type SourceAnswer,
  type Wording,
} from '@simwise/messages';
import { type CommonOptions, Session, type Terminal, UsageError } from '../session.ts';
import { formatTable, indent } from '../table.ts';

/** `simwise ask OPERATOR`: lines, apps, offices, codes and ways to top up, each with its source and age. */
export async function askOperator(terminal: Terminal, asked: string, options: CommonOptions): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog();
  const lookup = findBrands(catalog, asked);
  const wording = session.wording(catalog);
  if (lookup.is === 'no-such-brand') throw noSuchBrand(asked, lookup, wording);
  const view = { on: session.today(catalog), wording };
  const answers = lookup.brands.map((brand) => brandAnswer(catalog, brand, view));
  if (options.json) session.json({ brands: answers });
  else session.print(answers.flatMap((answer, index) => [...(index > 0 ? [''] : []), ...brandText(answer, wording)]));
  return answers.some(hasContacts) ? 0 : 1;
}

type NoSuchBrand = { readonly similar: readonly string[]; readonly known: readonly string[] };

function noSuchBrand(asked: string, { similar, known }: NoSuchBrand, { messages }: Wording): UsageError {
  const words = { asked, similar: similar.join(', '), known: known.join(', ') };
  return new UsageError(messages.contacts.noSuchBrand(words));
}

function brandText(answer: BrandAnswer, wording: Wording): string[] {
  const { contacts } = wording.messages;
  if (!hasContacts(answer)) return [answer.name, ...indent([contacts.nothing({ brand: answer.name })])];
  const cited = new Citations();
  const { company, network, notes, notKnown } = answer;
  return [
    answer.name,
    ...indent([
      ...(company ? [`${contacts.company}: ${company}`] : []),
      ...(network ? [`${contacts.network}: ${network}`] : []),
      ...sectionsText(answer, cited, wording),
      ...packsText(answer.packs, cited, wording),
      ...(notKnown.length > 0 ? [contacts.notKnown({ purposes: notKnown.map(({ text }) => text).join(', ') })] : []),
      ...(notes ? [`${contacts.notes}: ${notes}`] : []),
      contacts.untried,
      `${contacts.sources}:`,
      ...indent(cited.list()),
    ]),
  ];
}

function sectionsText({ sections }: BrandAnswer, cited: Citations, { messages }: Wording): string[] {
  return CONTACT_SECTIONS.flatMap((section) => {
    const rows = sections[section].map((contact) => contactRow(contact, cited));
    return rows.length === 0 ? [] : [`${messages.contacts.sections[section]}:`, ...indent(formatTable(rows))];
  });
}

function contactRow(contact: ContactAnswer, cited: Citations): string[] {
  const { purpose, purposeText, detail, value, ageText, sources } = contact;
  const what = purpose === 'other' && detail ? detail : [purposeText, ...(detail ? [detail] : [])].join(': ');
  return [value ?? '–', what, `${ageText} ${cited.marks(sources)}`];
}

function packsText(packs: readonly PackCodes[], cited: Citations, { messages }: Wording): string[] {
  const rows = packs.flatMap(({ name, codes, ageText, sources }) =>
    PACK_ACTIONS.flatMap((action) => {
      const code = codes[action];
      if (code === undefined) return [];
      return [[code, `${name}: ${messages.contacts.actions[action]}`, `${ageText} ${cited.marks(sources)}`]];
    }),
  );
  return rows.length === 0 ? [] : [`${messages.contacts.packs}:`, ...indent(formatTable(rows))];
}

/** Numbers the sources in the order in which they are cited. */
class Citations {
  readonly #known = new Map<string, SourceAnswer>();

  marks(sources: readonly SourceAnswer[]): string {
    for (const source of sources) if (!this.#known.has(source.id)) this.#known.set(source.id, source);
    const ids = [...this.#known.keys()];
    return sources.map(({ id }) => `[${ids.indexOf(id) + 1}]`).join('');
  }

  list(): string[] {
    return [...this.#known.values()].map(
      ({ publisher, address, seen }, index) => `[${index + 1}] ${publisher}, ${address}${seen ? ` (${seen})` : ''}`,
    );
  }
}
