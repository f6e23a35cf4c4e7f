/** Who a byline or credit names: 本报记者 张 文 通讯员 李朝民 → 张文, 李朝民. */

/** What stands before or after a name and is none: offices, agencies, what the person did. */
const OFFICES =
  /(?:(?:本报|新华社|人民日报|中新社|央视|[\p{Script=Han}]{2,8}(?:日报|晚报|早报|时报|晨报|都市报|商报|青年报|通讯社|报社))(?:融媒体|特约|全媒体|驻[\p{Script=Han}]{2,4})?)?(?:融媒体|全媒体|特约|见习|实习|首席)*(?:记者|通讯员|评论员|摄影|撰稿|特派员|作者|编辑|实习生|文图|图文|文\/图|供图|报道|采写|整理|执笔)/gu
const AROUND = /(?:摄影报道|报道|摄影|供图|供稿|采写|整理|综合|摄|文|图)$/u
const SOURCES = /^(?:新华社|本报|人民视觉|影像中国|视觉中国|资料图片?|受访者|采访对象)$/u

/** The names in `text` in order, each once; two single characters in a row are one name (张 文). Unknown wording gives fewer names, never a false office. */
export function peopleOf(text: string): readonly string[] {
  const bare = text
    .replace(/[（(][^）)]*[）)]/g, ' ')
    .replace(OFFICES, ' ')
    .replace(/[■●◆□：:]/g, ' ')
  const words = bare.split(/[\s、，,；;/|]+/u).filter((w) => w !== '')
  const names: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const next = words[i + 1] ?? ''
    if (isSingle(word) && isSingle(next.replace(AROUND, '') || next)) {
      names.push(word + (next.replace(AROUND, '') || next))
      i++
    } else names.push(word.length > 2 ? word.replace(AROUND, '') : word)
  }
  return [
    ...new Set(
      names.filter(
        (n) => /^[\p{Script=Han}]{2,4}$|^[\p{Script=Han}]+·[\p{Script=Han}·]+$/u.test(n) && !SOURCES.test(n),
      ),
    ),
  ]
}

const isSingle = (word: string): boolean => /^\p{Script=Han}$/u.test(word)
