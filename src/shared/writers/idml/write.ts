/** The composed page for InDesign (IDML): threaded frames, one story an article, styles by role, pictures linked. */
import { zipSync } from 'fflate'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Composed } from '../../layout/compose.ts'
import type { TextLine } from '../../layout/geometry.ts'
import type { Ink, Template } from '../../layout/template.ts'
import { walk } from '../../page/walk.ts'
import type { Page } from '../../page/page.ts'
import { composedOf, documentTitle } from '../pdf/write.ts'
import { pictureFile } from '../picture.ts'
import { utf8 } from '../text.ts'
import type { Writer, WriterContext, WrittenFile } from '../writer.ts'
import { compositionTables, fontsXml, graphicXml, preferencesXml } from './resources.ts'
import { spreadXml } from './spreads.ts'
import type { Linked } from './spreads.ts'
import { storiesOf, storyXml } from './stories.ts'
import { stylesXml } from './styles.ts'
import { DOM_VERSION, document } from './xml.ts'

export const idmlWriter: Writer = {
  id: 'idml',
  extension: '.idml',
  name: { zh: 'InDesign 版面（IDML）', en: 'InDesign page (IDML)' },
  write: (page, context) => {
    const links = linksOf(page, context)
    const parts = idmlParts(page, composedOf(page, context), links.linked)
    return Promise.resolve([{ name: `${context.name}.idml`, bytes: packed(parts) }, ...links.files])
  },
}

const MIMETYPE = 'application/vnd.adobe.indesign-idml-package'
/** Packages of one page are equal bytes: no clock goes into them. */
const MTIME = new Date(1980, 0, 1)

/** The package's files by name, without the `mimetype`. */
export function idmlParts(
  page: Page,
  composed: Composed,
  linked: Linked = () => undefined,
): ReadonlyMap<string, string> {
  const stories = storiesOf(page, composed).filter((s) => s.blocks.length > 0)
  const lines = sizesOf(composed)
  const spreads = composed.pages.map(
    (p, i) => [`Spreads/Spread_spread${i + 1}.xml`, spreadXml(p, i, stories, linked)] as const,
  )
  const texts = stories.map((s) => [`Stories/Story_${s.id}.xml`, storyXml(s, composed.template, lines)] as const)
  const resources = [
    ['Resources/Graphic.xml', graphicXml(inksOf(composed))],
    ['Resources/Fonts.xml', fontsXml()],
    ['Resources/Styles.xml', stylesXml(composed.template)],
    ['Resources/Preferences.xml', preferencesXml(composed.template)],
  ] as const
  return new Map([
    ['META-INF/container.xml', container()],
    [
      'designmap.xml',
      designMap(
        page,
        stories.map((s) => s.id),
        [...resources, ...spreads, ...texts].map(([name]) => name),
      ),
    ],
    ...resources,
    ...spreads,
    ...texts,
  ])
}

/** The `mimetype` stands first and stored, as readers look for it at a fixed place. */
function packed(parts: ReadonlyMap<string, string>): Uint8Array {
  const files = [...parts].map(([name, text]) => [name, [utf8(text), { mtime: MTIME }]] as const)
  return zipSync({ mimetype: [utf8(MIMETYPE), { level: 0, mtime: MTIME }], ...Object.fromEntries(files) })
}

