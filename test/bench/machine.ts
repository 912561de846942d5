import { cpus, loadavg, release, type as system, totalmem } from 'node:os'

/** What a figure depends on, in one line. */
export function machine(): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const [load = 0] = loadavg()
  return `${cpus().length} × ${first?.model.trim() ?? 'CPU'}, ${memory} GB, ${system()} ${release()}, Node ${process.versions.node}, load ${load.toFixed(1)} at start`
}

/** Rows under a heading, figures to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  return rows
    .map(row => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[i]!))).join('   '))
    .join('\n')
}

export const figure = (n: number) => Math.round(n).toLocaleString('en-US')

/** How a figure stands to its goal. */
export const verdict = (met: boolean) => (met ? 'met' : 'MISSED')
