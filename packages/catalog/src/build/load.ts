import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type * as z from 'zod';
import { type Finding, withoutRepeats } from './finding.ts';
import { formalities } from './schema/formalities.ts';
import * as marketSchemas from './schema/market.ts';
import { type OfferSource, offer as offerSchema } from './schema/offer.ts';
import { replies } from './schema/replies.ts';
import { type Path, type Position, SourceFile, UnreadableFile } from './source-file.ts';

/** An offer as written, with its file and its place in it. */
export type LoadedOffer = {
  readonly source: OfferSource;
  readonly file: SourceFile;
  readonly index: number;
};

const DOCUMENTS = {
  country: marketSchemas.country,
  zones: marketSchemas.zones,
  market: marketSchemas.market,
  'exchange-rates': marketSchemas.exchangeRates,
  'reference-prices': marketSchemas.referencePrices,
  activities: marketSchemas.activities,
  formalities,
  'left-out': marketSchemas.leftOut,
  replies,
} as const;

export type DocumentName = keyof typeof DOCUMENTS;

export const DOCUMENT_NAMES = Object.keys(DOCUMENTS) as DocumentName[];

type Documents = { readonly [name in DocumentName]: z.infer<(typeof DOCUMENTS)[name]> };

/** A source as written, with its file and its place in it. */
export type LoadedSource = { readonly source: SourceEntry; readonly file: SourceFile; readonly index: number };

type SourceEntry = z.infer<typeof marketSchemas.sources>['sources'][number];

/** A catalogue as written by its keepers, its schema already checked. */
export type LoadedCatalog = {
  readonly root: string;
  readonly documents: Documents;
  readonly sources: readonly LoadedSource[];
  readonly offers: readonly LoadedOffer[];
  readonly files: ReadonlyMap<string, SourceFile>;
};

export type LoadResult = { readonly catalog: LoadedCatalog | null; readonly findings: readonly Finding[] };

/** Reads a catalogue folder. Every complaint of every file is gathered; with a broken schema there is no catalogue. */
export function loadCatalog(root: string): LoadResult {
  const findings: Finding[] = [];
  const files = new Map<string, SourceFile>();
  if (!existsSync(root) || !statSync(root).isDirectory()) return { catalog: null, findings: [missing(root)] };
  for (const path of yamlFiles(root)) readInto(files, findings, path, relative(root, path).split(sep).join('/'));
  const documents: Partial<Record<DocumentName, unknown>> = {};
  for (const name of DOCUMENT_NAMES) documents[name] = readDocument(files.get(`${name}.yaml`), name, findings);
  const sources = [...files.values()].filter(isSourceList).flatMap((file) => readSources(file, findings));
  const offers = [...files.values()].filter(isOfferFile).flatMap((file) => readOffers(file, findings));
  findings.push(...unknownZones(offers, documents.zones as Documents['zones'] | undefined));
  const catalog = { root, documents: documents as Documents, sources, offers, files };
  return { catalog: findings.length === 0 ? catalog : null, findings: withoutRepeats(findings) };
}

export function isOfferFile({ file }: SourceFile): boolean {
  return file.startsWith('offers/');
}

function isSourceList({ file }: SourceFile): boolean {
  return file.startsWith('sources/');
}

function readSources(file: SourceFile, findings: Finding[]): LoadedSource[] {
  const result = marketSchemas.sources.safeParse(file.data, { reportInput: true });
  if (result.success) return result.data.sources.map((source, index) => ({ source, file, index }));
  findings.push(...schemaFindings(result.error.issues, file, (path) => file.positionOf(path)));
  return [];
}

function missing(root: string): Finding {
  const expected = 'a catalogue folder with country.yaml, market.yaml, sources/ and offers/';
  return { file: root, line: 1, col: 1, check: 'folder', found: 'no such folder', expected };
}

function yamlFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return yamlFiles(path);
    return /\.ya?ml$/.test(entry.name) ? [path] : [];
  });
}

function readInto(files: Map<string, SourceFile>, findings: Finding[], path: string, name: string): void {
  try {
    files.set(name, SourceFile.read(path, name));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const expected = 'one plain YAML document';
    findings.push({ file: error.file, ...error.position, check: 'readable', found: error.message, expected });
  }
}

function readDocument(file: SourceFile | undefined, name: DocumentName, findings: Finding[]): unknown {
  if (!file) {
    const where = { file: `${name}.yaml`, line: 1, col: 1 };
    findings.push({ ...where, check: 'complete', found: 'no such file', expected: `a file ${name}.yaml` });
    return undefined;
  }
  const result = DOCUMENTS[name].safeParse(file.data, { reportInput: true });
  if (!result.success) findings.push(...schemaFindings(result.error.issues, file, (path) => file.positionOf(path)));
  return result.data;
}

