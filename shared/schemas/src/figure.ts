import { type Static, Type } from 'typebox'

/** What figures are told apart by. */
export const FigureBy = Type.Union([
  Type.Literal('label'),
  Type.Literal('sentiment'),
  Type.Literal('level'),
  Type.Literal('platform'),
  Type.Literal('account'),
  Type.Literal('department'),
  Type.Literal('person'),
  Type.Literal('kind'),
  Type.Literal('day'),
  Type.Literal('month'),
  Type.Literal('incident'),
  Type.Literal('topic')
])
export type FigureBy = Static<typeof FigureBy>

/**
 * One figure as it was counted. `value` null: nothing to count, or too few (`sample` then says how many there were).
 * Times are in ms, shares 0 … 1.
 */
export const FigureValue = Type.Object({
  /** Code of the table of figures. */
  figure: Type.String(),
  by: Type.Optional(FigureBy),
  key: Type.Optional(Type.String()),
  value: Type.Union([Type.Number(), Type.Null()]),
  /** Of a share, median or mean: from how many it follows. */
  sample: Type.Optional(Type.Integer({ minimum: 0 }))
})
export type FigureValue = Static<typeof FigureValue>
