// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { bundled, follow, one, show } from './page';

const feige = bundled('feige');
const URL = 'https://im.jinritemai.com/pc_seller_v2/main/workspace';
const OWN = '6920000000000000001';
const OTHER = '6920000000000000002';

beforeEach(() => show('feige/open.html'));

describe('an order number beside its label', () => {
  it('belongs to the open buyer', () => {
    expect(follow(feige, URL).see().orderNumbers).toEqual([OWN]);
  });

  it('in a row of the list is about somebody else', () => {
    one('[data-row]:last-child .msgContent-k3').textContent = `订单编号：${OTHER}`;
    expect(follow(feige, URL).see().orderNumbers).toEqual([OWN]);
  });

  it('in a pane that is not shown is about somebody else', () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<div style="display:none"><p>订单编号：${OTHER}</p></div>`,
    );
    expect(follow(feige, URL).see().orderNumbers).toEqual([OWN]);
  });
});
