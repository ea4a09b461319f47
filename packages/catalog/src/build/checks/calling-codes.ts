import { type Check, documentFile, inFile } from '../check.ts';

export const callingCodes: Check = {
  name: 'calling-codes',
  protects: 'a call abroad is priced for the country it goes to: no calling code begins with another',
  run(catalog) {
    const file = documentFile(catalog, 'country');
    const codes = Object.keys(catalog.documents.country.callingCodes.countries);
    return codes.flatMap((code) => {
      const shorter = codes.find((other) => other !== code && code.startsWith(other));
      if (shorter === undefined) return [];
      const complaint = {
        found: `"${code}" beside "${shorter}"`,
        expected: `codes that do not begin with "${shorter}"`,
      };
      return [inFile(this.name, file, ['callingCodes', 'countries', code], complaint)];
    });
  },
};
