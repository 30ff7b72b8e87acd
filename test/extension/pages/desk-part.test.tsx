// @vitest-environment happy-dom
import { readHours } from '@extension/pages/options/DeskPart';
import { describe, expect, it } from 'vitest';

describe('quiet hours as they are typed', () => {
  it.each([
    ['0:30-8:00', { save: { from: '00:30', to: '08:00' } }],
    ['22:00 ～ 07:30', { save: { from: '22:00', to: '07:30' } }],
    ['', { save: null }],
    ['25:00-08:00', null],
    ['late', null],
  ])('%s', (text, read) => expect(readHours(text)).toEqual(read));
});
