import type * as z from 'zod';

/** What is wrong at one place of a value that was read: `path` such as `usage.data`, and what was expected there. */
export type Problem = { readonly path: string } & (
  | { readonly is: 'missing' }
  | { readonly is: 'empty' }
  | { readonly is: 'wrong-type'; readonly expected: string }
  | { readonly is: 'unknown-fields'; readonly fields: readonly string[] }
  | { readonly is: 'not-one-of'; readonly known: readonly string[] }
  | { readonly is: 'too-small'; readonly least: number }
  | { readonly is: 'too-big'; readonly most: number }
  | { readonly is: 'wrong-form'; readonly example: string }
);

type Issue = z.core.$ZodIssue;

/**
 * What a schema complains about, free of any language. A schema says in the message of a check of form how the text is
 * written, by an example. `whole` names the value itself.
 */
export function problemsIn({ issues }: z.ZodError, whole: string): Problem[] {
  return issues.flatMap(innermost).map((issue) => ({ path: issue.path.join('.') || whole, ...problemOf(issue) }));
}

/** Where a value may be of several forms, what the form that fits best complains about. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const deeper = issue.errors.find((branch) => branch.some(({ path }) => path.length > 0)) ?? issue.errors[0] ?? [];
  return deeper.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

type WithoutPath<T> = T extends unknown ? Omit<T, 'path'> : never;

function problemOf(issue: Issue): WithoutPath<Problem> {
  switch (issue.code) {
    case 'invalid_type':
      return isAbsent(issue) ? { is: 'missing' } : { is: 'wrong-type', expected: issue.expected };
    case 'unrecognized_keys':
      return { is: 'unknown-fields', fields: issue.keys };
    case 'invalid_value':
      return { is: 'not-one-of', known: issue.values.map(String) };
    case 'too_small':
      return issue.origin === 'string' ? { is: 'empty' } : { is: 'too-small', least: Number(issue.minimum) };
    case 'too_big':
      return { is: 'too-big', most: Number(issue.maximum) };
    default:
      return { is: 'wrong-form', example: issue.message };
  }
}

/** A schema tells a field that is not there from one of another type in its message only. */
function isAbsent({ message }: Issue): boolean {
  return message.endsWith('received undefined');
}
