import { describe, expect, test } from 'vitest';
import { MESSAGES } from '../all-languages.ts';

describe('the days in which data may run out', () => {
  test.each([
    ['en', '2 Dec', '6 Dec', ' (2 Dec to 6 Dec)'],
    ['en', '2 Dec', '', ' (2 Dec or later, perhaps not at all)'],
    ['en', '2 Dec', '2 Dec', ''],
    ['zh', '12月2日', '', '（12月2日 或更晚，也可能用不完）'],
    ['ru', '2 дек.', '', ' (2 дек. или позже, а может, и не закончится)'],
    ['kk', '2 жел.', '', ' (2 жел. не одан кейін, бәлкім таусылмайды)'],
  ] as const)('in %s, from "%s" to "%s"', (language, early, late, span) => {
    const { foreseen } = MESSAGES[language].keeper;
    const days = { day: '3', early, late };
    expect(foreseen['money-out'](days)).toContain(`${span}${language === 'zh' ? '。' : '.'}`);
    expect(foreseen['runs-out']({ ...days, kind: 'x', after: 'y' })).toContain(
      `${span}${language === 'zh' ? '；' : ';'}`,
    );
  });
});
