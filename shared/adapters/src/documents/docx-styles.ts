import { AlignmentType, HeadingLevel, type IStylesOptions } from 'docx'
import { FONTS, SHEET } from './sheet.ts'

const { mm, pt } = SHEET

/** Twentieths of a point, in which documents measure. */
export const twips = (points: number) => Math.round(points * 20)
const ofMillimetres = (length: number) => Math.round((length / 25.4) * 1440)
/** Sizes of type are in half points. */
export const half = (points: number) => points * 2

export const LINE = { line: twips(pt.line), lineRule: 'exact' } as const
export const TEXT_WIDTH = ofMillimetres(mm.width - mm.left - mm.right)

/** Latin letters and digits are set as Chinese documents do, in Times New Roman. */
export const fontOf = (of: keyof typeof FONTS) => ({
  ...{ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' },
  eastAsia: FONTS[of][0]
})

export const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

export const PAGE = {
  page: {
    size: { width: ofMillimetres(mm.width), height: ofMillimetres(mm.height) },
    margin: {
      ...{ top: ofMillimetres(mm.top), bottom: ofMillimetres(mm.bottom) },
      ...{ left: ofMillimetres(mm.left), right: ofMillimetres(mm.right) },
      footer: ofMillimetres(mm.bottom - 7 - 5) // 7 mm below the text
    }
  }
}

const twoCharacters = { firstLine: twips(pt.text * 2) }
const heading = (font: keyof typeof FONTS) => ({
  run: { font: fontOf(font), size: half(pt.text), bold: false, color: '000000' },
  paragraph: { spacing: { ...LINE, before: 0, after: 0 }, indent: twoCharacters }
})

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: fontOf('text'), size: half(pt.text), language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: LINE, indent: twoCharacters, alignment: AlignmentType.BOTH }
    },
    title: {
      run: { font: fontOf('title'), size: half(pt.title), bold: false, color: '000000' },
      paragraph: {
        ...{ alignment: AlignmentType.CENTER, indent: { firstLine: 0 } },
        spacing: { line: twips(pt.titleLine), lineRule: 'exact', after: twips(pt.line) }
      }
    },
    heading1: heading('first'),
    heading2: heading('second'),
    heading3: heading('text')
  },
  paragraphStyles: [
    {
      ...{ id: 'Caption', name: 'caption', basedOn: 'Normal', quickFormat: true },
      run: { font: fontOf('first'), size: half(pt.table) },
      paragraph: { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } }
    }
  ]
}
