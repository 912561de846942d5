const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** Columns that a text takes on a terminal: a Chinese character takes two. */
export const widthOf = (text: string) => text.length + (text.match(WIDE)?.length ?? 0)

/** Rows in columns: the first is a name, to the left; the others are figures, to the right, or texts, to the left. */
export function tableText(rows: readonly (readonly string[])[], others: 'figures' | 'texts' = 'figures'): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => widthOf(row[column] ?? ''))))
  const cell = (text: string, column: number) => {
    const blank = ' '.repeat(widths[column]! - widthOf(text))
    return column === 0 || others === 'texts' ? text + blank : blank + text
  }
  return rows.map(row => `${row.map(cell).join('  ').trimEnd()}\n`).join('')
}

export const three = (share: number) => share.toFixed(3)
export const percent = (share: number) => `${(100 * share).toFixed(1)} %`
export const figure = (n: number) => n.toLocaleString('en-US')
