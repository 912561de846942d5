import { type Static, Type } from 'typebox'

/** What is wrong with rules that somebody wants to save; what `refuses` cannot be saved like that. */
export const RuleProblem = Type.Object({
  code: Type.String(),
  refuses: Type.Boolean(),
  /** Which part, such as `rules/0/promises/first`. */
  where: Type.Optional(Type.String()),
  /** Of a ladder; counts from 0. */
  rung: Type.Optional(Type.Integer()),
  zh: Type.String(),
  en: Type.String()
})
export type RuleProblem = Static<typeof RuleProblem>
