/** Pages for tests: small ones of lines that may be many things, and one that has a block of most roles. */
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

/** A small page with a block of most roles, and a paragraph that a picture cut. */
export const PAGE = `# 青浦湾留住一片滩涂

记者 苏 苇

涨潮以前，护鸟员老葛已经在堤上走了两个来



滩涂上的白鹭。 苏 苇摄

回。他说，鸟不认闹钟，只认潮水。

关键词 生态

退养还滩，给候鸟腾地方

本报讯（记者 李朝民）三年前，这里还是连片的虾塘。如今塘埂推平，潮沟复通，越冬的候鸟多了三成。（图片由青浦湾管理处提供）

（下转第四版）
`
