// @vitest-environment happy-dom
import { structureOf } from '@extension/chat/structure';
import { describe, expect, it } from 'vitest';
import { pageHtml, SITE_PAGES } from './site-pages';

describe('the skeleton of a page', () => {
  it('keeps tags, the page’s own names and counts; text, digits and titles go', () => {
    document.body.innerHTML = `<div id="chat" class="css-1a2b" data-testid="pane" title="小雨林">
      <p role="note">电话 13800138000</p></div>`;
    expect(structureOf(document.body)).toBe(
      ['body', '  div [id=chat] [class=css-#a#b] [data-testid=pane] [title=…]', '    p [role=note] …'].join(
        '\n',
      ),
    );
  });

  it('shows two of what repeats, counts the others, and drops ids that may hold buyers', () => {
    document.body.innerHTML = ['anna', 'bella', 'carla', 'dora']
      .map((pin) => `<div class="row"><i id="u_${pin}imcustomer42">x</i></div>`)
      .join('');
    const lines = structureOf(document.body);
    expect(lines.split('\n')).toEqual([
      'body',
      '  div [class=row]',
      '    i …',
      '  div [class=row]',
      '    i …',
      '  + 2 div',
    ]);
  });

  it.each(SITE_PAGES.map((page) => [page.site, page] as const))('%s: no word of the page', (_, page) => {
    document.body.innerHTML = pageHtml(page);
    const lines = structureOf(document.body);
    for (const word of ['小雨', '阿强', '王阿姨', '便宜', 'Nina', '810001', '8613900000001', 'pin0']) {
      expect(lines).not.toContain(word);
    }
    expect(lines.split('\n').length).toBeGreaterThan(10);
  });
});
