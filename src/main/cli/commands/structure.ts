/** `banxin structure`: what stands on a page. */
import path from 'node:path'
import type { Notice } from '../../../shared/api/pages.ts'
import { noticeText } from '../../../shared/api/notices.ts'
import type { Article, Page } from '../../../shared/page/page.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import type { Lang } from '../../../shared/page/roles.ts'
import { reasonText } from '../../../shared/structure/reasons.ts'
import { take } from '../../archive/intake.ts'
import { readBytes } from '../../archive/read-bytes.ts'
import { loadWords } from '../../archive/words.ts'
import { COMMON, oneFile, parse, resolve } from '../arguments.ts'
import type { Command } from '../command.ts'

export const structureCommand: Command = {
  name: 'structure',
  usage: 'banxin structure FILE [--json]',
  about: {
    zh: '看一个版面上有什么：稿件、每块文字的角色和依据',
    en: 'What stands on a page: articles, the role of every block and why',
  },
  async run(args, terminal) {
    const { words } = parse(args, COMMON)
    const file = oneFile(words)
    const taken = take(readBytes(resolve(file)), path.basename(file), { words: await loadWords() })
    const { lang } = terminal
    terminal.data({
      source: taken.text,
      encoding: taken.encoding,
      articles: taken.page.articles.map((a) => articleJson(a, lang)),
      notices: taken.notices.map((n) => ({ ...n, message: noticeText(n, lang) })),
    })
    for (const line of shown(taken.page, lang)) terminal.say(line)
    for (const n of taken.notices) terminal.complain(noticeLine(n, lang))
    return 0
  },
}

const articleJson = (a: Article, lang: Lang) => ({
  blocks: a.blocks.map(({ role, text, spans, confidence, reasons }) => ({
    role,
    text,
    spans,
    confidence,
    reasons: reasons.map((r) => reasonText(r, lang)),
  })),
})

function* shown(page: Page, lang: Lang): Generator<string> {
  for (const [i, a] of page.articles.entries()) {
    yield `${i > 0 ? '\n' : ''}── ${i + 1} ──`
    for (const b of a.blocks) yield `【${ROLE_NAMES[b.role][lang]}】${b.text.replaceAll('\n', ' / ')}`
  }
}

const noticeLine = (n: Notice, lang: Lang): string => `· ${noticeText(n, lang)}`
