/** Made-up stories that are not running news: photo pages, briefs, comment, talks, letters, literature, and notices of all kinds. */
import { cartoon, figures } from './synthetic-drawn.ts'
import { badgeOf, headingOf, labelOf } from './synthetic-heads.ts'
import type { Part, Story, Stuff } from './synthetic-material.ts'
import { document, index, notices, results } from './synthetic-notices.ts'
import { fresh, part, sentences } from './synthetic-parts.ts'
import { captionOf } from './synthetic-stories.ts'
import { bylineOf, creditOf, datelineOf, nameOf, officeOf, placeOf, signOf } from './synthetic-words.ts'

/** One of them, or several that stand together. */
export function smallStories(stuff: Stuff): readonly Story[] {
  return stuff.r.pick([
    photo,
    photo,
    photo,
    briefs,
    briefs,
    comment,
    comment,
    talk,
    letters,
    notices,
    document,
    results,
    index,
    essay,
    cartoon,
    figures,
  ])(stuff)
}

/** A picture story: the title, one caption as long as a paragraph or some short ones, who took it. */
function photo(stuff: Stuff): readonly Story[] {
  const { item, clause, r } = stuff
  const parts: Part[] = []
  if (r.chance(0.2))
    parts.push(
      part('label', r.pick(['图片新闻', '图片报道', '影像', '图说新闻', '百姓镜头', '光影', '新闻图片', '现场目击'])),
    )
  const titled = r.chance(0.75)
  if (titled) parts.push(part('headline', headingOf(item.title, clause, r)))
  if (titled && r.chance(0.25)) {
    // a photo reportage: text, then a row of captions
    if (r.chance(0.8)) parts.push(part('byline', bylineOf(r)))
    for (const p of item.paragraphs.slice(0, r.int(1, 5))) parts.push(part('paragraph', p))
    const marks = r.pick([
      ['图①：', '图②：', '图③：', '图④：'],
      ['①', '②', '③', '④'],
      ['▲', '▲', '▲', '▲'],
      ['', '', '', ''],
    ])
    marks.slice(0, r.int(2, 5)).forEach((mark, i) => {
      parts.push(
        part('caption', mark + captionOf(stuff.r.pick(stuff.others), r).replace(/^(?:图.：|[①②▲▼]|.图：)/, '')),
      )
      if (mark === '' && r.chance(0.4) && i >= 0) parts.push(part('credit', creditOf(r)))
    })
    if (r.chance(0.6))
      parts.push(
        part(
          'credit',
          r.pick([
            `图①②${nameOf(r)}摄，图③④由${officeOf(r)}提供`,
            `本版图片均为${nameOf(r)}摄`,
            `本组图片由${officeOf(r)}提供`,
            creditOf(r),
          ]),
        ),
      )
    return [parts]
  }
  parts.push(
    part('caption', captionOf(item, r) + (r.chance(0.4) ? sentences(item.paragraphs[0]!, r.int(60, 200)) : '')),
  )
  if (r.chance(0.85)) parts.push(part('credit', creditOf(r)))
  return [parts]
}

/** Short news under one badge: each is an article; some have no headline but a mark or a dateline. */
function briefs(stuff: Stuff): readonly Story[] {
  const { r } = stuff
  const mark = r.pick(['', '', '', '▲ ', '■', '● ', '◆', '★'])
  const titled = r.chance(mark === '' ? 0.85 : 0.3)
  const dated = titled ? 0.6 : mark === '' ? 1 : 0.8
  const label = r.chance(0.6) ? [part('label', labelOf(stuff.clause, r))] : []
  const signed = r.chance(0.5)
  return Array.from({ length: r.int(2, 7) }, (_, i) => {
    const { item, clause } = fresh(stuff)
    const text = sentences(item.paragraphs[0]!, r.int(50, 180))
    return [
      ...(i === 0 ? label : []),
      ...(titled ? [part('headline', headingOf(item.title, clause, r))] : []),
      part('paragraph', (titled ? '' : mark) + (r.chance(dated) ? datelineOf(r) : '') + text),
      ...(signed && r.chance(0.85) ? [part('byline', signOf(r))] : []),
    ]
  })
}

