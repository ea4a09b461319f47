import { formatDay } from '@simwise/engine';
import { type CoverageWording, formatNumber } from '@simwise/messages';
import type { CellListCounts } from '@simwise/places';
import { readDay } from '../read-option.ts';
import { type CommonOptions, Session, type Terminal, UsageError } from '../session.ts';
import { indent } from '../table.ts';

export type ImportOptions = CommonOptions & { readonly licence: string; readonly taken?: string };

const LICENCES = ['cc-by-sa', 'cc0'] as const;

/** `simwise coverage import`: takes a public list of cells into the catalogue folder. */
export async function importCellFile(terminal: Terminal, file: string, options: ImportOptions): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog();
  const licence = LICENCES.find((known) => known === options.licence);
  if (!licence)
    throw new UsageError(({ usage }) =>
      usage.oneOf({ option: '--licence', text: options.licence, known: LICENCES.join(', ') }),
    );
  const { importCells } = await import('@simwise/places/build');
  const result = await importCells({
    file,
    root: session.catalogFolder,
    catalog,
    today: session.today(catalog),
    licence,
    ...(options.taken === undefined ? {} : { taken: readDay(options.taken, '--taken') }),
  });
  const wording = session.wording(catalog).coverage();
  if (options.json) session.json({ ...result, newest: formatDay(result.newest) });
  else {
    const count = (number: number) => formatNumber(wording.messages, number);
    const { kept, rows } = result.counts;
    const words = { kept: count(kept), rows: count(rows), newest: wording.day(result.newest), file: result.written };
    session.print([
      wording.words.imported({ ...words, licence: result.licence }),
      ...indent(countsText(result.counts, wording)),
    ]);
  }
  return 0;
}

/** Why rows were left out, and where the first bad ones stand. */
function countsText({ skipped, bad, examples }: CellListCounts, { words, messages }: CoverageWording): string[] {
  const lines = <K extends string>(
    counts: Readonly<Record<K, number>>,
    texts: Readonly<Record<K, (params: { count: string }) => string>>,
  ) =>
    (Object.keys(counts) as K[])
      .filter((key) => counts[key] > 0)
      .map((key) => texts[key]({ count: formatNumber(messages, counts[key]) }));
  const examplesText = examples.map(({ line, fault }) =>
    words.badExample({ line: String(line), fault: faultText(words.bad[fault]) }),
  );
  return [...lines(skipped, words.skipped), ...lines(bad, words.bad), ...examplesText];
}

/** The name of a fault is the sentence that counts it, without the number. */
function faultText(sentence: (params: { count: string }) => string): string {
  return sentence({ count: '' })
    .replace(/[:：]?\s*行?$/u, '')
    .trim();
}
