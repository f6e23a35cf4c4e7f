/** Small pages for property tests, of lines that may be many things. */
import fc from 'fast-check'

const LINES = [
  '城市更新的步子越走越稳',
  '本报记者 李朝民',
  '',
  '街道梳理排摸辖区现状，城市更新',
  '街道梳理排摸辖区现状。',
  '春耕 保供',
  '（一）开头',
  '新华社记者 王小雨摄 图为现场',
]

/** Pages of up to `most` lines. */
export const pagesOf = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...LINES), { minLength: 1, maxLength: most })
    .map((lines) => lines.join('\n'))
    .filter((page) => page.trim() !== '')
