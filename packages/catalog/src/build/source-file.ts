import { readFileSync, statSync } from 'node:fs';
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';

/** A place in a file, both counted from 1. */
export type Position = { readonly line: number; readonly col: number };

export type Path = readonly (string | number)[];

const LARGEST_FILE = 2 * 1024 * 1024;

/** A file of the catalogue that cannot be used at all; `message` names the place and the way out. */
export class UnreadableFile extends Error {
  readonly file: string;
  readonly position: Position;

  constructor(file: string, position: Position, message: string) {
    super(message);
    this.file = file;
    this.position = position;
  }
}

/** One YAML file of the catalogue with the places of its values. */
export class SourceFile {
  readonly file: string;
  readonly text: string;
  readonly document: Document.Parsed;
  readonly #lines: LineCounter;

  private constructor(file: string, text: string, document: Document.Parsed, lines: LineCounter) {
    this.file = file;
    this.text = text;
    this.document = document;
    this.#lines = lines;
  }

  /** Reads a file from `path` and calls it `file` in messages. @throws UnreadableFile */
  static read(path: string, file: string): SourceFile {
    return SourceFile.parse(readText(path, file), file);
  }

  /** @throws UnreadableFile when the text is not one plain YAML document. */
  static parse(text: string, file: string): SourceFile {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, version: '1.2', prettyErrors: false });
    const [problem] = document.errors;
    if (problem) {
      const message = `not valid YAML: ${problem.message}; mend the syntax at this place`;
      throw new UnreadableFile(file, lines.linePos(problem.pos[0]), message);
    }
    visit(document, {
      Alias(_key, node) {
        const position = lines.linePos(node.range?.[0] ?? 0);
        throw new UnreadableFile(file, position, 'a YAML alias: write the value out, aliases are not read');
      },
    });
    return new SourceFile(file, text, document, lines);
  }

  get data(): unknown {
    return this.document.toJS({ maxAliasCount: 0 });
  }

  /** The place of the value at a path, or of the nearest one above it that exists. */
  positionOf(path: Path): Position {
    const node = nodeAt(this.document, path);
    return this.#lines.linePos(node?.range?.[0] ?? 0);
  }

  has(path: Path): boolean {
    return this.document.hasIn(path);
  }
}

const START: Position = { line: 1, col: 1 };

function readText(path: string, file: string): string {
  const size = attempt(file, () => statSync(path).size);
  if (size > LARGEST_FILE) {
    throw new UnreadableFile(file, START, `${size} bytes, at most ${LARGEST_FILE} are read; split the file`);
  }
  return attempt(file, () => readFileSync(path, 'utf8'));
}

/** What the file system refuses is told like any other mistake. */
function attempt<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UnreadableFile(
      file,
      START,
      `no file that can be read (${(error as Error).message}); remove or replace it`,
    );
  }
}

function nodeAt(document: Document.Parsed, path: Path): Node | null {
  let node: unknown = document.contents;
  for (const key of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(key, true) : undefined;
    if (next === undefined || next === null) return keyNode(node, key) ?? asNode(node);
    node = next;
  }
  return asNode(node);
}

function keyNode(node: unknown, key: string | number): Node | null {
  if (!isMap(node)) return null;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  return pair && isScalar(pair.key) ? pair.key : null;
}

function asNode(node: unknown): Node | null {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node : null;
}
