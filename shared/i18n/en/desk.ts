export const desk = {
  'desk.title': 'The desk',
} as const;
