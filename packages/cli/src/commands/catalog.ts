import type { Change, CompiledCatalog } from '@simwise/catalog';
import { AS_RECORDED, type Offer, read } from '@simwise/engine';
import { openCatalog } from '../open-catalog.ts';
import { type CommonOptions, Session, type Terminal, UsageError } from '../session.ts';
import { formatTable, indent } from '../table.ts';

/** `simwise catalog check`: every finding of every check, at once. @throws CatalogError where there is no folder to check. */
export async function checkFolder(terminal: Terminal, options: CommonOptions & { fix?: boolean }): Promise<number> {
  const session = new Session(terminal, options);
  const { CatalogError, checkCatalog, fixCatalog, formatFinding } = await import('@simwise/catalog/build');
  const { checkPlaces } = await import('@simwise/places/build');
  const mended = options.fix ? fixCatalog(session.catalogFolder) : [];
  const findings = [...checkCatalog(session.catalogFolder), ...checkPlaces(session.catalogFolder)];
  if (findings.some(({ check }) => check === 'folder')) throw new CatalogError(findings);
  if (options.json)
    session.json({
      mended,
      findings: findings.map(({ fix, ...finding }) => ({ ...finding, fixable: fix !== undefined })),
    });
  else
    session.print([
      ...mended.map((file) => `mended ${file}`),
      ...findings.map(formatFinding),
      `findings: ${findings.length}`,
    ]);
  return findings.length > 0 ? 1 : 0;
}

/** `simwise catalog stats`: what the catalogue holds. */
export async function showStats(terminal: Terminal, options: CommonOptions): Promise<number> {
  const session = new Session(terminal, options);
  const { brotliSize } = await import('@simwise/catalog/build');
  const catalog = await session.openCatalog();
  const stats = { ...statsOf(catalog), bytes: brotliSize(JSON.stringify(catalog)) };
  if (options.json) session.json(stats);
  else session.print(formatTable(Object.entries(stats).map(([name, value]) => [name, describe(value)])));
  return 0;
}

function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, count]) => `${key} ${count}`)
    .join(', ');
}

export function statsOf(catalog: CompiledCatalog) {
  const { offers, leftOut, sources } = catalog;
  const versions = offers.flatMap((offer) => offer.versions);
  return {
    offers: offers.length,
    priced: offers.filter(isPriced).length,
    leftOut: leftOut.length,
    versions: versions.length,
    sources: sources.length,
    roles: countBy(offers.map(({ role }) => role)),
    cards: countBy(offers.flatMap(({ card }) => card ?? [])),
    brands: countBy(offers.map(({ brand }) => brand)),
    sale: countBy(versions.map(({ sale }) => sale)),
    evidence: countBy(versions.map(({ evidence }) => evidence)),
    exchangeRates: catalog.exchangeRates.length,
    activities: catalog.activities.length,
  };
}

/** An offer with a price of any kind: a fee, a rate, or that it costs nothing. */
function isPriced({ id, brand, role, currency, versions }: CompiledCatalog['offers'][number]): boolean {
  return versions.some(({ terms }) => {
    const plain = read<Offer>({ id, brand, role, currency, terms }, AS_RECORDED).terms;
    const hasRate = [...plain.rates, ...(plain.unpaid?.rates ?? [])].some(({ action }) => action.do === 'charge');
    return hasRate || plain.fee.phases.every(({ amount }) => amount !== null);
  });
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

/** `simwise catalog diff A B`: which offers came, went or changed, and which other facts. Exit 1 where they differ. */
export async function diffFolders(
  terminal: Terminal,
  [before, after]: readonly [string, string],
  options: CommonOptions,
): Promise<number> {
  const session = new Session(terminal, options);
  const [a, b] = [await openCatalog(before, () => undefined), await openCatalog(after, () => undefined)];
  const { diffCatalogs } = await import('@simwise/catalog');
  const diff = diffCatalogs(a, b);
  const { added, removed, changed, facts } = diff;
  const isSame = added.length + removed.length + changed.length + facts.length === 0;
  if (options.json) session.json(diff);
  else {
    session.print([
      ...added.map((id) => `+ ${id}`),
      ...removed.map((id) => `- ${id}`),
      ...changed.flatMap(({ id, changes }) => [`~ ${id}`, ...indent(changes.map(changeText))]),
      ...facts.map(changeText),
      `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${facts.length} other facts`,
    ]);
  }
  return isSame ? 0 : 1;
}

function changeText({ path, from, to }: Change): string {
  return `${path}: ${from} → ${to}`;
}

/** `simwise catalog schema NAME`: the JSON Schema of a kind of file. */
export async function showSchema(terminal: Terminal, name: string): Promise<number> {
  const { jsonSchemaOf, SCHEMA_NAMES } = await import('@simwise/catalog/build');
  const schema = jsonSchemaOf(name);
  if (!schema) throw new UsageError(({ usage }) => usage.noSchema({ name, known: SCHEMA_NAMES.join(', ') }));
  terminal.out(JSON.stringify(schema, null, 2));
  return 0;
}
