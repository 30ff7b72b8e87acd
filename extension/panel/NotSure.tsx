import { linkAccount } from '@extension/book/actions/accounts';
import { searchBuyers } from '@extension/book/reads/search';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import type { Buyer } from '@shared/records/buyer';
import { usePanel } from './state/context';
import { conversationKey } from './state/subject';

interface NotSureProps {
  readonly names: readonly string[];
}

/** The page leaves doubt about who this is: nobody's file opens by itself, each candidate is one click away. */
export function NotSure({ names }: NotSureProps) {
  const { t } = useWords();
  const { session } = usePanel();
  const { book } = session;
  const found = useLive(async () => {
    const lists = await Promise.all(names.map((name) => searchBuyers(book, name, 5)));
    return [...new Map(lists.flat().map(({ buyer }) => [buyer.id, buyer])).values()];
  }, [book, names.join('\n')]);
  const buyer = session.chat.value?.buyer ?? null;

  function choose(candidate: Buyer): void {
    if (!buyer) {
      session.openBuyer(candidate);
      return;
    }
    const next = new Map(session.chosen.value);
    session.chosen.value = next.set(conversationKey(buyer), { buyerId: candidate.id });
    // A key of the platform is worth remembering; a display name alone must be asked for again next time.
    if (buyer.strength !== 'name') {
      const { platform, strength, key, name: displayName } = buyer;
      const account = { platform, strength, key, displayName };
      const line = { key: 'panel.done.linked', params: { name: candidate.name } } as const;
      void session.run(linkAccount(book, candidate.id, account), line);
    }
  }
  function chooseNew(): void {
    if (!buyer) return;
    const { platform, strength, key, name: displayName } = buyer;
    const next = new Map(session.chosen.value);
    session.chosen.value = next.set(conversationKey(buyer), {
      account: { platform, strength, key, displayName },
    });
  }
  return (
    <div class="not-sure">
      <p>{t('panel.unsure.why')}</p>
      <ul class="candidates">
        {(found ?? []).map((candidate) => (
          <li key={candidate.id}>
            <button type="button" onClick={() => choose(candidate)}>
              <Name of={candidate.name} />{' '}
              <span class="quiet small">
                {[...candidate.facts.slice(0, 2), t('panel.since', { day: candidate.since })].join(' · ')}
              </span>
            </button>
          </li>
        ))}
        {buyer && (
          <li>
            <button type="button" onClick={chooseNew}>
              {t('panel.unsure.new', { name: buyer.name })}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
