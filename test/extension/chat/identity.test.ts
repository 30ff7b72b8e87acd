import { type Signals, whoIsOpen } from '@extension/chat/engine/identity';
import { namesAgree, namesCompatible } from '@extension/chat/engine/names';
import { createPairing } from '@extension/chat/engine/pairing';
import { describe, expect, it } from 'vitest';

const nothing: Signals = {
  platform: 'site',
  keys: [],
  rowKey: null,
  rowName: '',
  rowMark: null,
  headerName: '',
  sameNamed: 1,
};
const key = (value: string, change: object = {}) => ({
  value,
  strength: 'url' as const,
  together: false,
  doubtful: false,
  ...change,
});
const who = (signals: Partial<Signals>, pairing = createPairing(), now = 0) =>
  whoIsOpen({ ...nothing, ...signals }, pairing, now);

describe('names alone', () => {
  it('are believed when row and header agree', () => {
    expect(who({ rowName: '小雨', headerName: '小雨' })).toMatchObject({
      buyer: { strength: 'name', key: '小雨', sure: true },
      unsure: false,
    });
  });

  it('are a guess when only one place shows a name', () => {
    expect(who({ headerName: '小雨' })).toMatchObject({
      buyer: { sure: false },
      unsure: true,
      candidates: ['小雨'],
    });
  });

  it('name nobody when they disagree', () => {
    expect(who({ rowName: '小雨', headerName: '阿强' })).toMatchObject({
      buyer: null,
      unsure: true,
      candidates: ['阿强', '小雨'],
    });
  });

  it('are a guess when masked, or borne by two rows', () => {
    expect(who({ rowName: 'E***E', headerName: 'E***E' }).buyer?.sure).toBe(false);
    expect(who({ rowName: '小雨', headerName: '小雨', sameNamed: 2 }).buyer?.sure).toBe(false);
  });

  it('are helped by the key of the row', () => {
    expect(who({ rowName: 'E***E', headerName: 'E***E', rowKey: 'r7', sameNamed: 2 }).buyer).toMatchObject({
      strength: 'row',
      key: 'r7',
      sure: true,
    });
  });
});

describe('keys', () => {
  it('prove a buyer without any name', () => {
    expect(who({ keys: [key('55')] }).buyer).toMatchObject({ strength: 'url', key: '55', sure: true });
  });

  it('of the platform come before those of the address', () => {
    const keys = [key('55'), key('p1', { strength: 'platform', together: true })];
    expect(who({ keys, rowName: 'Anna' }).buyer).toMatchObject({ strength: 'platform', key: 'p1' });
  });

  it('that disagree name nobody', () => {
    const keys = [key('p1', { strength: 'platform', together: true }), key('p2', { strength: 'platform' })];
    expect(who({ keys, rowName: 'Anna', headerName: 'Anna' })).toMatchObject({ buyer: null, unsure: true });
  });

  it('let a mask and the name behind it agree', () => {
    expect(who({ keys: [key('55')], rowName: 'E***E', headerName: 'Emmie' }).buyer?.sure).toBe(true);
  });
});

