/**
 * The lunisolar years 1900–2100, one base-36 number each: bits 0–11 say which of the twelve months have 30 days
 * (the others have 29), bit 12 whether the leap month has, and from bit 13 on stands the leap month, 0 for none.
 * Checked day by day against two independent calendars; tables that go round differ in 1996 and 2060.
 */
export const LUNAR_YEARS: readonly number[] = (
  '1gwi 1g2 2w5 xt6 18r 23f ujq 12i 28p ey2 1g2 14md 279 217 10sr j1 12j drp 2p5 1eaa ' +
  '2vm 2lh y7h 21i ja ul1 1ck 2w9 fnu 2vm 138m 10r 21j 10ly 28q 1ck nkx 1ft 1dlf 237 ' +
  '10r 163f 23x 12i v51 2as 289 f9n 239 1act 112 23x 10wa 14i 2p1 p0i 2mi 1fo5 23b 11y ' +
  '1305 251 1ci qqd 2w5 18q k7j 23f 1ae2 12i 295 xwy 28i 279 rhn 217 1gob j1 12l 167d ' +
  '2p5 2oi s5x 2lh 1u19 21i ja 12id 1cl 2w9 ymq 2vm 2li jzi 21j 1gpi nu 1cl xux 1ft ' +
  '1ar rdn 10r 21n er2 12i 1az9 2as 289 y8j 239 10t qcd 245 1n6y 15e 2p1 17yi 2mi 2hh ' +
  'rdq 11y 245 esa 1ci 13dx 1et 18r wuv 2i3 122 k1a 295 20k2 28i 279 17nv 217 x7 w57 ' +
  '14d 296 fca 2oi 1b51 2lh 21h 10st xi 14l ngy 2x5 1hn6 2vm 2li 163a 21j ye t45 1g5 ' +
  '1ft kej 1ar 1acr 10r 21n xq2 12i 291 rl6 28a 1h91 239 10t 12zx 245 14a qfp 2p1 2mi ' +
  'lsd 2hi 1ary 11y 245 10wi 1ci 2w5 qp6 1aj 1fvb x7 123 1652 296 1g2 rkl 285 22z eof ' +
  'x7'
)
  .split(' ')
  .map((year) => Number.parseInt(year, 36));

export const FIRST_LUNAR_YEAR = 1900;
/** The day of the first new year in the table. */
export const FIRST_NEW_YEAR = '1900-01-31';
