import { FONTS, SHEET } from './sheet.ts'

const { mm, pt } = SHEET
const stack = (names: readonly string[]) => names.map(name => (/^[a-z-]+$/.test(name) ? name : `"${name}"`)).join(', ')
const pageNumber = `content: "— " counter(page) " —"; font: ${pt.number}pt ${stack(FONTS.number)}`

export const CSS = `
@page { size: A4; margin: ${mm.top}mm ${mm.right}mm ${mm.bottom}mm ${mm.left}mm }
@page :right { @bottom-right { ${pageNumber}; padding-right: ${pt.number}pt } }
@page :left { @bottom-left { ${pageNumber}; padding-left: ${pt.number}pt } }
* { box-sizing: border-box }
body { margin: 0 auto; color: #000; background: #fff; font: ${pt.text}pt/${pt.line}pt ${stack(FONTS.text)}; overflow-wrap: anywhere }
@media screen { body { max-width: ${mm.width - mm.left - mm.right}mm; padding: 10mm 4mm } }
header { text-align: center; border-bottom: 2pt solid #c00; margin-bottom: ${pt.titleLine}pt }
header p { margin: 0 }
.issuer { color: #c00; font: ${pt.mark}pt/1.6 ${stack(FONTS.title)} }
.number { padding: 8pt 0 }
h1, h2, h3, h4, p { margin: 0; font-weight: normal; font-size: ${pt.text}pt }
h1 { font: ${pt.title}pt/${pt.titleLine}pt ${stack(FONTS.title)}; text-align: center; margin-bottom: ${pt.line}pt; text-wrap: balance }
h2, h3, h4, body > p { text-indent: 2em }
h2 { font-family: ${stack(FONTS.first)} }
h3 { font-family: ${stack(FONTS.second)} }
h2, h3, h4, caption, figcaption { break-after: avoid }
body > p { text-align: justify }
blockquote { margin: 0 0 0 2em; font-family: ${stack(FONTS.second)} }
blockquote cite { display: block; text-align: right; font: ${pt.table}pt/${pt.tableLine}pt ${stack(FONTS.text)} }
table { border-collapse: collapse; width: 100%; margin: 6pt 0 12pt; font-size: ${pt.table}pt; line-height: ${pt.tableLine}pt }
caption { font-family: ${stack(FONTS.first)}; padding: 4pt 0 }
th, td { border: .5pt solid #000; padding: 2pt 4pt; text-align: left; vertical-align: top }
th { font-family: ${stack(FONTS.first)}; font-weight: normal; text-align: center }
td.n { text-align: right; white-space: nowrap }
thead { display: table-header-group }
tr, figure, blockquote { break-inside: avoid }
figure { margin: 6pt 0 12pt; text-align: center }
figure svg { width: 100%; height: auto }
figcaption { font: ${pt.table}pt/${pt.tableLine}pt ${stack(FONTS.first)} }
footer { margin-top: ${pt.line * 2}pt; text-align: right; padding-right: 4em; break-inside: avoid }
`
