/** The common characters by which wordings begin and end: what a first or last character says is learned for each of them. */
import type { Values } from './evidence.ts'

const COMMON =
  '一摄在今中国记图新全我会这的了从人第老讯通关三大上据日小来为白里不市县当有公二石昨省天去海农地学长水编十行年数温工生开作春车区近场民成下元北南线读东夜村由金法经文江方根高信周四如他同说议电好版告闻青子事家话路目道点出美机河部让清此补山对业专建种个面调要城前以少田正名最气到快求那见五问古受钟门口乡七平改答系动景现产自外校头土度联与利早局用和安司后西片声首就截处谈时因百供台程收走过资每父期铁除间发交制实务两评等报放心语随展先把网政是起而单社回理财停座总守项重采分给多六次言表加院治九手员流双持准接查晚还团抗兵八能深定各丰响办红花钱半案火按其再可临宁医导也进保管统药号世主她另丁看算打感决像应况论群女积影增席研活职命投你它谁什哪想做得着又都只但却被向将于及并或且该本此些哥妈爷爸孩爱笑雨雪树花草鱼牛羊茶米饭酒歌诗书画戏剧梦乐忙貌角馆街镇店房站桥港厂所亮美力量值率率忆录传谱曲升降涨跌超达破突增减扩促推助护防控治建设立成启动开幕闭举召签获奖夺冠赛战胜负平'

/** `LETTERS[0]` is for all others. */
export const LETTERS: Values = ['other', ...new Set(COMMON)]

const numbers = new Uint16Array(0x10000)
LETTERS.forEach((letter, n) => {
  if (n > 0) numbers[letter.charCodeAt(0)] = n
})

/** The number of a character (UTF-16 code) in `LETTERS`. */
export const letterOf = (code: number): number => numbers[code]!
