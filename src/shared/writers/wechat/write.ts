/** A page for a WeChat article: a fragment to paste, and its pictures with a list for upload. */
import { pictureFile } from '../picture.ts'
import { storiesOf } from '../story.ts'
import type { Figure } from '../story.ts'
import { oneLine, utf8 } from '../text.ts'
import type { Writer, WriterContext, WrittenFile } from '../writer.ts'
import type { Page } from '../../page/page.ts'
import { wechatFragment } from './fragment.ts'
import { houseStyleOf } from './styles.ts'

export const wechatWriter: Writer = {
  id: 'wechat',
  extension: '.wechat.html',
  name: { zh: '微信公众号', en: 'WeChat article' },
  write: (page, context) => {
    const pictures = uploads(page, context)
    const names = new Map(pictures.map((p) => [p.figure.blocks[0]?.id, p.label] as const))
    const fragment = wechatFragment(page, houseStyleOf(context.template), (f) => names.get(f.blocks[0]?.id))
    const list = pictures.map((p) => `${p.label}\t${p.file?.name ?? '（缺图）'}\t${p.caption}\r\n`).join('')
    return Promise.resolve([
      { name: `${context.name}.wechat.html`, bytes: utf8(fragment) },
      ...pictures.flatMap((p) => (p.file ? [p.file] : [])),
      ...(pictures.length > 0 ? [{ name: `${context.name}.wechat.pictures.txt`, bytes: utf8(`\ufeff${list}`) }] : []),
    ])
  },
}

/** A picture to be put into WeChat's own library by hand; `file` is missing where the picture is. */
export type Upload = {
  readonly figure: Figure
  readonly label: string
  readonly caption: string
  readonly file?: WrittenFile
}

/** The pictures of a page in reading order: 图1, 图2 …, each with its caption and its file. */
function uploads(page: Page, context: Pick<WriterContext, 'name' | 'picture'>): readonly Upload[] {
  const figures = storiesOf(page)
    .flatMap((s) => s.sections.flatMap((section) => section.pieces))
    .filter((piece) => piece.kind === 'figure')
    .filter((f) => f.picture !== undefined)
  return figures.map((figure, i): Upload => {
    const file = figure.picture && pictureFile(figure.picture, context.picture)
    const known = {
      figure,
      label: `图${i + 1}`,
      caption: oneLine(figure.blocks.map((b) => b.text).join(' ')),
    }
    return file
      ? { ...known, file: { name: `${context.name}.wechat.files/${i + 1}.${file.kind.extension}`, bytes: file.bytes } }
      : known
  })
}
