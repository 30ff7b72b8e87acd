import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(process.cwd(), 'test/fixtures/chat');

/** A page of the fixtures at the address of the real site, and who is open in it. */
export interface SitePage {
  readonly site: string;
  readonly file: string;
  readonly url: string;
  /** Every key the open buyer may rightly have. */
  readonly right: readonly string[];
  /** Whether the page proves who it is: two signs that agree, or a strong key. */
  readonly sure: boolean;
  readonly rows: number | null;
  /** Sides of the messages: b = buyer, s = seller, y = system, ? = can't be told. */
  readonly sides: string;
}

const OPEN = { right: ['小雨林'], sure: true, rows: 3, sides: 'bsbs' } as const;

function at(site: string, url: string, more: Partial<SitePage> = {}): SitePage {
  return { site, file: `${site}/open.html`, url, ...OPEN, ...more };
}

/** One page for every site with an adapter of its own. */
export const SITE_PAGES: readonly SitePage[] = [
  at('pdd', 'https://mms.pinduoduo.com/chat-merchant/index.html#/', { right: ['810001'], sides: 'bsb?y' }),
  at('feige', 'https://im.jinritemai.com/pc_seller_v2/main/workspace'),
  at('jd', 'https://dongdong.jd.com/', { right: ['pin0', '小雨林'] }),
  at('kuaishou', 'https://im.kwaixiaodian.com/workbench', { right: ['小雨'], sides: 'bys' }),
  at('wechat-shop', 'https://store.weixin.qq.com/shop/kf'),
  at('1688', 'https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im_core/index.html'),
  at('tiktok-shop', 'https://seller-us.tiktok.com/chat/inbox/current'),
  at('shopee', 'https://seller.shopee.co.th/new-webchat/conversations'),
  at('whatsapp', 'https://web.whatsapp.com/', { right: ['8613900000001', '小雨林'] }),
  at('chatwoot', 'https://app.chatwoot.com/app/accounts/1/conversations/71', { right: ['71', '小雨林'] }),
  at('zendesk', 'https://shop.zendesk.com/agent/tickets/72', {
    file: 'zendesk/tickets.html',
    right: ['Nina New'],
    sure: false,
    rows: null,
    sides: 'bsy',
  }),
  at('intercom', 'https://app.intercom.com/a/inbox/x1/inbox/all/conversation/9'),
  at('tawk', 'https://dashboard.tawk.to/#/chat'),
  at('etsy', 'https://www.etsy.com/messages/100', { right: ['100', '小雨林'] }),
];

/** Sites of which only the address is known: one page, many hosts. */
export const ADDRESS_PAGES: readonly SitePage[] = [
  ['xianyu', 'https://www.goofish.com/im?itemId=5&peerUserId=77', '77', true],
  ['mercadolibre-br', 'https://www.mercadolivre.com.br/vendas/novo/mensagens/2000001', '小雨林', true],
  [
    'shopify-inbox',
    'https://inbox.shopify.com/store/s/conversations/open/3f2b8c1a-0000-4000-8000-000000000001',
    '小雨林',
    true,
  ],
  ['facebook-inbox', 'https://business.facebook.com/latest/inbox/all?selected_item_id=88', '88', true],
  ['messenger', 'https://www.facebook.com/messages/t/89', '89', true],
  ['instagram', 'https://www.instagram.com/direct/t/90', '90', true],
  ['gorgias', 'https://shop.gorgias.com/app/ticket/91', '小雨林', true],
  ['crisp', 'https://app.crisp.chat/website/w/inbox/session_92/', 'session_92', true],
  ['line-oa', 'https://chat.line.biz/b/chat/93', '93', true],
].map(([site, url, key, sure]) =>
  at(site as string, url as string, {
    file: 'address-only/open.html',
    right: [key as string, '小雨林'],
    sure: sure as boolean,
  }),
);

/** What real pages do to a reader, each on a page nobody has described. */
export const TRAPS: readonly SitePage[] = (
  [
    ['hidden-panes', {}],
    ['recycled-rows', { rows: 4 }],
    ['numbered-classes', {}],
    ['times-in-bubbles', {}],
    ['icon-words', {}],
    ['initials', { rows: null, sure: false }],
    ['listed-twice', { rows: 4, sure: false }],
    ['one-side', { sides: '????' }],
    ['header-only', { rows: null, sure: false }],
    ['two-boxes', {}],
    ['search-and-note', {}],
    ['orders-for-list', { rows: null, sure: false }],
    ['menu-for-list', { rows: null, sure: false }],
    ['two-open-rows', { sure: false }],
    ['other-header', { right: [], sure: false }],
    ['heading-no-name', { sure: false }],
    ['day-groups', { sides: 'bsbsbs' }],
    ['colleague-left', { sides: 'bs?s' }],
    ['list-right', {}],
    ['not-a-chat', { right: [], rows: null, sure: false, sides: '' }],
  ] as const
).map(([name, more]) =>
  at(name, 'https://unknown.example/', { file: `traps/${name}.html`, ...(more as Partial<SitePage>) }),
);

export function pageHtml({ file }: SitePage): string {
  return `<style>${readFileSync(join(FOLDER, 'layout.css'), 'utf8')}</style>${readFileSync(join(FOLDER, file), 'utf8')}`;
}
