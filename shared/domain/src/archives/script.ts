/**
 * The script of the page. A page that was opened from a folder may read no file, but it may load scripts: each part of a
 * table is one, and only what is shown of it stays in memory, so that a table may be larger than that. What stands in
 * cells is put in as text, never as markup.
 */
export const SCRIPT = `'use strict'
const MOST = 200
let arrived = () => {}
window.huiyin = (table, n, rows) => arrived(rows)

const load = path => new Promise((resolve, reject) => {
  const script = document.createElement('script')
  arrived = resolve
  script.src = path
  script.onload = () => script.remove()
  script.onerror = () => reject(new Error(path))
  document.head.append(script)
})

const make = (name, of = {}, ...within) => {
  const element = Object.assign(document.createElement(name), of)
  element.append(...within)
  return element
}

const cellOf = (column, text) => {
  if (column.as !== 'file') return make('td', { className: column.as || '', textContent: text })
  const links = text.split('\\n').filter(Boolean).map(path =>
    make('div', {}, make('a', { href: path.split('/').map(encodeURIComponent).join('/'), textContent: path.split('/').at(-1) })))
  return make('td', {}, ...links)
}

const fits = (row, words, chosen) => {
  if (chosen.some(([i, value]) => row[i] !== value)) return false
  const text = words.length > 0 ? row.join('\\n').toLowerCase() : ''
  return words.every(word => text.includes(word))
}

let running = Promise.resolve()
let asked = 0

async function show(table, place, words, chosen, state, turn) {
  const found = []
  let count = 0
  for (const [i, part] of table.parts.entries()) {
    if (turn !== asked) return
    state.textContent = '正在检索 ' + (i + 1) + '/' + table.parts.length
    for (const row of await load(part.path)) {
      if (!fits(row, words, chosen)) continue
      count += 1
      if (found.length < MOST) found.push(row)
    }
  }
  state.textContent = count > found.length ? '共 ' + count + ' 行，显示前 ' + MOST + ' 行' : '共 ' + count + ' 行'
  const head = make('tr', {}, ...table.columns.map(({ title }) => make('th', { textContent: title })))
  const rows = found.map(row => make('tr', {}, ...table.columns.map((column, i) => cellOf(column, row[i] || ''))))
  place.replaceChildren(make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows)))
}

for (const table of window.HUIYIN) {
  const words = make('input', { type: 'search', placeholder: '检索本表，多个词用空格分开' })
  words.setAttribute('aria-label', '检索')
  const filters = table.columns.flatMap((column, i) => {
    if (column.as !== 'filter') return []
    const select = make('select', {}, make('option', { value: '', textContent: column.title + '：全部' }),
      ...column.values.map(value => make('option', { value, textContent: value })))
    select.setAttribute('aria-label', column.title)
    return [[i, select]]
  })
  const state = make('output')
  const place = make('div', { className: 'scroll' })
  const form = make('form', {}, words, ...filters.map(([, select]) => select), make('button', { textContent: '检索' }), state)
  form.onsubmit = event => {
    event.preventDefault()
    const turn = ++asked
    const said = words.value.toLowerCase().split(/\\s+/).filter(Boolean)
    const chosen = filters.flatMap(([i, select]) => (select.value ? [[i, select.value]] : []))
    running = running.then(() => show(table, place, said, chosen, state, turn)).catch(error => {
      state.textContent = '文件缺失或损坏：' + error.message
    })
  }
  document.querySelector('[data-table="' + table.name + '"]').append(form, place)
  if (table.parts.reduce((sum, part) => sum + part.rows, 0) <= MOST && table.parts.length > 0)
    running = running.then(() => show(table, place, [], [], state, asked)).catch(error => {
      state.textContent = '文件缺失或损坏：' + error.message
    })
}
`