// --- offer files: what `common` says holds for each offer that does not say otherwise -----------------------------------

type Dict = Readonly<Record<string, unknown>>;

function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readOffers(file: SourceFile, findings: Finding[]): LoadedOffer[] {
  const { data } = file;
  const list = isDict(data) ? data['offers'] : undefined;
  const strangers = isDict(data) ? Object.keys(data).filter((key) => key !== 'offers' && key !== 'common') : [];
  for (const key of strangers) {
    const where = { file: file.file, ...file.positionOf([key]) };
    findings.push({ ...where, check: 'schema', found: `the key "${key}"`, expected: 'only common and offers' });
  }
  if (!Array.isArray(list)) {
    const where = { file: file.file, ...file.positionOf([]) };
    findings.push({ ...where, check: 'schema', found: 'no list of offers', expected: 'offers: [...]' });
    return [];
  }
  const common = isDict(data) && isDict(data['common']) ? data['common'] : {};
  return list.flatMap((own: unknown, index) => {
    const result = offerSchema.safeParse(withCommon(own, common), { reportInput: true });
    if (result.success) return [{ source: result.data, file, index }];
    findings.push(...schemaFindings(result.error.issues, file, (path) => positionInOffer(file, index, path)));
    return [];
  });
}

/** Days that end at the midnight of a zone whose clock is not on file. */
function unknownZones(offers: readonly LoadedOffer[], clocks: Documents['zones'] | undefined): Finding[] {
  if (!clocks) return [];
  const { zones } = clocks;
  const expected = `local, 24 hours, unknown or a zone of zones.yaml: ${Object.keys(zones).join(', ')}`;
  return offers.flatMap(({ source, file, index }) =>
    source.versions.flatMap(({ days }, version) => {
      if (!days?.includes('/') || days in zones) return [];
      const where = { file: file.file, ...positionInOffer(file, index, ['versions', version, 'days']) };
      return [{ ...where, check: 'known-zone', found: `"${days}"`, expected }];
    }),
  );
}

function withCommon(own: unknown, { version, ...common }: Dict): unknown {
  if (!isDict(own)) return own;
  const versions = Array.isArray(own['versions']) ? own['versions'] : version ? [{}] : undefined;
  const shared = isDict(version) ? version : {};
  const merged = versions?.map((each: unknown) => (isDict(each) ? { ...shared, ...each } : each));
  return { ...common, ...own, ...(merged ? { versions: merged } : {}) };
}

/** The place of a value of an offer: its own, or that in `common` where it comes from there. */
export function positionInOffer(file: SourceFile, index: number, path: Path): Position {
  const own = ['offers', index, ...path];
  const inCommon = path[0] === 'versions' ? ['common', 'version', ...path.slice(2)] : ['common', ...path];
  const [ownDepth, commonDepth] = path[0] === 'versions' ? [5, 3] : [3, 2];
  const isOwn = file.has(own.slice(0, ownDepth)) || !file.has(inCommon.slice(0, commonDepth));
  return file.positionOf(isOwn ? own : inCommon);
}

// --- schema complaints --------------------------------------------------------------------------------------------------

type Issue = z.core.$ZodIssue;

export function schemaFindings(issues: readonly Issue[], file: SourceFile, place: (path: Path) => Position): Finding[] {
  return issues
    .flatMap((issue) => mostTelling(issue))
    .map((issue) => {
      const path = issue.path.filter((key) => typeof key !== 'symbol') as Path;
      const found = `${path.join('.') || 'the file'}${describeInput(issue)}`;
      return { file: file.file, ...place(path), check: 'schema', found, expected: issue.message };
    });
}

/** Of the branches of a union, the complaints of the one that got furthest say most. */
function mostTelling(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((branch) => branch.flatMap(mostTelling));
  const deepest = branches.toSorted((a, b) => depthOf(b) - depthOf(a))[0] as Issue[];
  return deepest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function depthOf(issues: readonly Issue[]): number {
  const isCustom = issues.some(({ code }) => code === 'custom' || code === 'invalid_format');
  return Math.max(0, ...issues.map(({ path }) => path.length)) * 2 + (isCustom ? 1 : 0);
}

function describeInput(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return ` with ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  if (issue.input === undefined) return ' is missing or of the wrong kind';
  return ` = ${JSON.stringify(issue.input)}`;
}
