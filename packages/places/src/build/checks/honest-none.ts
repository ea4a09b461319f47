import { LANGUAGES } from '@simwise/catalog';
import type { Finding } from '@simwise/catalog/build';
import { inYaml, type PlaceCheck } from '../check.ts';

export const honestNone: PlaceCheck = {
  name: 'honest-none',
  protects: 'nobody is told that there is no signal unless a dated official source names the place and the service',
  run({ coverage: { statements } }) {
    return statements.data.statements.flatMap(({ says, by, said, service, about, text }, index): Finding[] => {
      const at = ['statements', index];
      const complain = (found: string, expected: string) => inYaml(this.name, statements, at, { found, expected });
      const missing = LANGUAGES.filter((language) => text[language] === undefined);
      return [
        ...(says === 'none' && service === undefined ? [complain('none of what', 'service: mobile or internet')] : []),
        ...(says === 'none' && by === 'official' && said === 'unknown'
          ? [complain('an official none without a day', 'its day, or by: press')]
          : []),
        ...(says === 'none' && 'area' in about ? [complain('none for an area', 'the places meant, one by one')] : []),
        ...(missing.length > 0 ? [complain(`no text in ${missing.join(', ')}`, 'a text in every language')] : []),
      ];
    });
  },
};
