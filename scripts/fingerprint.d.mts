/** What a set of files and folders looks like from outside: names, sizes and times of change. */
export function fingerprint(paths: readonly string[]): string;
