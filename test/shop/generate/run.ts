import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BACKUP_LIMIT } from '@shared/backup/format';
import { backupFile } from './backup-file';
import { startBook } from './book';
import { encodeGbk } from './gbk';
import { momentAt } from './moments';
import { type PracticeOptions, parsePractice, USAGE } from './options';
import { PINDUODUO_HEADER, pinduoduoRow } from './pinduoduo-csv';
import { drawShop, ordersIn } from './shop';
import { newTally } from './tally';
import { TAOBAO_HEADER, taobaoRow } from './taobao-csv';
import { textFile } from './text-file';
import { tellTruth } from './truth';

/** The command line of `npm run practice`: 0 written, 2 wrong usage, 4 could not be written. */
export async function run(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const options = parsePractice(argv);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${USAGE}`);
    return 2;
  }
  try {
    process.stdout.write(`${summary(options, writeShop(options))}\n`);
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${options.out}: the shop could not be written: ${reason}\n`);
    return 4;
  }
}

export interface Written {
  readonly buyers: number;
  readonly taobao: number;
  readonly pinduoduo: number;
  readonly files: readonly string[];
  /** Characters of the book. */
  readonly bookLength: number;
}

/** Writes all files of a shop into `options.out` and says how much was written. */
export function writeShop(options: PracticeOptions): Written {
  mkdirSync(options.out, { recursive: true });
  const names = ['book.json', 'orders-taobao.csv', 'orders-pinduoduo.csv', 'truth.json'] as const;
  const [bookPath, taobaoPath, pinduoduoPath, truthPath] = names.map((name) => join(options.out, name));
  const shop = drawShop(options);
  const tally = newTally();
  const backup = backupFile(momentAt(shop.period, { day: shop.period.days - 1, second: 86_399 }));
  const book = startBook(shop, options.lang, tally, backup.take);
  const truth = tellTruth(shop);
  const taobao = textFile(taobaoPath!, encodeGbk);
  const pinduoduo = textFile(pinduoduoPath!);
  taobao.write(`${TAOBAO_HEADER}\r\n`);
  pinduoduo.write(`\ufeff${PINDUODUO_HEADER}\r\n`);
  const rows = { taobao: 0, pinduoduo: 0 };
  for (const buyer of shop.buyers) {
    const orders = ordersIn(shop, buyer);
    book.buyer(buyer, orders);
    truth.buyer(buyer, orders);
    for (const order of orders) {
      rows[buyer.drawn.platform]++;
      if (buyer.drawn.platform === 'taobao') taobao.write(`${taobaoRow(order, shop.period)}\r\n`);
      else pinduoduo.write(`${pinduoduoRow(order, shop.period)}\r\n`);
    }
  }
  taobao.close();
  pinduoduo.close();
  const bookFile = textFile(bookPath!);
  const bookLength = backup.finish(bookFile);
  bookFile.close();
  const truthFile = textFile(truthPath!);
  truthFile.write(`${JSON.stringify(truth.tell(tally.counts()), null, 2)}\n`);
  truthFile.close();
  const files = [bookPath!, taobaoPath!, pinduoduoPath!, truthPath!];
  return { buyers: shop.buyers.length, ...rows, files, bookLength };
}

const TOO_BIG =
  '  book.json is longer than a backup may be and will be refused; draw a smaller shop (--buyers).';

function summary(options: PracticeOptions, written: Written): string {
  const lines = written.files.map((file) => {
    const kilobytes = Math.max(1, Math.round(statSync(file).size / 1024));
    return `  ${file}  ${kilobytes.toLocaleString('en')} kB`;
  });
  const orders = `${written.taobao} Taobao and ${written.pinduoduo} Pinduoduo order rows`;
  return [
    `Practice shop, seed ${options.seed}: ${written.buyers} buyers over ${options.weeks} weeks to ${options.asOf}, ${orders}.`,
    ...lines,
    ...(written.bookLength > BACKUP_LIMIT ? [TOO_BIG] : []),
  ].join('\n');
}
