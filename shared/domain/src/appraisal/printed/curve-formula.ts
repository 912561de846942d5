/** Where the corners of a curve stand: column B the raw figures, column C the points, both rows inclusive. */
export type Corners = { sheet: string; first: number; last: number }

/** The formula that reads the points for the raw figure in a cell off its curve, as `pointsOf` does. */
export function curveFormula(raw: string, { sheet, first, last }: Corners): string {
  const at = (row: number | string) => `'${sheet}'!$B$${row}`
  const points = (row: number | string) => `'${sheet}'!$C$${row}`
  const ats = `${at(first)}:$B$${last}`
  const all = `${points(first)}:$C$${last}`
  const k = `MATCH(${raw},${ats},1)`
  const [x0, x1] = [`INDEX(${ats},${k})`, `INDEX(${ats},${k}+1)`]
  const [y0, y1] = [`INDEX(${all},${k})`, `INDEX(${all},${k}+1)`]
  const between = `ROUND((${y0}*(${x1}-${raw})+${y1}*(${raw}-${x0}))/(${x1}-${x0}),2)`
  return `IF(${raw}<=${at(first)},${points(first)},IF(${raw}>=${at(last)},${points(last)},${between}))`
}
