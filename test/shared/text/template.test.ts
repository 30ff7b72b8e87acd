import { LANGS } from '@shared/i18n';
import { callOf, fillTemplate, localTemplate, neutralTemplate, TEMPLATE_KEYS } from '@shared/text/template';
import { describe, expect, it } from 'vitest';

describe('prepared texts', () => {
  it('go from every language to neutral keys and back', () => {
    const all = TEMPLATE_KEYS.map((key) => `{${key}}`).join(' ');
    for (const lang of LANGS) expect(neutralTemplate(localTemplate(all, lang))).toBe(all);
    expect(localTemplate('{call}{ahead}{waited}{gift}{date}{promised}', 'zh-CN')).toBe(
      '{称呼}{前面几位}{等了多久}{赠品}{日期}{答应的}',
    );
  });

  it('leave out what is not known and name what is missing outside brackets', () => {
    expect(fillTemplate('{称呼}[，等了{等了多久}]。', { call: '亲' })).toEqual({ text: '亲。', missing: [] });
    expect(fillTemplate('{gift}[ for {date}]', { date: 'Friday' })).toEqual({
      text: 'for Friday',
      missing: ['gift'],
    });
    expect(fillTemplate('a {nobody knows} {constructor}', {})).toEqual({ text: 'a', missing: [] });
  });

  it('put a value in as it is, never as a template', () => {
    expect(fillTemplate('{gift}', { gift: '{call}[x]' }).text).toBe('{call}[x]');
  });
});

describe('how somebody is called', () => {
  it.each(['王**', 't**8', '', '  ', 'a'.repeat(41), '{gift}', '<b>'])(
    '%s is never put into a message',
    (name) => {
      expect(callOf(name, '亲')).toBe('亲');
    },
  );
  it('a plain name is', () => {
    expect(callOf(' Anna  Lee ', 'there')).toBe('Anna Lee');
  });
});
