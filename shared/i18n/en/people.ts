export const people = {
  'people.title': 'Buyers and the people behind them',
} as const;
