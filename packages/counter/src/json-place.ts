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

/** Kinds of tokens: the signs of structure, `s` for a string, `v` for any other scalar. */
type Token = '{' | '[' | '}' | ']' | ':' | ',' | 's' | 'v';

const MAY_STAND: { readonly [E in Expected]: string } = {
  value: 'sv{[',
  'value-or-end': 'sv{[]',
  key: 's',
  'key-or-end': 's}',
  colon: ':',
  'comma-or-end': ',}]',
  end: '',
};

/** Reads token after token; the first that cannot stand where it does is the broken one. */
function brokenOffset(text: string): number {
  const open: Token[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    TOKENS.lastIndex = at;
    const match = TOKENS.exec(text);
    if (!match) return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    const token = (match[1] ?? (match[2] === undefined ? 'v' : 's')) as Token;
    if (!MAY_STAND[expected].includes(token) || !closes(token, open)) {
      return TOKENS.lastIndex - match[0].trimStart().length;
    }
    expected = expectedAfter(token, expected, open);
    at = TOKENS.lastIndex;
  }
}

/** Takes the opening bracket of a closing one off the open ones; false where it is of another kind. */
function closes(token: Token, open: Token[]): boolean {
  if (token === '}') return open.pop() === '{';
  return token === ']' ? open.pop() === '[' : true;
}

function expectedAfter(token: Token, before: Expected, open: Token[]): Expected {
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'key-or-end' : 'value-or-end';
  }
  if (token === ':') return 'value';
  if (token === ',') return open.at(-1) === '{' ? 'key' : 'value';
  if (token === 's' && before.startsWith('key')) return 'colon';
  return open.length === 0 ? 'end' : 'comma-or-end';
}

function placeOf(text: string, offset: number): { line: number; col: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 };
}
