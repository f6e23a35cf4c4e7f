/** Type sizes as Chinese newsrooms say them: 号 for points, where there is one. */

/** Largest first. */
const SIZES: readonly (readonly [string, number])[] = [
  ['初号', 42],
  ['小初', 36],
  ['一号', 26],
  ['小一', 24],
  ['二号', 22],
  ['小二', 18],
  ['三号', 16],
  ['小三', 15],
  ['四号', 14],
  ['小四', 12],
  ['五号', 10.5],
  ['小五', 9],
  ['六号', 7.5],
  ['小六', 6.5],
  ['七号', 5.5],
  ['八号', 5],
]

/** 五号 for 10.5; undefined where no 号 is exactly so large. */
export const haoOf = (points: number): string | undefined => SIZES.find(([, p]) => Math.abs(p - points) < 0.01)?.[0]