/** InDesign reads the parts in this order: swatches, fonts, tables, styles, preferences, layer, spreads, stories. */
function designMap(page: Page, stories: readonly string[], names: readonly string[]): string {
  const packaging = (name: string) => {
    const kind = name.startsWith('Resources/')
      ? (/\/(\w+)\.xml/.exec(name)?.[1] ?? '')
      : name.startsWith('Spreads/')
        ? 'Spread'
        : 'Story'
    return x(`idPkg:${kind}`, { src: name })
  }
  return document(
    x(
      'Document',
      {
        'xmlns:idPkg': 'http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging',
        DOMVersion: DOM_VERSION,
        Self: 'd',
        StoryList: stories.join(' '),
        Name: documentTitle(page),
        ZeroPoint: '0 0',
        ActiveLayer: 'layer',
        CMYKProfile: '$ID/',
        RGBProfile: '$ID/',
      },
      [
        ...LANGUAGES,
        ...names.slice(0, 2).map(packaging),
        ...compositionTables(),
        ...names.slice(2, 4).map(packaging),
        x('Layer', { Self: 'layer', Name: '版面', Visible: 'true', Locked: 'false' }),
        ...names.slice(4).map(packaging),
      ],
    ),
    'style="50" type="document" readerVersion="6.0" featureSet="513" product="8.0(370)"',
  )
}

const LANGUAGES = [
  languageOf('Chinese: Simplified', '$ID/Chinese: Simplified', '$ID/', '2052', '$ID/'),
  languageOf('English: USA', '$ID/English', '$ID/USA', '269', 'Hunspell'),
]

/** A language as the program's own documents declare it; `vendor` is whose words it spells and parts by. */
function languageOf(name: string, primary: string, part: string, id: string, vendor: string): Element {
  return x('Language', {
    Self: `Language/$ID/${name}`,
    Name: `$ID/${name}`,
    SingleQuotes: '‘’',
    DoubleQuotes: '“”',
    PrimaryLanguageName: primary,
    SublanguageName: part,
    Id: id,
    HyphenationVendor: vendor,
    SpellingVendor: vendor,
  })
}

const container = (): string =>
  document(
    x('container', { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' }, [
      x('rootfiles', [x('rootfile', { 'full-path': 'designmap.xml', 'media-type': 'text/xml' })]),
    ]),
  )

/** The first line of each block as it stands, and with it the first of another size: a column's name under its headline. */
function sizesOf(composed: Composed): ReadonlyMap<string, readonly TextLine[]> {
  const lines = new Map<string, TextLine[]>()
  for (const p of composed.pages)
    for (const i of p.items) {
      if (i.kind !== 'line') continue
      const known = lines.get(i.block)
      if (!known) lines.set(i.block, [i])
      else if (known.length === 1 && known[0]?.size !== i.size) known.push(i)
    }
  return lines
}

function inksOf(composed: Composed): readonly Ink[] {
  const t: Template = composed.template
  const inks = composed.pages.flatMap((p) =>
    p.items.flatMap((i): readonly (Ink | undefined)[] =>
      i.kind === 'box' ? [i.fill, i.stroke?.ink] : i.kind === 'photo' ? [] : [i.ink],
    ),
  )
  const styles = [
    t.kicker,
    t.deck,
    t.byline,
    t.standfirst,
    t.crosshead,
    t.caption,
    t.credit,
    t.keyword,
    t.label,
    t.note,
    t.jump,
  ].map((s) => s.ink)
  const all = [...inks, ...styles, [0, 0, 0, 14] as const].filter((i): i is Ink => i !== undefined)
  return [...new Map(all.map((i) => [i.join(), i])).values()]
}

/** The pictures beside the package and their addresses, relative as InDesign finds them. */
function linksOf(
  page: Page,
  context: WriterContext,
): { readonly files: readonly WrittenFile[]; readonly linked: Linked } {
  const files = new Map<string, WrittenFile>()
  const links = new Map<string, NonNullable<ReturnType<Linked>>>()
  for (const { block } of walk(page)) {
    const file = block.picture && pictureFile(block.picture, context.picture)
    if (!file || !block.picture?.sha256) continue
    const name = `${context.name}.links/${block.picture.sha256.slice(0, 16)}.${file.kind.extension}`
    files.set(name, { name, bytes: file.bytes })
    links.set(block.picture.sha256, {
      uri: `file:${encodeURI(name)}`,
      width: block.picture.width,
      height: block.picture.height,
    })
  }
  return { files: [...files.values()], linked: (sha256) => links.get(sha256) }
}
