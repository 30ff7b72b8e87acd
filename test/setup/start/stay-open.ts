import type { Lang } from '@shared/i18n';
import type { Counter } from '../../e2e/support/counter';

/** Leaves the browser to the visitor until its window is closed. */
export async function stayOpen(counter: Counter, lang: Lang, url: string, out: string): Promise<void> {
  const { context } = counter.keeper;
  // The empty tab that every browser starts with.
  await Promise.all(
    context
      .pages()
      .filter((page) => page.url() === 'about:blank')
      .map((page) => page.close()),
  );
  console.log((lang === 'en' ? inEnglish(url, out) : inChinese(url, out)).join('\n'));
  await new Promise<void>((done) => context.once('close', () => done()));
  await counter.shop.close();
}

function inEnglish(url: string, out: string): readonly string[] {
  return [
    '',
    `The practice shop is open at ${url}; buyers write on their own, the panel stands beside the chat.`,
    'Open the buyer who wants two more cups: the discount promised last time stands first. F puts it into the reply box.',
    'P promise · D discount · K packing note · G gift · N note · Ctrl-Z undo · ? all keys',
    `A weekly review of the shop's exports lies in ${out}. Close the browser window to end.`,
  ];
}

function inChinese(url: string, out: string): readonly string[] {
  return [
    '',
    `练习店铺开在 ${url}，买家会自己来说话，侧栏就在聊天旁边。`,
    '点开那位还想再要两只杯子的买家：上次答应的优惠排在最上面，按 F 填进回复框（不发送）。',
    'P 承诺 · D 优惠 · K 打包备注 · G 赠品 · N 备注 · Ctrl-Z 撤销 · ? 全部按键',
    `店里导出表格的周复盘在 ${out}。关掉浏览器窗口就结束。`,
  ];
}
