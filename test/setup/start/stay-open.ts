import type { Counter } from '../../e2e/support/counter';

/** Leaves the browser to the visitor until its window is closed. */
export async function stayOpen(counter: Counter, url: string, out: string): Promise<void> {
  console.log(
    [
      `The practice shop is open at ${url}; buyers write on their own, the panel stands beside the chat.`,
      'Open the first buyer: what the shop owes them stands first. Press F to put it into the reply box.',
      'P promise · D discount · K packing note · G gift · N note · Ctrl-Z undo.',
      `A weekly review of the shop's exports lies in ${out}. Close the browser window to end.`,
    ].join('\n'),
  );
  await new Promise<void>((done) => counter.keeper.context.once('close', () => done()));
  await counter.shop.close();
}
