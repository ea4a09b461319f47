/** A sign of structure, a string, or another scalar. */
const TOKENS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings may hold none
  /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** The place, line and column from 1, at which a text stops being JSON; null where it is JSON. */
export function brokenJsonAt(text: string): { line: number; col: number } | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    return placeOf(text, brokenOffset(text));
  }
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end';

/** Reads token after token; the first that cannot stand where it does is the broken one. */
function brokenOffset(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    TOKENS.lastIndex = at;
    const match = TOKENS.exec(text);
    if (!match) return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    const token = match[1] ?? (match[2] === undefined ? 'scalar' : 'string');
    const next = afterToken(token, expected, open);
    if (next === null) return TOKENS.lastIndex - match[0].trimStart().length;
    expected = next;
    at = TOKENS.lastIndex;
  }
}

/** What may follow a token, or null where the token itself may not stand there. Keeps `open` up to date. */
function afterToken(token: string, expected: Expected, open: ('{' | '[')[]): Expected | null {
  const isValue = expected === 'value' || expected === 'value-or-end';
  const isKey = expected === 'key' || expected === 'key-or-end';
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (token === ',') return expected === 'comma-or-end' ? (open.at(-1) === '{' ? 'key' : 'value') : null;
  if (token === '}' || token === ']') return close(token, expected, open);
  if (token === 'string' && isKey) return 'colon';
  if (!isValue) return null;
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'key-or-end' : 'value-or-end';
  }
  return open.length === 0 ? 'end' : 'comma-or-end';
}

function close(token: '}' | ']', expected: Expected, open: ('{' | '[')[]): Expected | null {
  const isEmpty = expected === (token === '}' ? 'key-or-end' : 'value-or-end');
  if (!isEmpty && expected !== 'comma-or-end') return null;
  if (open.pop() !== (token === '}' ? '{' : '[')) return null;
  return open.length === 0 ? 'end' : 'comma-or-end';
}

function placeOf(text: string, offset: number): { line: number; col: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 };
}
