/** The spreads of an IDML package: a page each, with boxes, rules and pictures under threaded text frames. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { ComposedPage, Item } from '../../layout/geometry.ts'
import type { IdmlStory } from './stories.ts'
import { num, part, path, rectanglePath, swatch } from './xml.ts'

/** Where a picture stands beside the package, with its pixels, or undefined for a placeholder. */
export type Linked = (
  sha256: string,
) => { readonly uri: string; readonly width: number; readonly height: number } | undefined

export function spreadXml(page: ComposedPage, sheet: number, stories: readonly IdmlStory[], linked: Linked): string {
  const id = `spread${sheet + 1}`
  const middle: Middle = { x: page.width / 2, y: page.height / 2 }
  const frames = stories.flatMap((s) =>
    s.frames.flatMap((f, i) => (f.sheet === sheet ? [textFrame(s, i, middle)] : [])),
  )
  const graphics = page.items.flatMap((item, i) => graphic(item, `${id}_item${i}`, middle, linked))
  return part('Spread', [
    x(
      'Spread',
      {
        Self: id,
        PageCount: '1',
        BindingLocation: '0',
        AllowPageShuffle: 'true',
        ItemTransform: `1 0 0 1 0 ${num(sheet * (page.height + 200))}`,
        FlattenerOverride: 'Default',
        ShowMasterItems: 'true',
      },
      [
        x('Page', {
          Self: `${id}_page`,
          Name: String(sheet + 1),
          AppliedMaster: 'n',
          GeometricBounds: `0 0 ${num(page.height)} ${num(page.width)}`,
          ItemTransform: `1 0 0 1 ${num(-middle.x)} ${num(-middle.y)}`,
          OverrideList: '',
          TabOrder: '',
          GridStartingPoint: 'TopOutside',
          UseMasterGrid: 'true',
        }),
        ...graphics,
        ...frames,
      ],
    ),
  ])
}

const frameId = (story: IdmlStory, index: number): string => `${story.id}_frame${index + 1}`

function textFrame(story: IdmlStory, index: number, middle: Middle): Element {
  const frame = story.frames[index] as IdmlStory['frames'][number] // index comes from the list
  const { area } = frame
  return x(
    'TextFrame',
    {
      Self: frameId(story, index),
      ParentStory: story.id,
      PreviousTextFrame: index > 0 ? frameId(story, index - 1) : 'n',
      NextTextFrame: index < story.frames.length - 1 ? frameId(story, index + 1) : 'n',
      ContentType: 'TextType',
      ...place(area.x, area.y, middle),
      AppliedObjectStyle: 'ObjectStyle/$ID/[None]',
      FillColor: 'Swatch/None',
      StrokeColor: 'Swatch/None',
      StrokeWeight: '0',
    },
    [
      x('Properties', [rectanglePath(area.width, area.height)]),
      x('TextFramePreference', { TextColumnCount: '1', FirstBaselineOffset: 'EmboxHeight' }),
    ],
  )
}

/** A spread counts from the middle of its page. */
type Middle = { readonly x: number; readonly y: number }

const place = (left: number, top: number, middle: Middle): { readonly ItemTransform: string } => ({
  ItemTransform: `1 0 0 1 ${num(left - middle.x)} ${num(top - middle.y)}`,
})

function graphic(item: Item, id: string, middle: Middle, linked: Linked): readonly Element[] {
  switch (item.kind) {
    case 'line':
      return []
    case 'rule':
      return [
        x(
          'GraphicLine',
          {
            Self: id,
            ...place(item.x1, item.y1, middle),
            StrokeWeight: num(item.weight),
            StrokeColor: swatch(item.ink),
          },
          [
            x('Properties', [
              path(
                [
                  [0, 0],
                  [item.x2 - item.x1, item.y2 - item.y1],
                ],
                true,
              ),
            ]),
          ],
        ),
      ]
    case 'box':
      return [
        x(
          'Rectangle',
          {
            Self: id,
            ContentType: 'Unassigned',
            ...place(item.x, item.y, middle),
            FillColor: item.fill ? swatch(item.fill) : 'Swatch/None',
            StrokeColor: item.stroke ? swatch(item.stroke.ink) : 'Swatch/None',
            StrokeWeight: num(item.stroke?.weight ?? 0),
          },
          [x('Properties', [rectanglePath(item.width, item.height)])],
        ),
      ]
    case 'photo': {
      const link = item.sha256 ? linked(item.sha256) : undefined
      return [
        x(
          'Rectangle',
          {
            Self: id,
            ContentType: 'GraphicType',
            ...place(item.x, item.y, middle),
            FillColor: 'Color/C0M0Y0K14',
            StrokeColor: 'Swatch/None',
            StrokeWeight: '0',
          },
          [
            x('Properties', [rectanglePath(item.width, item.height)]),
            ...(link ? [image(`${id}_image`, link, item.width, item.height)] : []),
          ],
        ),
      ]
    }
  }
}

/** A linked picture that covers its frame, its own pixels at 72 to the inch scaled and centred. */
function image(id: string, link: NonNullable<ReturnType<Linked>>, width: number, height: number): Element {
  const scale = Math.max(width / link.width, height / link.height)
  const dx = (width - link.width * scale) / 2
  const dy = (height - link.height * scale) / 2
  return x('Image', { Self: id, ItemTransform: `${num(scale)} 0 0 ${num(scale)} ${num(dx)} ${num(dy)}` }, [
    x('Properties', [
      x('GraphicBounds', { Left: '0', Top: '0', Right: String(link.width), Bottom: String(link.height) }),
    ]),
    x('Link', {
      Self: `${id}_link`,
      LinkResourceURI: link.uri,
      StoredState: 'Normal',
      LinkClassID: '35906',
      LinkResourceModified: 'false',
      CanEmbed: 'true',
      CanUnembed: 'true',
      CanPackage: 'true',
      ImportPolicy: 'NoAutoImport',
      ExportPolicy: 'NoAutoExport',
    }),
  ])
}
