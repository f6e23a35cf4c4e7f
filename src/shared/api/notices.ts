/** What readers say about a file that they could read only in part or are not sure of: a code and its sentence in both languages. */
import { fill } from '../errors.ts'
import type { Lang } from '../page/roles.ts'
import type { Notice } from './pages.ts'

const NOTICES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  'encoding/guessed': {
    zh: '编码按 {encoding} 读取，把握 {percent}%。若有乱码，请另选编码重读。',
    en: 'Read as {encoding}, {percent}% sure; choose another encoding if characters look wrong.',
  },
  'encoding/mixed': {
    zh: '文件里有两种编码，一部分是 UTF-8，一部分是 GB18030（GBK），已逐行分别读取，没有丢字。',
    en: 'Some lines of the file are UTF-8 and others GB18030 (GBK); each was read as what it is, and no character was lost.',
  },
  'encoding/broken': {
    zh: '有 {count} 处字节不合 {encoding} 编码，已用替代符“�”标出。',
    en: '{count} places do not fit {encoding} and show as “�”.',
  },
  'text/control': {
    zh: '文中有 {count} 个控制字符，照原样保留。',
    en: 'The text has {count} control characters; they were kept.',
  },
  'picture/unreadable': {
    zh: '旁边的同名图片读不了，没有收入。',
    en: 'The picture of the same name could not be read and was left out.',
  },
  'meta/date': {
    zh: '文件所写的日期 {date} 并不存在，没有采用。',
    en: 'There is no such day as {date}, which the file says; it was left out.',
  },
  'json/source': {
    zh: '文件没有附 OCR 原文，原文由各文字块拼成。',
    en: 'The file has no OCR text with it; the blocks stand in for it.',
  },
}

/** The sentence of a notice; one without a sentence shows its code. */
export const noticeText = (n: Notice, lang: Lang): string => fill(NOTICES[n.code]?.[lang] ?? n.code, n.params ?? {})
