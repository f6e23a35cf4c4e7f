/** A newspaper page of about 30,000 characters, as plain paragraphs and as OCR text: the load of the editor's benchmark. */

const SENTENCES = [
  '江堤上的柳树发了新芽，修堤的人一早就到了工地。',
  '镇里把去年的账算了一遍，又把今年要办的十件实事贴在了墙上。',
  '“这条路修了三回，这一回才算真正修到了家门口。”老支书说。',
  '渔港的冷库昨天通过验收，第一批带鱼当晚装车运往省城。',
  '学校的操场铺好了，孩子们绕着跑道跑了一圈又一圈。',
  '技术员蹲在田埂上，把一株秧苗的根须摊在手心里给大家看。',
  '车间里新装的三条生产线同时开机，产量比上月多出两成。',
]

/** Paragraphs of about 250 characters; every tenth is a headline, so that there are as many stories as on a full page. */
export function benchParagraphs(characters = 30_000): readonly { readonly heading: boolean; readonly text: string }[] {
  const paragraphs: { heading: boolean; text: string }[] = []
  let length = 0
  for (let n = 0; length < characters; n++) {
    const heading = n % 10 === 0
    const text = heading
      ? `江口镇第${n / 10 + 1}项民生工程今日完工`
      : Array.from({ length: 10 }, (_, i) => SENTENCES[(n * 3 + i) % SENTENCES.length]).join('')
    paragraphs.push({ heading, text })
    length += text.length
  }
  return paragraphs
}

/** The same as the OCR text of a page. */
export const benchSource = (characters?: number): string =>
  benchParagraphs(characters)
    .map(({ heading, text }) => (heading ? `# ${text}` : text))
    .join('\n\n')
