/** The people of an article, derived from its bylines, credits and dateline: who they are and what part they had. */
import type { Article, Block } from '../page/page.ts'
import type { Lang } from '../page/roles.ts'
import { simplify } from '../search/normalise.ts'
import { nameRun } from './names.ts'

export const PARTS = {
  reporter: { zh: '记者', en: 'Reporter' },
  correspondent: { zh: '通讯员', en: 'Correspondent' },
  photographer: { zh: '摄影', en: 'Photographer' },
  author: { zh: '作者', en: 'Author' },
  editor: { zh: '编辑整理', en: 'Editor' },
  commentator: { zh: '评论员', en: 'Commentator' },
  illustrator: { zh: '绘图', en: 'Illustrator' },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>

export type PartName = keyof typeof PARTS

/** `name` without the blanks that set it apart in print (吴  君 → 吴君); `block` is the id of the block that names the person. */
export type Person = { readonly name: string; readonly part: PartName; readonly block: string }

/** Everybody named in the article's bylines, credits and datelines, in order, each name with a part once. */
export function peopleOf(article: Article): readonly Person[] {
  const people: Person[] = []
  for (const block of article.blocks) {
    const saying = sayingOf(block)
    if (saying === '') continue
    for (const { name, part } of peopleIn(saying, block.role === 'credit' ? 'photographer' : 'author')) {
      if (!people.some((p) => p.name === name && p.part === part)) people.push({ name, part, block: block.id })
    }
  }
  return people
}

/** What a block says of people: a byline or credit all of it, a paragraph its dateline. */
function sayingOf(block: Block): string {
  if (block.role === 'byline' || block.role === 'credit') return block.text
  const dateline = block.marks.find((m) => m.kind === 'dateline')
  return dateline ? (/[（(]([^（）()]*)[）)]\s*$/u.exec(block.text.slice(dateline.start, dateline.end))?.[1] ?? '') : ''
}

/** Words that say what part the people after them (or before them) had; the first that fits. */
const SAYS: readonly (readonly [pattern: RegExp, part: PartName])[] = [
  [/评论员|观察员/u, 'commentator'],
  [/通讯员/u, 'correspondent'],
  [/摄影记者|摄影报道|摄影|供图|摄|图片|^图$/u, 'photographer'],
  [/制图|绘图|漫画|插图/u, 'illustrator'],
  [/记者/u, 'reporter'],
  [/编辑|整理|编译|统筹|策划/u, 'editor'],
  [/作者|撰文|执笔|采写|文/u, 'author'],
]

const WORDS =
  /(?:本报|本刊|新华社|中新社|特约|特派|实习|见习|首席|全媒体|融媒体|驻[^\s]{1,4}|摄影)*(?:记者|通讯员|评论员|观察员)|摄影报道|摄影|供图|摄|图片|制图|绘图|漫画|插图|编辑|整理|编译|统筹|策划|作者|撰文|执笔|采写|[文图](?=[\s/／:：|｜]|$)|(?<=[/／|｜])[文图]/gu

type Named = { readonly name: string; readonly part: PartName }

/** The people that a byline's text names, as it writes them; `otherwise` is the part of those whose part it does not say. */
export function peopleIn(text: string, otherwise: PartName): readonly Named[] {
  const simple = simplify(text)
  const people = namedIn(simple, otherwise)
  if (simple === text) return people
  // Blanks set names apart in print.
  const from = simple.replace(/\s+/gu, '')
  const to = text.replace(/\s+/gu, '')
  return people.map(({ name, part }) => {
    const at = from.indexOf(name)
    return { name: at < 0 ? name : to.slice(at, at + name.length), part }
  })
}

/** The same of a text in Simplified characters. */
function namedIn(text: string, otherwise: PartName): readonly Named[] {
  const clean = text
    .replace(/[■□▲●◎◆★☆※]/gu, ' ')
    .replace(/[（(](?:影像中国|人民视觉|视觉中国|资料图片|资料照片)[）)]|新华社发|中新社发/gu, ' ')
  const people: { name: string; part: PartName }[] = []
  for (const line of clean.split('\n')) {
    let before: PartName | undefined
    let at = 0
    const words = [...line.matchAll(WORDS)]
    for (const [i, word] of [...words, undefined].entries()) {
      // 文/王小雨: a stroke or colon behind it says that its people follow
      const leads = word !== undefined && /^\s*[/／:：|｜]/u.test(line.slice(word.index + word[0].length))
      const suffix = word !== undefined && !leads && SUFFIX.test(word[0])
      const names = namesBetween(line.slice(at, word?.index ?? line.length))
      const after = word && partOf(word[0])
      // 张三 摄, 李四/文: the part follows; 记者 张三: it goes before
      const part = before ?? (names.length > 0 && after && (suffix || (i === 0 && !leads)) ? after : undefined)
      for (const name of names) people.push({ name, part: part ?? otherwise })
      before = names.length > 0 && part === after && before === undefined ? undefined : after
      if (names.length > 0 && suffix && part !== after && people.length > 0) {
        // 记者 张三 摄: a reporter who took the picture
        for (let k = people.length - names.length; k < people.length; k++)
          people[k] = { name: people[k]!.name, part: after ?? otherwise }
        before = undefined
      }
      at = word ? word.index + word[0].length : line.length
    }
  }
  return people
}

const SUFFIX = /^(?:摄影报道|摄影|供图|摄|文|图|整理|编译|采写|制图|绘图)$/u
const partOf = (word: string): PartName | undefined => SAYS.find(([pattern]) => pattern.test(word))?.[1]

function namesBetween(text: string): readonly string[] {
  const bare = text.replace(/[（()）:：/／|｜，,。；;\s]+/gu, ' ').trim()
  if (!bare) return []
  const run = nameRun(bare)
  if (run) return run
  return bare.split(' ').filter((w) => nameRun(w) !== undefined)
}
