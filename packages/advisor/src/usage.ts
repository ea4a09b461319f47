// What reads uses from text. Apart from the rest: its reader of CSV is large, and few of those who ask need it.
export * from './stated-use.ts';
export * from './usage-csv.ts';
