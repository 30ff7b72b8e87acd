/**
 * The first shape of the stored book. Frozen: a later shape is a later file. First the key, then what is
 * looked up: `a+b` in brackets is one index over two fields, `*` one entry per element.
 */
export const v001 = {
  version: 1,
  stores: {
    buyers: 'id',
    accounts: 'id, buyerId, [platform+strength+key]',
    orders: 'id, number, [platform+number]',
    orderLinks: 'id, buyerId, number, [platform+number]',
    promises: 'id, buyerId, state, [state+due.day]',
    discounts: 'id, buyerId, state',
    packing: 'id, buyerId, state',
    gifts: 'id, buyerId, state, stockId',
    giftStock: 'id',
    parcels: 'id, buyerId, packedOn',
    visits: 'id, buyerId, planned',
    complaints: 'id, buyerId, state',
    notes: 'id, buyerId',
    sites: 'id',
    settings: 'id',
    // Not part of a backup's tables: the history, the door's own mark, and what the search looks up.
    actions: 'id, stamp, [buyerId+stamp], [name+stamp]',
    marks: 'key',
    search: 'id, buyerId, *grams',
  },
} as const;
