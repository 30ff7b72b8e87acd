/** Words of the packing table. */
export const packing = {
  'packing.title': 'Packing table',
  'packing.print': 'Print the list',
  'packing.empty':
    'No parcel has anything to remember today. Packing notes (K) and promised gifts show up here.',
  'packing.packed': '{n} of {all} packed',
  'packing.progress': 'Packed so far',
  'packing.noOrder': 'without an order',
  'packing.shipBy': 'ship by {due}',
  'packing.ship': 'Shipped',
  'packing.shipped': 'Shipped',
  'packing.done': 'Packed: {name}',
  'packing.unpacked': 'Not packed after all: {name}',
  'packing.doneShipped': 'Shipped: {name}',
  'packing.copy': 'Copy the note',
  'packing.copied': "Copied. Paste it into the order's own memo and it lands on the waybill.",
  'packing.notCopied': 'The clipboard did not take it. Click into the page and press again.',
} as const;
