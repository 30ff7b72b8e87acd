import type { Due, PromiseKind } from '@shared/records/promise';
import { dayAt, instantAt, later, momentAt, type Wall } from './moments';
import { cny, OWNER } from './put';
import type { Service } from './service';

/**
 * What the book holds about the named buyers of the practice chat, written for their parts instead of drawn:
 * the regular's promised discount, the parcel due tomorrow, the mother's card.
 */
export function recordCast(service: Service): void {
  const { role } = service.buyer;
  if (role) PARTS[role.part]?.(service);
}

const PARTS: { readonly [part: string]: ((service: Service) => void) | undefined } = {
  returning(service) {
    const last = service.purchases[service.purchases.length - 1]!;
    const said = later(last.createdAt, 420);
    service.put(
      'discounts',
      {
        buyerId: service.buyerId,
        ...service.words.discount(10),
        amount: cny(1_000),
        percentOff: null,
        when: 'next',
        state: 'owed',
        saidAt: momentAt(service.period, said),
        where: place(service),
        expires: null,
        settledAt: null,
        orderNumber: null,
        by: OWNER,
      },
      instantAt(service.period, said),
    );
    service.tally.discount('owed', 1_000);
    note(service, service.words.cast.returningNote, true);
  },
  ship(service) {
    const last = service.purchases[service.purchases.length - 1]!;
    promise(service, 'ship', service.words.cast.ship, {
      due: { on: 'day', day: dayAt(service.period, service.period.days + 1) },
      said: later(last.createdAt, 600),
      orderNumber: last.number,
    });
  },
  broken(service) {
    const said = later(service.purchases[0]!.createdAt, 900);
    service.put(
      'packing',
      {
        buyerId: service.buyerId,
        what: service.words.cast.wrap,
        kind: 'wrap',
        cardText: null,
        orderNumber: null,
        standing: true,
        state: 'open',
        notedAt: momentAt(service.period, said),
        settledAt: null,
        by: OWNER,
      },
      instantAt(service.period, said),
    );
    note(service, service.words.cast.brokenNote, false);
  },
  stock(service) {
    const { restock } = service.words.cast;
    promise(service, 'tell', restock, {
      due: { on: 'back-in-stock', what: restock.good },
      said: { day: service.period.days - 6, second: 75_600 },
      orderNumber: null,
    });
  },
  thanks(service) {
    promise(service, 'tell', service.words.cast.tell, {
      due: { on: 'day', day: dayAt(service.period, service.period.days - 1) },
      said: { day: service.period.days - 2, second: 79_200 },
      orderNumber: null,
    });
  },
};

function place(service: Service) {
  return { platform: 'practice', conversation: service.buyer.person.uid };
}

function note(service: Service, text: string, pinned: boolean): void {
  const at = later(service.purchases[service.purchases.length - 1]!.createdAt, 1_800);
  const noted = { buyerId: service.buyerId, text, pinned, by: OWNER };
  service.put('notes', { ...noted, notedAt: momentAt(service.period, at) }, instantAt(service.period, at));
}

function promise(
  service: Service,
  kind: PromiseKind,
  words: { readonly what: string; readonly quote: string },
  when: { readonly due: Due; readonly said: Wall; readonly orderNumber: string | null },
): void {
  service.tally.promise('open');
  service.put(
    'promises',
    {
      buyerId: service.buyerId,
      what: words.what,
      kind,
      state: 'open',
      due: when.due,
      quote: words.quote,
      saidAt: momentAt(service.period, when.said),
      where: place(service),
      cost: null,
      orderNumber: when.orderNumber,
      settledAt: null,
      settledOn: null,
      by: OWNER,
    },
    instantAt(service.period, when.said),
  );
}
