export const packing = {} as const;
