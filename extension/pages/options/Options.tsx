import type { OpenBook } from '@extension/book/open';
import { Mark } from '@extension/ui/Mark';
import { lazily } from '@extension/ui/more';
import { useWords } from '@extension/ui/words';
import { useEffect } from 'preact/hooks';
import { Notice } from '../Notice';
import { useActs } from '../use-acts';
import { Apology } from './Apology';
import { ChatSites } from './ChatSites';
import { Doors } from './Doors';
import { ShopPart } from './Shop';

const DeskPart = lazily(async () => (await import('./DeskPart')).DeskPart);
const PromisePart = lazily(async () => (await import('./PromisePart')).PromisePart);
const BackupPart = lazily(async () => (await import('./Backup')).BackupPart);
const AutoBackup = lazily(async () => (await import('./AutoBackup')).AutoBackup);
const Health = lazily(async () => (await import('./Health')).Health);
const LockPart = lazily(async () => (await import('./LockPart')).LockPart);
const GiftTest = lazily(async () => (await import('./GiftTest')).GiftTest);

/** Settings: the shop, the apology, chat sites, backups, health, lock. */
export function Options({ book, onReady }: { readonly book: OpenBook; readonly onReady: () => void }) {
  const { t } = useWords();
  const acts = useActs(book);
  useEffect(onReady, [onReady]);
  return (
    <main class="page options">
      <header class="options-head">
        <Mark size={32} />
        <h1>{t('options.title')}</h1>
      </header>
      <Doors />
      <ShopPart acts={acts} />
      <Apology acts={acts} />
      <DeskPart acts={acts} />
      <GiftTest acts={acts} />
      <ChatSites acts={acts} />
      <BackupPart acts={acts} />
      <AutoBackup book={book} />
      <Health book={book} />
      <LockPart />
      <PromisePart />
      <Notice acts={acts} />
    </main>
  );
}
