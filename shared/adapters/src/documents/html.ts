import type { Block, Paper } from '@huiyin/domain/documents/paper.ts'
import { curveSvg } from './curve-svg.ts'
import { CSS } from './html-css.ts'
import { numbering } from './sheet.ts'
import { escaped } from './xml.ts'

/** One page that needs nothing from anywhere, runs nothing, and prints as GB/T 9704 says. */
export function htmlOf({ title, number, issuer, date, blocks }: Paper): string {
  const numbered = numbering()
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${CSS}</style>
</head>
<body>
<header>
<p class="issuer">${escaped(issuer)}</p>
${number === undefined ? '' : `<p class="number">${escaped(number)}</p>`}
</header>
<h1>${escaped(title)}</h1>
${blocks.map(block => blockHtml(block, numbered)).join('\n')}
<footer><p>${escaped(issuer)}</p><p>${escaped(date)}</p></footer>
</body>
</html>
`
}

function blockHtml(block: Block, numbered: ReturnType<typeof numbering>): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level + 1}>${escaped(numbered(block))}</h${block.level + 1}>`
    case 'text':
      return `<p>${escaped(block.text)}</p>`
    case 'quote':
      return `<blockquote><p>“${escaped(block.text)}”</p><cite>${escaped(block.source)}</cite></blockquote>`
    case 'table':
      return tableHtml(block)
    case 'curve':
      return `<figure>${curveSvg(block)}<figcaption>${escaped(block.title)}</figcaption></figure>`
  }
}

const NUMBER = /^[-+]?[\d,.]+%?$/

function tableHtml({ title, head, rows, widths }: Extract<Block, { type: 'table' }>): string {
  const all = widths?.reduce((sum, width) => sum + width, 0) ?? 0
  const columns = widths?.map(width => `<col style="width:${((width / all) * 100).toFixed(1)}%">`).join('') ?? ''
  const cell = (text: string) => `<td${NUMBER.test(text) ? ' class="n"' : ''}>${escaped(text)}</td>`
  return `<table>
${title === undefined ? '' : `<caption>${escaped(title)}</caption>`}
<colgroup>${columns}</colgroup>
<thead><tr>${head.map(text => `<th>${escaped(text)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(row => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}
</tbody>
</table>`
}