describe('a key in the address and a name in the page', () => {
  const both = (value: string, name: string) => ({ keys: [key(value)], rowName: name, headerName: name });

  it('must move together: the address first', () => {
    const pairing = createPairing();
    expect(who(both('1', 'Anna'), pairing, 0).buyer?.key).toBe('1');
    expect(who(both('2', 'Anna'), pairing, 100)).toMatchObject({ buyer: null, unsure: true, pending: true });
    expect(who(both('2', 'Bella'), pairing, 300).buyer).toMatchObject({
      key: '2',
      name: 'Bella',
      sure: true,
    });
  });

  it('must move together: the page first', () => {
    const pairing = createPairing();
    who(both('1', 'Anna'), pairing, 0);
    expect(who(both('1', 'Bella'), pairing, 100).buyer).toBeNull();
    expect(who(both('2', 'Bella'), pairing, 200).buyer).toMatchObject({ key: '2', name: 'Bella' });
  });

  it('may be two buyers of the same name, told apart by their rows', () => {
    const pairing = createPairing();
    const masked = (value: string, rowMark: string) => ({ ...both(value, 'E***E'), rowMark });
    who(masked('1', '0'), pairing, 0);
    expect(who(masked('2', '0'), pairing, 100).buyer).toBeNull();
    expect(who(masked('2', '1'), pairing, 200).buyer).toMatchObject({ key: '2' });
  });

  it('may be two buyers of the same name, after a while', () => {
    const pairing = createPairing();
    who(both('1', 'Anna'), pairing, 0);
    expect(who(both('2', 'Anna'), pairing, 100).buyer).toBeNull();
    expect(who(both('2', 'Anna'), pairing, 2700).buyer).toMatchObject({ key: '2' });
  });

  it('an address that stays behind is no longer believed', () => {
    const pairing = createPairing();
    who(both('1', 'Anna'), pairing, 0);
    expect(who(both('1', 'Bella'), pairing, 100).buyer).toBeNull();
    expect(who(both('1', 'Bella'), pairing, 1700).buyer).toMatchObject({ strength: 'name', key: 'Bella' });
    expect(who(both('1', 'Anna'), pairing, 2000).buyer).toMatchObject({ strength: 'name', key: 'Anna' });
    expect(who(both('9', 'Carla'), pairing, 3000).buyer).toMatchObject({ strength: 'url', key: '9' });
  });

  it('that came late after a quick look at another buyer is believed again with the name and row it came with', () => {
    const at = (name: string, rowMark: string) => ({ ...both('1', name), rowMark });
    const pairing = createPairing();
    who(at('Anna', '0'), pairing, 0);
    who(at('Bella', '1'), pairing, 100);
    expect(who(at('Bella', '1'), pairing, 1700).buyer).toMatchObject({ strength: 'name', key: 'Bella' });
    expect(who(at('Anna', '2'), pairing, 2000).buyer).toMatchObject({ strength: 'name', key: 'Anna' });
    expect(who(at('Anna', '0'), pairing, 2100).buyer).toMatchObject({ strength: 'url', key: '1' });
    const masked = createPairing();
    who(at('E***E', '0'), masked, 0);
    who(at('Bella', '1'), masked, 100);
    who(at('Bella', '1'), masked, 1700);
    expect(who(at('E***E', '0'), masked, 2100).buyer?.sure).not.toBe(true);
  });

  it('is not believed at first where it may have been behind before we came', () => {
    const doubtful = { keys: [key('1', { doubtful: true })], rowName: 'Anna', headerName: 'Anna' };
    expect(who(doubtful).buyer).toMatchObject({ strength: 'name', key: 'Anna', sure: true });
  });

  it('never mixes two buyers in a hurried double switch', () => {
    const pairing = createPairing();
    who(both('1', 'Anna'), pairing, 0);
    who(both('2', 'Anna'), pairing, 100);
    who(both('3', 'Anna'), pairing, 200);
    expect(who(both('3', 'Bella'), pairing, 300).buyer).toBeNull();
    expect(who(both('3', 'Carla'), pairing, 600).buyer).toBeNull();
    expect(who(both('3', 'Carla'), pairing, 1400).buyer).toMatchObject({ key: '3', name: 'Carla' });
  });
});

describe('names', () => {
  it('agree by what is written, also when one is cut short', () => {
    expect(namesAgree('Anna Lee', 'anna  lee')).toBe(true);
    expect(namesAgree('张三\u200b', '张三')).toBe(true);
    expect(namesAgree('Anna Le…', 'Anna Lee')).toBe(true);
    expect(namesAgree('王', '王芳')).toBe(false);
    expect(namesAgree('', '')).toBe(false);
    expect(namesCompatible('王**', '王小明')).toBe(true);
    expect(namesCompatible('王**', '李小明')).toBe(false);
  });
});
