import type { FigureChange, FigureValue, ReportFigures } from '@huiyin/schemas/report.ts'

/** The most that a correction lists one by one. */
const LISTED = 2_000

const slot = ({ figure, by, key }: FigureValue) => [figure, by, key].join('\n')

/** What a correction tells otherwise, in the order of the table of figures; what is told by neither is left out. */
export function figureChanges(before: ReportFigures, after: ReportFigures): FigureChange[] {
  const was = new Map(before.now.map(value => [slot(value), value]))
  const is = new Map(after.now.map(value => [slot(value), value]))
  const all = new Map([...was, ...is])
  return Array.from(all)
    .flatMap(([at, { figure, by, key }]): FigureChange[] => {
      const [from, to] = [was.get(at)?.value ?? null, is.get(at)?.value ?? null]
      return from === to ? [] : [{ figure, ...(by && { by }), ...(key !== undefined && { key }), from, to }]
    })
    .slice(0, LISTED)
}
