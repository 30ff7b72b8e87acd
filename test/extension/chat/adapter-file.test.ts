// @vitest-environment happy-dom
import { parseAdapterFile } from '@extension/chat/adapter-file';
import { BUNDLED } from '@extension/chat/adapters';
import { addressesOf, siteFor, sitesOf } from '@extension/chat/sites';
import { describe, expect, it } from 'vitest';

// Tries F-87 of test/faults.md.

const site = {
  id: 'my-shop',
  label: { zh: '我的店', en: 'My shop' },
  matches: ['https://chat.example.com/*'],
  ready: ['#chat'],
};
const read = (value: unknown) => parseAdapterFile(JSON.stringify(value));
const refusal = (value: unknown) => {
  const result = read(value);
  return result.ok ? null : { reason: result.reason, ...result.params };
};

describe('what is taken', () => {
  it('the bundled sites, all fifteen files, with nothing left out', () => {
    const file = read({ schema: 1, adapters: BUNDLED });
    expect(file).toMatchObject({ ok: true, ignored: [] });
    expect(file.ok && file.adapters.map(({ id }) => id)).toEqual([
      'pdd',
      'feige',
      'jd',
      'kuaishou',
      'wechat-shop',
      '1688',
      'tiktok-shop',
      'shopee',
      'whatsapp',
      'chatwoot',
      'zendesk',
      'intercom',
      'tawk',
      'etsy',
      'url-only',
    ]);
    expect(file.ok && file.adapters).toEqual(BUNDLED);
  });

  it('one adapter by itself, and a byte order mark in front', () => {
    expect(parseAdapterFile(`\ufeff${JSON.stringify(site)}`)).toEqual({
      ok: true,
      adapters: [site],
      ignored: [],
    });
  });

  it('this computer with any port', () => {
    const local = ['http://localhost:5173/*', 'http://127.0.0.1/*', 'http://127.0.0.1:8080/chat/*'];
    expect(read({ ...site, matches: local })).toMatchObject({ ok: true });
  });

  it('names the keys it does not know, and leaves them out', () => {
    const odd = {
      ...site,
      script: 'alert(1)',
      list: { item: ['.row'], regex: '(a+)+$', name: [{ take: 'text', eval: 'x' }] },
    };
    const file = read({ schema: 1, note: 'n', adapters: [odd] });
    expect(file.ok && file.ignored).toEqual([
      'note',
      'my-shop.script',
      'my-shop.list.regex',
      'my-shop.list.name.eval',
    ]);
    expect(file.ok && file.adapters[0]).toEqual({
      ...site,
      list: { item: ['.row'], name: [{ take: 'text' }] },
    });
  });
});

describe('what is refused, with nothing taken', () => {
  it('a file that is no JSON, an empty one, and one without a site', () => {
    expect(parseAdapterFile('')).toMatchObject({ reason: 'chat.site.notJson' });
    expect(parseAdapterFile('{"id":')).toMatchObject({ reason: 'chat.site.notJson' });
    expect(refusal([])).toMatchObject({ reason: 'chat.site.none' });
    expect(refusal({ schema: 1, adapters: [] })).toMatchObject({ reason: 'chat.site.none' });
    expect(refusal('text')).toMatchObject({ reason: 'chat.site.none' });
  });

  it('a file of a later version', () => {
    expect(refusal({ schema: 2, adapters: [site] })).toEqual({ reason: 'chat.site.newer', schema: '2' });
  });

  it('more than 64 KB', () => {
    expect(refusal({ ...site, note: 'x'.repeat(66_000) })).toEqual({ reason: 'chat.site.tooBig', size: 65 });
  });

  it.each([
    'http://chat.example.com/*',
    '<all_urls>',
    'https://*/*',
    'https://*.com/*',
    'https://*.com.cn/*',
    'https://example/*',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://chat.*.com/*',
    '*://chat.example.com/*',
  ])('the address %s', (match) => {
    expect(refusal({ ...site, matches: [match] })).toMatchObject({
      reason: 'chat.site.badMatch',
      site: 'my-shop',
    });
  });

  it('an address list that is missing or empty', () => {
    expect(refusal({ ...site, matches: [] })).toMatchObject({ reason: 'chat.site.badMatch' });
    expect(refusal({ ...site, matches: undefined })).toMatchObject({ reason: 'chat.site.badMatch' });
  });

  it('a long selector, an unknown step, an unknown way of reading', () => {
    const bad = { reason: 'chat.site.badField', site: 'my-shop' };
    expect(refusal({ ...site, ready: ['a'.repeat(301)] })).toEqual({ ...bad, place: 'ready.0' });
    const reader = (change: object) => ({ ...site, order: [{ take: 'text', ...change }] });
    expect(refusal(reader({ ops: [['replace', 'a', 'b']] }))).toMatchObject(bad);
    expect(refusal(reader({ take: 'regex' }))).toEqual({ ...bad, place: 'order.0.take' });
    expect(refusal(reader({ take: 'attr' }))).toEqual({ ...bad, place: 'order.0' });
  });

  it('the whole file when one of its sites is broken', () => {
    expect(refusal({ schema: 1, adapters: [site, { ...site, id: 'two', ready: 'x' }] })).toMatchObject({
      reason: 'chat.site.badField',
      site: 'two',
    });
  });
});

describe('which site an address belongs to', () => {
  const file = read({ schema: 1, adapters: BUNDLED });
  const sites = sitesOf(file.ok ? file.adapters : []);
  const at = (url: string) => siteFor(sites, url)?.id;

  it('goes by host, then by path', () => {
    expect(at('https://mms.pinduoduo.com/chat-merchant/index.html#/')).toBe('pdd');
    expect(at('https://mms.pinduoduo.com/home')).toBe('pdd');
    expect(at('https://shop.zendesk.com/agent/tickets/72')).toBe('zendesk');
    expect(at('https://www.etsy.com/messages/123')).toBe('etsy');
    expect(at('https://mms.pinduoduo.com.evil.example/chat-merchant/')).toBeUndefined();
    expect(at('https://example.com/')).toBeUndefined();
  });

  it('has an address to ask permission for at every site', () => {
    for (const one of sites) expect(addressesOf(one).length, one.id).toBeGreaterThan(0);
  });
});
