import type { Pack, PackPart } from '@huiyin/schemas/archive.ts'
import { dayInShanghai } from '../day.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'
import { csvPath, type PackTable, scriptPath } from './table.ts'

/** The pages by which a folder is read in any browser, without the system and without a network. */

const MASKED =
  '网友的姓名不列入；网友原话与我方文字中的手机号、身份证号等个人信息已作遮盖。封存的内容与导出的内容完全一致。附件与截图为原件，未作遮盖，请按个人信息保管。'

type Of = Pick<Pack, 'title' | 'from' | 'to' | 'parts' | 'values'>

export function packPages(pack: Of, tables: readonly PackTable[], madeAt: number): { path: string; text: string }[] {
  return [
    { path: 'index.html', text: indexPage(pack, tables, madeAt) },
    { path: 'index.js', text: `window.HUIYIN = ${indexData(pack, tables)}\n` },
    { path: 'page.js', text: SCRIPT },
    { path: 'page.css', text: STYLE },
    { path: 'README.txt', text: readme(pack) }
  ]
}

const partsOf = ({ parts }: Of, { name }: PackTable): PackPart[] => parts.filter(({ table }) => table === name)

/** What the page's script knows before it reads a table. */
const indexData = (pack: Of, tables: readonly PackTable[]): string =>
  JSON.stringify(
    tables.map(table => ({
      name: table.name,
      columns: table.columns.map(({ title, as }, i) => ({
        title,
        as,
        ...(as === 'filter' && { values: pack.values[`${table.name}/${i}`] ?? [] })
      })),
      parts: partsOf(pack, table).map(({ n, rows }) => ({ path: scriptPath(table.name, n), rows }))
    })),
    null,
    1
  )

const indexPage = (pack: Of, tables: readonly PackTable[], madeAt: number) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="connect-src 'none'; form-action 'none'; base-uri 'none'">
<title>${escaped(pack.title)}</title>
<link rel="stylesheet" href="page.css">
</head>
<body>
<header>
<h1>${escaped(pack.title)}</h1>
<p>${dayInShanghai(pack.from)} 至 ${dayInShanghai(pack.to - 1)}（北京时间）；生成于 ${dayInShanghai(madeAt)}。</p>
<p>${MASKED}</p>
<p><a href="manifest.json">manifest.json</a>　<a href="sha256sums.txt">sha256sums.txt</a>　<a href="README.txt">说明</a></p>
<nav>${tables.map(({ name, title }) => `<a href="#${name}">${escaped(title)}</a>`).join('　')}</nav>
</header>
<main>
${tables.map(table => section(pack, table)).join('\n')}
</main>
<noscript><p>浏览器未启用脚本：请用电子表格打开各表的 CSV 文件。</p></noscript>
<script src="index.js"></script>
<script src="page.js"></script>
</body>
</html>
`

function section(pack: Of, table: PackTable): string {
  const parts = partsOf(pack, table)
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  const links = parts.map(({ n, rows }) => `<a href="${csvPath(table.name, n)}">CSV ${n}（${rows} 行）</a>`)
  return `<section id="${table.name}">
<h2>${escaped(table.title)} <small>${rows} 行</small></h2>
<p>${escaped(table.note)}</p>
<p>${links.join('　') || '没有内容。'}</p>
<div class="table" data-table="${table.name}"></div>
</section>`
}

const readme = ({ title }: Of) => `${title}

用浏览器打开 index.html，可以检索和筛选，不需要网络，也不需要“回音”系统。
tables 目录中的 CSV 文件可用 WPS 或 Excel 直接打开；files 目录中是附件。
${MASKED}

核对是否完整、未被改动，在本目录中执行：
  sha256sum -c sha256sums.txt
或在装有“回音”的机器上执行：
  huiyin archive verify --folder <本目录>

Open index.html in any browser; it needs neither a network nor Huiyin. sha256sum -c sha256sums.txt proves it unchanged.
`

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, mark => MARKS[mark]!)