function comment({ item, clause, r }: Stuff): readonly Story[] {
  return [
    [
      ...(r.chance(0.7) ? [part('label', labelOf(clause, r))] : []),
      part('headline', headingOf(item.title, clause, r) + (r.chance(0.25) ? badgeOf(clause, r) : '')),
      ...(r.chance(0.25) ? [part('deck', `——${clause(6, 14)}`)] : []),
      part('byline', r.pick([nameOf(r), nameOf(r), '本报评论员', `本报评论员 ${nameOf(r)}`, `□${nameOf(r)}`])),
      ...item.paragraphs.slice(0, r.int(2, 8)).map((p) => part('paragraph', p)),
      ...(r.chance(0.35) ? [part('note', `（作者为${clause(4, 10)}${r.pick(['', '教授', '研究员'])}）`)] : []),
    ],
  ]
}

/** Question and answer: each is a paragraph. */
function talk({ item, clause, r }: Stuff): readonly Story[] {
  const guest = nameOf(r).replace(/\s/g, '')
  const [ask, answer] = r.pick([
    ['记者：', `${guest}：`],
    ['问：', '答：'],
    ['本报记者：', `${guest}：`],
    ['●', '○'],
  ] as const)
  return [
    [
      ...(r.chance(0.4) ? [part('label', r.pick(['对话', '会客厅', '访谈', '面对面', '答记者问', '名家专访']))] : []),
      ...(r.chance(0.5)
        ? [part('kicker', `${r.pick(['专访', '访', '对话', '本报专访'])}${clause(4, 10)}${guest}`)]
        : []),
      part('headline', r.chance(0.5) ? `“${clause(5, 12)}”` : headingOf(item.title, clause, r)),
      part('byline', bylineOf(r)),
      ...(r.chance(0.5) ? [part('paragraph', r.pick(item.paragraphs))] : []),
      ...item.paragraphs
        .slice(0, r.int(2, 7))
        .flatMap((p) => [
          part('paragraph', `${ask}${clause(6, 16)}${r.pick(['是怎样的', '有什么变化', ''])}？`),
          part('paragraph', answer + p),
        ]),
    ],
  ]
}

function letters(stuff: Stuff): readonly Story[] {
  const { r } = stuff
  return Array.from({ length: r.int(1, 4) }, (_, i) => {
    const { item, clause } = fresh(stuff)
    const hail = r.chance(0.6) ? [part('paragraph', r.pick(['编辑同志：', '编辑同志:', '尊敬的编辑：']))] : []
    return [
      ...(i === 0 && r.chance(0.8)
        ? [part('label', r.pick(['读者来信', '来信照登', '群众呼声', '读者之声', '来信', '有问必答']))]
        : []),
      part('headline', headingOf(item.title, clause, r)),
      ...hail,
      ...item.paragraphs.slice(0, r.int(1, 4)).map((p) => part('paragraph', p)),
      ...(r.chance(0.85)
        ? [
            part(
              'byline',
              r.pick([
                `${officeOf(r)} ${nameOf(r)}`,
                `${placeOf(r)}读者 ${nameOf(r)}`,
                nameOf(r),
                `（${nameOf(r)}）`,
                `${placeOf(r)} ${nameOf(r)}`,
              ]),
            ),
          ]
        : []),
    ]
  })
}

/** A page of literature: an essay or verse with the author under the title. */
function essay({ item, clause, r }: Stuff): readonly Story[] {
  const verse = r.chance(0.45)
  const lines = verse
    ? Array.from({ length: r.int(4, 14) }, () => part('paragraph', clause(3, 11) + r.pick(['', '', '，', '。'])))
    : item.paragraphs
        .flatMap((p) => p.split(/(?<=。)/))
        .slice(0, 12)
        .map((p) => part('paragraph', p))
  return [
    [
      ...(r.chance(0.3) ? [part('label', labelOf(clause, r))] : []),
      part(
        'headline',
        r.chance(0.6)
          ? clause(2, 6)
          : headingOf(item.title, clause, r) +
              (r.chance(0.3) ? r.pick(['（外一首）', '（散文诗）', '（小小说）']) : ''),
      ),
      part(
        'byline',
        r.pick([nameOf(r), `□${nameOf(r)}`, `${nameOf(r)}/文`, `□ ${nameOf(r)}`, `${placeOf(r)} ${nameOf(r)}`]),
      ),
      ...lines,
      ...(r.chance(0.15) ? [part('note', `（选自《${clause(2, 6)}》）`)] : []),
    ],
  ]
}
