import type { OpenBook } from '@extension/book/open';
import { Mark } from '@extension/ui/Mark';
import { lazily } from '@extension/ui/more';
import { useWords } from '@extension/ui/words';
import { useEffect } from 'preact/hooks';
import { Notice } from '../Notice';
import { useActs } from '../use-acts';
import { Apology } from './Apology';
import { BackupPart } from './Backup';
import { ChatSites } from './ChatSites';
import { Doors } from './Doors';
import { ShopPart } from './Shop';

const DeskPart = lazily(async () => (await import('./DeskPart')).DeskPart);
const PromisePart = lazily(async () => (await import('./PromisePart')).PromisePart);
const GiftTest = lazily(async () => (await import('./GiftTest')).GiftTest);

/** Settings: the shop, the apology, chat sites, backup. */
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
      <PromisePart />
      <Notice acts={acts} />
    </main>
  );
}
