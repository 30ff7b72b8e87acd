export const parcels = {
  'parcels.title': 'Parcels and gifts',
} as const;
