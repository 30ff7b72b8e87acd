import {
  checkProduct,
  productText,
  readNumber,
  readProduct,
} from '@extension/pages/shop/products/product-text';
import { ageWords } from '@extension/panel/people/age-words';
import { careText } from '@extension/panel/people/care-text';
import { counted } from '@extension/panel/people/counted';
import { isQuestion } from '@extension/panel/people/is-question';
import { readDay } from '@extension/panel/people/read-day';
import type { AnyTranslate } from '@extension/ui/more';
import { translator } from '@shared/i18n';
import { readBorn } from '@shared/records/age';
import { TEMPLATE_KEYS } from '@shared/text/template';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../setup/record';

const en = translator('en') as AnyTranslate;
const zh = translator('zh-CN') as AnyTranslate;
const TODAY = '2026-11-22';

describe('words of the buyer file', () => {
  it('an age is told in months while a child is small, then in years, and before birth by its day', () => {
    expect(ageWords('2026-03-05', TODAY, zh)).toBe('8 个月');
    expect(ageWords('2025-10-22', TODAY, en)).toBe('13 months');
    expect(ageWords('1960-01-01', TODAY, en)).toBe('66 years');
    expect(ageWords('2026-12-24', TODAY, en)).toBe('due 12-24');
  });

  it.each([
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026年3月', '2026-03-01'],
    ['８个月', '2026-03-22'],
    ['3岁', '2023-11-22'],
    ['3 years and 2 months old', '2023-09-22'],
    ['2026-13-05', null],
    ['2029-01-01', null],
    ['3 years of guarantee', null],
    ['', null],
  ])('born %s is %s', (text, day) => {
    expect(readBorn(text, TODAY)).toBe(day);
  });

  it('a day is read as it is written or said', () => {
    expect(readDay('2026-11-01', TODAY)).toBe('2026-11-01');
    expect(readDay('Friday', TODAY)).toBe('2026-11-27');
    expect(readDay('next order', TODAY)).toBe(null);
  });

  it.each(['敏感肌能用吗', '多少钱', '有没有大瓶的', 'does it fit a baby', 'is this safe'])(
    '%s asks something',
    (text) => expect(isQuestion(text)).toBe(true),
  );
  it.each(['好的谢谢', 'thanks a lot', '收到了', '在'])('%s asks nothing', (text) =>
    expect(isQuestion(text)).toBe(false),
  );

  it('records are counted in the words of the seller', () => {
    expect(counted({ promises: 2, orderLinks: 3, accounts: 1, steps: 9 }, en)).toBe('Orders 3 · Promises 2');
    expect(counted({}, en)).toBe('');
  });

  it('care tips name no masked buyer, and say nothing when there is nothing to say', () => {
    const tips = [
      { product: '面霜', care: '趁湿抹', taboos: '敏感肌先试' },
      { product: '台灯', care: '', taboos: '别用湿布擦' },
    ];
    expect(careText(tips, '王**', zh)).toBe(
      '亲，您的包裹已经出发啦。用的时候记得这几点：\n面霜：趁湿抹 请注意，敏感肌先试\n台灯：请注意，别用湿布擦',
    );
    expect(careText([], 'Anna', zh)).toBe(null);
  });

  it('nothing private has a name among the variables of a message', () => {
    const named = TEMPLATE_KEYS.filter((key) =>
      /caution|evidence|floor|note|phone|address|surprise/i.test(key),
    );
    expect(named).toEqual([]);
  });
});

describe('a product card as it is typed', () => {
  const card = recordOf('products', {
    id: 'p1',
    schema: 2,
    seat: 'owner',
    deleted: false,
    stamps: {},
    name: '面霜',
    aliases: ['补水霜'],
    care: '趁湿抹',
    taboos: '',
    suits: '',
    goesWith: '',
    weakPoints: '',
    price: { minor: 8800, currency: 'CNY' },
    floor: null,
    lastsDays: 60,
    endsAtMonths: null,
    soldOut: true,
  });

  it('comes back as it was written', () => {
    const { id, name, aliases, price, lastsDays, soldOut } = readProduct(productText(card), card, 'CNY');
    expect({ id, name, aliases, price, lastsDays, soldOut }).toEqual({
      id: 'p1',
      name: '面霜',
      aliases: ['补水霜'],
      price: { minor: 8800, currency: 'CNY' },
      lastsDays: 60,
      soldOut: true,
    });
  });

  it.each([
    [{}, null],
    [{ name: ' ' }, 'people.product.nameMissing'],
    [{ name: '补水霜' }, null],
    [{ price: 'many' }, 'panel.form.moneyUnknown'],
    [{ floor: '100' }, 'people.product.floorAbove'],
    [{ lastsDays: 'long' }, 'people.product.numberUnknown'],
    [{ endsAtMonths: '1.5' }, 'people.product.numberUnknown'],
  ])('%o: %s', (patch, why) => {
    expect(checkProduct({ ...productText(card), ...patch }, 'p1', [card], 'CNY')).toBe(why);
  });

  it('does not take the name of another card, nor one of its other names', () => {
    expect(checkProduct({ ...productText(null), name: '补水霜' }, null, [card], 'CNY')).toBe(
      'people.product.nameTaken',
    );
  });

  it('reads numbers as they are typed', () => {
    expect([readNumber('６０', true), readNumber('', true), readNumber('0', true)]).toEqual([
      60,
      null,
      undefined,
    ]);
  });
});
